package app.lienzo.partners.web;

import app.lienzo.deadlines.DeadlineView;
import app.lienzo.partners.ApplicationLine;
import app.lienzo.partners.ApplicationState;
import app.lienzo.partners.ApplicationView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An application to the partner programme, for programs.
///
/// @param slug the name wished for
/// @param marketing whether marketing mail is wished for
/// @param dueAt when it is to be answered; null until its address is confirmed
/// @param assignee id of the operator who looks after it
/// @param organization id of the one that was founded
public record ApplicationItem(
        UUID id,
        ApplicationState state,
        String company,
        String person,
        String email,
        @Nullable String phone,
        String country,
        int clients,
        String slug,
        String message,
        String language,
        boolean marketing,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant dueAt,
        @Nullable UUID assignee,
        @Nullable Instant decidedAt,
        @Nullable String decider,
        @Nullable String reason,
        @Nullable String organization) {
    /// @param history the oldest first; without a name it was the applicant or the clock
    public record ApplicationFile(ApplicationItem application, List<ApplicationLine> history) {}

    static ApplicationItem of(ApplicationView one, @Nullable DeadlineView deadline) {
        return new ApplicationItem(
                one.id(),
                one.state(),
                one.company(),
                one.person(),
                one.email(),
                one.phone(),
                one.country(),
                one.clients(),
                one.slug(),
                one.message(),
                one.language(),
                one.marketing(),
                one.createdAt(),
                one.confirmedAt(),
                deadline == null ? null : deadline.dueAt(),
                one.assignee(),
                one.decidedAt(),
                one.decider(),
                one.reason(),
                one.organization());
    }
}
