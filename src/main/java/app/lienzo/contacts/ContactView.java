package app.lienzo.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact as the team sees him.
///
/// @param name empty when he has not said it
/// @param externalId who he is in the system of whoever embeds the channel
/// @param verified whether that was signed
public record ContactView(
        UUID id,
        UUID space,
        String name,
        String email,
        @Nullable String externalId,
        boolean verified,
        @Nullable String language,
        Instant createdAt,
        @Nullable Instant seenAt) {}
