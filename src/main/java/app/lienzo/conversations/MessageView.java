package app.lienzo.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as whoever may read it sees it.
///
/// @param seq its place in the conversation, rising from 1
/// @param authorId the member who wrote it; null for the customer and the system
/// @param source the sender's own key of it
public record MessageView(
        UUID id,
        UUID conversation,
        int seq,
        MessageKind kind,
        @Nullable UUID authorId,
        String author,
        String text,
        @Nullable String source,
        Instant at,
        List<AttachmentView> attachments) {}
