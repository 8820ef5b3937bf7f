package app.lienzo.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts.
///
/// @param member null for the system itself
/// @param address network address the request came from; null for work without a request
public record Actor(
        @Nullable UUID member, String name, @Nullable String address) {
    public static final Actor SYSTEM = new Actor(null, "system", null);
}
