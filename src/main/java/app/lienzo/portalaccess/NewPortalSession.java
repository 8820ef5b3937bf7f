package app.lienzo.portalaccess;

import java.time.Instant;
import java.util.UUID;

/// A session of a contact just opened; the token is shown this once.
///
/// @param endsAt when it is over at the latest
/// @param pending whether a password has to be changed before it counts
public record NewPortalSession(String token, UUID session, UUID contact, Instant endsAt, boolean pending) {}
