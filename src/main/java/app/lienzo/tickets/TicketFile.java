package app.lienzo.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file in an entry, or on its way into one.
///
/// @param width in pixels, of images; null otherwise
public record TicketFile(
        UUID id,
        String name,
        String mediaType,
        int bytes,
        @Nullable Integer width,
        @Nullable Integer height) {
    /// Whether a re-encoded small picture of it can be shown.
    public boolean image() {
        return width != null;
    }
}
