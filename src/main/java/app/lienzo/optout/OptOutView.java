package app.lienzo.optout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request for its readers.
///
/// @param organizationName as it is called now
/// @param takenBy the operator who has it in hand
/// @param dueAt when it is to be answered; null for one that was answered in time
/// @param overdue whether it is or was answered too late
/// @param reason of a refusal
public record OptOutView(
        UUID id,
        String organization,
        String organizationName,
        String slug,
        OptOutState state,
        Instant requestedAt,
        String requestedBy,
        @Nullable UUID takenBy,
        @Nullable String takenName,
        @Nullable Instant escalatedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason,
        @Nullable Instant dueAt,
        boolean overdue) {
    public boolean open() {
        return state.open();
    }

    public boolean done() {
        return state == OptOutState.DONE;
    }

    OptOutView due(@Nullable Instant due, Instant now) {
        boolean late = overdue || (open() && due != null && !due.isAfter(now));
        return new OptOutView(
                id,
                organization,
                organizationName,
                slug,
                state,
                requestedAt,
                requestedBy,
                takenBy,
                takenName,
                escalatedAt,
                endedAt,
                endedBy,
                reason,
                due,
                late);
    }
}
