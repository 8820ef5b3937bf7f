package app.lienzo.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts.
///
/// @param member null for the system itself
/// @param address network address the request came from; null for that of the request at hand, if there is one
public record Actor(
        @Nullable UUID member, String name, @Nullable String address) {
    public static final Actor SYSTEM = new Actor(null, "system", null);
}
