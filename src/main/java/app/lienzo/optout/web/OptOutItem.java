package app.lienzo.optout.web;

import app.lienzo.optout.OptOutState;
import app.lienzo.optout.OptOutStep;
import app.lienzo.optout.OptOutView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request to be taken off the marketing list, for programs.
///
/// @param organization id of whoever asks
/// @param holder id of the operator who has it in hand
/// @param dueAt when it is to be answered; null for one that was answered in time
/// @param overdue whether it is or was answered too late
/// @param reason of a refusal
public record OptOutItem(
        UUID id,
        String organization,
        String organizationName,
        OptOutState state,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable UUID holder,
        @Nullable String holderName,
        @Nullable Instant escalatedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason) {
    /// @param history the oldest first; without a name it was the clock
    public record OptOutFile(OptOutItem request, List<OptOutStep> history) {}

    static OptOutItem of(OptOutView one) {
        return new OptOutItem(
                one.id(),
                one.organization(),
                one.organizationName(),
                one.state(),
                one.requestedAt(),
                one.requestedBy(),
                one.dueAt(),
                one.overdue(),
                one.takenBy(),
                one.takenName(),
                one.escalatedAt(),
                one.endedAt(),
                one.endedBy(),
                one.reason());
    }
}
