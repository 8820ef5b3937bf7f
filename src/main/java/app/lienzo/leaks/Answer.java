package app.lienzo.leaks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What came back over the wire.
///
/// @param status 0 when nothing came that could be read
/// @param headers by their name in small letters
record Answer(int status, Map<String, List<String>> headers, byte[] content) {
    static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

    /// The first of this name; empty for none.
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    String mediaType() {
        return header("content-type").toLowerCase(Locale.ROOT);
    }

    boolean readAsText() {
        var type = mediaType();
        return type.contains("text")
                || type.contains("json")
                || type.contains("javascript")
                || type.contains("xml")
                || type.isEmpty();
    }

    /// Pictures and fonts byte by byte, so that what hides in their metadata is read like any text.
    String body() {
        return new String(content, readAsText() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
