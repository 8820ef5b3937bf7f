package app.lienzo.sso;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody the provider vouches for, as the Owner sees it.
///
/// @param label what the provider called him
/// @param member null when unlinked: kept out until let in again
/// @param name the member's name
public record LinkedIdentity(
        UUID id,
        String label,
        @Nullable UUID member,
        @Nullable String name,
        @Nullable String userName,
        Instant seenAt) {}
