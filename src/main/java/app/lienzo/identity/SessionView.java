package app.lienzo.identity;

import java.time.Instant;
import java.util.UUID;

/// A place where a member is signed in.
///
/// @param method how he came in there
/// @param current the one that asks
public record SessionView(
        UUID id,
        Instant createdAt,
        Instant seenAt,
        String address,
        String userAgent,
        SignInMethod method,
        boolean current) {
    /// Browser and system, in words.
    public String device() {
        return Device.of(userAgent);
    }
}
