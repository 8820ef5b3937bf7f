package app.lienzo.conversations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a member writes into a conversation.
///
/// @param kind [MessageKind#REPLY] or [MessageKind#NOTE]
/// @param seen the last inbound message he had before his eyes; a newer one stops a reply. Null sends
///     anyway
/// @param key the writer's own key of it, so that a second attempt is no second message; null for none
public record Outgoing(
        UUID conversation,
        MessageKind kind,
        String text,
        @Nullable Integer seen,
        @Nullable String key,
        List<UUID> attachments) {}
