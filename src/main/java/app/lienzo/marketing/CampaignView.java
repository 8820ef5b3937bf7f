package app.lienzo.marketing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign for its readers.
///
/// @param scheduledAt when it begins by itself; null unless it is scheduled
public record CampaignView(
        UUID id,
        int version,
        CampaignDraft draft,
        CampaignState state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant scheduledAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {
    public String subject() {
        return draft.subject();
    }
}
