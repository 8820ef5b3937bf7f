package app.lienzo.conversations.web;

import app.lienzo.conversations.AttachmentView;
import app.lienzo.conversations.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as programs see it.
///
/// @param seq its place in the conversation, rising from 1
/// @param kind `inbound`, `reply`, `note` or `system`
/// @param member who wrote it, of the team; null for the customer
/// @param text of a system line a code such as `taken`
public record MessageItem(
        UUID id,
        int seq,
        String kind,
        @Nullable UUID member,
        String author,
        String text,
        Instant at,
        List<AttachmentView> attachments) {

    static MessageItem of(MessageView message) {
        return new MessageItem(
                message.id(),
                message.seq(),
                message.kind().name().toLowerCase(Locale.ROOT),
                message.authorId(),
                message.author(),
                message.text(),
                message.at(),
                message.attachments());
    }
}
