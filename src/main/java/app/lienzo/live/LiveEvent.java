package app.lienzo.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened, as followers hear it.
///
/// @param cursor its place in the log; null for a whisper (typing, presence), which is in no log and
///     matters only now
/// @param holder who alone, beside those who oversee the space, may hear it; null when everybody of the
///     space may
/// @param payload JSON
public record LiveEvent(
        @Nullable String cursor,
        String kind,
        UUID space,
        @Nullable UUID conversation,
        @Nullable UUID holder,
        String payload) {
    /// Whether it is told of a thing that names its kinds after itself, such as `ticket-reply`.
    public boolean about(String thing) {
        return kind.startsWith(thing) && kind.startsWith("-", thing.length());
    }
}
