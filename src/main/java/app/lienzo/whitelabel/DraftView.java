package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the editor shows: the draft, or what is published when there is none.
///
/// @param revision to be given back with a change, so that it meets what was looked at
/// @param pending whether it differs from what is published
/// @param changedBy who changed it last; null when nothing is pending, like the time
/// @param thrownAway whether a draft was discarded and can still be had back
public record DraftView(
        BrandDraft brand,
        String revision,
        boolean pending,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        boolean thrownAway) {}
