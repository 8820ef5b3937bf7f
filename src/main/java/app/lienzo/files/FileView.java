package app.lienzo.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored file as readers see it, without its bytes.
///
/// @param name for people: no control or format characters, no path, at most 120 characters
/// @param mediaType what the bytes are, by their content
/// @param width in pixels, upright; absent unless the file is a picture
/// @param height in pixels, upright; absent unless the file is a picture
/// @param previewed whether there is a preview
public record FileView(
        UUID id,
        String name,
        String mediaType,
        int bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean previewed,
        Instant createdAt) {

    /// Whether a browser may show it inside a page; everything else is for download only.
    public boolean isPicture() {
        return width != null && MediaTypes.isPicture(mediaType);
    }

    /// Its size in kilobytes, rounded up, for people.
    public int kilobytes() {
        return (bytes + 1023) / 1024;
    }
}
