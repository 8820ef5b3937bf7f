package app.lienzo.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One file that browsers load, ready to be sent.
///
/// @param gzip the same bytes, packed; null where packing gains nothing
public record Asset(String mediaType, byte[] content, byte @Nullable [] gzip) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"));

    static boolean known(String name) {
        return TYPES.containsKey(extension(name));
    }

    static Asset of(String name, byte[] content) {
        var type = TYPES.get(extension(name));
        if (type == null) throw new IllegalArgumentException("No media type for " + name);
        var packed = pack(content);
        return new Asset(type, content, packed.length < 0.9 * content.length ? packed : null);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] pack(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(9);
            }
        }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
