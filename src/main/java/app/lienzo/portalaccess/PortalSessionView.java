package app.lienzo.portalaccess;

import app.lienzo.identity.Device;
import java.time.Instant;
import java.util.UUID;

/// A place where a contact is signed in.
///
/// @param current the one that asks
public record PortalSessionView(
        UUID id, Instant createdAt, Instant seenAt, String address, String userAgent, boolean current) {
    /// Browser and system, in words.
    public String device() {
        return Device.of(userAgent);
    }
}
