package app.lienzo.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail in the outbox as people may see it: never its content.
///
/// @param problem why it is not sent yet; null when nothing is wrong
/// @param reply what the server said to it
/// @param again whether it can be sent again
public record MailView(
        UUID id,
        String kind,
        String to,
        String toName,
        String subject,
        MailState state,
        int attempts,
        @Nullable MailProblem problem,
        @Nullable String reply,
        @Nullable Instant nextTryAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        boolean again) {}
