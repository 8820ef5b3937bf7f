package app.lienzo.sender;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `name=value; name=value`, as DKIM and DMARC write it (RFC 6376, 3.2).
final class Tags {
    private static final int MAX = 50;

    private Tags() {}

    /// @return empty when it is no such list, or a name comes twice
    static Optional<Map<String, String>> read(String text) {
        var tags = new HashMap<String, String>();
        for (var part : text.split(";", MAX)) {
            if (part.isBlank()) continue;
            int equals = part.indexOf('=');
            if (equals < 1) return Optional.empty();
            var name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z][a-z0-9_]*")) return Optional.empty();
            if (tags.put(name, part.substring(equals + 1).strip()) != null) return Optional.empty();
        }
        return Optional.of(tags);
    }
}
