package app.lienzo.conversations.web;

import app.lienzo.contacts.ContactView;
import app.lienzo.conversations.ChannelLabel;
import app.lienzo.conversations.ConversationLinks;
import app.lienzo.conversations.ConversationState;
import app.lienzo.conversations.ConversationView;
import app.lienzo.identity.MemberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The open conversation: what was said, what can be done, and with whom.
///
/// @param name of the contact, or a word for somebody who has not said it
/// @param mine whether the member who looks holds it
/// @param online whether the customer is there now, as far as this replica knows
/// @param older whether there is more before the first bubble
/// @param team to whom it can be handed
/// @param links what it leads to
/// @param makings what can be made of it
record Desk(
        ConversationView conversation,
        String name,
        ChannelLabel channel,
        String space,
        boolean mine,
        boolean online,
        List<Bubble> bubbles,
        boolean older,
        List<MemberView> team,
        Composer composer,
        Person person,
        List<ConversationLinks.Link> links,
        List<ConversationLinks.Making> makings) {

    /// What is being written.
    ///
    /// @param reply the reply's draft
    /// @param note the note's draft
    /// @param newer how many messages came in that its writer had not seen when he sent it
    record Composer(String reply, String note, int textMax, int newer) {}

    /// The right column.
    ///
    /// @param page address of where he wrote from, empty when unknown
    /// @param browser empty when unknown
    record Person(@Nullable ContactView contact, String page, String browser, List<Row> earlier) {
        public boolean pageLeads() {
            return LinkedText.leadsSomewhere(page);
        }
    }

    public String firstName() {
        return conversation.contactName().isEmpty() ? name : name.split(" ", 2)[0];
    }

    public boolean waiting() {
        return conversation.state() == ConversationState.INBOX;
    }

    public boolean inProgress() {
        return conversation.state() == ConversationState.IN_PROGRESS;
    }

    public boolean closed() {
        return conversation.state() == ConversationState.CLOSED;
    }

    /// Changes when the buttons do.
    public String stamp() {
        return conversation.state() + " " + conversation.holder();
    }

    public int first() {
        return bubbles.isEmpty() ? 0 : bubbles.getFirst().message().seq();
    }
}
