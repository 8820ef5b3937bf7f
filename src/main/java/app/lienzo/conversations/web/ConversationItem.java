package app.lienzo.conversations.web;

import app.lienzo.conversations.ConversationView;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as programs see it.
///
/// @param number per space, rising
/// @param state `inbox`, `in-progress` or `closed`
/// @param lastInbound place of the customer's last message; send it back as `seen` with a reply
public record ConversationItem(
        UUID id,
        UUID space,
        UUID channel,
        Contact contact,
        long number,
        String state,
        @Nullable Holder holder,
        Instant createdAt,
        Instant changedAt,
        String preview,
        boolean unread,
        int lastMessage,
        int lastInbound,
        int readByContact) {

    public record Contact(UUID id, String name, String email) {}

    public record Holder(UUID id, String name) {}

    static ConversationItem of(ConversationView view) {
        return new ConversationItem(
                view.id(),
                view.space(),
                view.channel(),
                new Contact(view.contact(), view.contactName(), view.contactEmail()),
                view.number(),
                view.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                view.holder() == null ? null : new Holder(view.holder(), String.valueOf(view.holderName())),
                view.createdAt(),
                view.changedAt(),
                view.preview(),
                view.unread(),
                view.lastSeq(),
                view.lastInbound(),
                view.readByContact());
    }

    /// Changes whenever what programs see of it does.
    String etag() {
        return "%d-%s-%s-%d"
                .formatted(
                        lastMessage,
                        state,
                        holder == null ? "" : holder.id().toString().substring(24),
                        readByContact);
    }
}
