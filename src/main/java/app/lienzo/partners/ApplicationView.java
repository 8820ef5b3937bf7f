package app.lienzo.partners;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An application for its readers.
///
/// @param slug the name wished for
/// @param clients how many customers the company looks after
/// @param domain of the address; null where many strangers have theirs
/// @param assignee the operator who looks after it
/// @param decider who decided, by name
/// @param organization the one that was founded
public record ApplicationView(
        UUID id,
        ApplicationState state,
        String language,
        String company,
        String person,
        String email,
        @Nullable String domain,
        @Nullable String phone,
        String country,
        int clients,
        String slug,
        String message,
        boolean marketing,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable UUID assignee,
        @Nullable Instant decidedAt,
        @Nullable String decider,
        @Nullable String reason,
        @Nullable String organization) {

    public boolean open() {
        return state == ApplicationState.OPEN;
    }
}
