package app.lienzo.acme;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A host's order as people read about it.
///
/// @param reason kebab-case, why it is not further: one of [Reason] or of a [Readiness]
/// @param detail the authority's own words, as they came
/// @param nextActionAt when something happens by itself; null when nothing will
/// @param attempts failures since the last success
/// @param authority the name of the one that is or was asked
/// @param history the newest first
public record AcmeView(
        String host,
        AcmeState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant nextActionAt,
        int attempts,
        @Nullable String authority,
        List<AcmeEvent> history) {
    public AcmeView {
        history = List.copyOf(history);
    }
}
