package app.lienzo.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as a member of its space sees it.
///
/// @param number per space, rising
/// @param changedAt when the last message came or went
/// @param preview the beginning of the last message that both sides see
/// @param unread whether the member who asks has not read its last inbound message
/// @param readByContact up to which message the customer has read
public record ConversationView(
        UUID id,
        UUID space,
        UUID channel,
        UUID contact,
        String contactName,
        String contactEmail,
        long number,
        ConversationState state,
        @Nullable UUID holder,
        @Nullable String holderName,
        Instant createdAt,
        Instant changedAt,
        int lastSeq,
        int lastInbound,
        int readByContact,
        String preview,
        MessageKind previewKind,
        boolean unread) {

    /// Whether a member holds it.
    public boolean heldBy(UUID member) {
        return member.equals(holder);
    }
}
