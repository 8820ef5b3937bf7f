package app.lienzo.imports;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Companies that rows before this one named, so that a thousand rows of one company ask once. Forgotten when a
/// transaction is: it may have made some.
final class KnownNames {
    private static final int MAX = 5_000;

    private final Map<String, UUID> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > MAX;
        }
    };

    UUID of(String name, Function<String, UUID> found) {
        var key = name.toLowerCase(Locale.ROOT);
        var id = known.get(key);
        if (id == null) {
            id = found.apply(name);
            known.put(key, id);
        }
        return id;
    }

    void forget() {
        known.clear();
    }
}
