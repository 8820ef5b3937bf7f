package app.lienzo.conversations;

import app.lienzo.kernel.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message from a customer, as a channel hands it over.
///
/// @param author how he is called, for the team; empty when nobody knows
/// @param source the channel's own key of it; the same key twice is one message
/// @param visitor who uploaded the attachments; null when there are none
/// @param attachments ids of files that were uploaded before
public record Inbound(
        UUID space,
        UUID channel,
        UUID contact,
        String author,
        String text,
        String source,
        @Nullable UUID visitor,
        List<UUID> attachments) {

    /// The id of the conversation it belongs to, there or not yet.
    public UUID thread() {
        return thread(channel, contact);
    }

    /// The one conversation a contact has over a live channel: known before it begins, so that it can
    /// be followed.
    public static UUID thread(UUID channel, UUID contact) {
        return Ids.of(contact, channel);
    }
}
