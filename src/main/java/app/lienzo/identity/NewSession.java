package app.lienzo.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session just opened; the token is shown this once.
///
/// @param endsAt when it is over at the latest
/// @param next local path of the step that has to be passed before it counts; null when it does
public record NewSession(
        String token,
        UUID session,
        UUID member,
        Instant endsAt,
        @Nullable String next) {}
