package app.lienzo.identity;

import java.time.Instant;
import java.util.UUID;

/// A session just opened; the token is shown this once.
///
/// @param endsAt when it is over at the latest
public record NewSession(String token, UUID session, UUID member, Instant endsAt) {}
