package app.lienzo.conversations.web;

import app.lienzo.conversations.ChannelLabel;
import app.lienzo.conversations.ConversationState;
import app.lienzo.conversations.ConversationView;
import app.lienzo.conversations.MessageKind;

/// A conversation as a list shows it.
///
/// @param name of the contact, or a word for somebody who has not said it
/// @param mine whether the member who looks holds it
/// @param current whether it is the one that is open
record Row(ConversationView conversation, String name, ChannelLabel channel, boolean mine, boolean current) {
    /// A click takes it.
    public boolean waiting() {
        return conversation.state() == ConversationState.INBOX;
    }

    /// The last word was the team's.
    public boolean answered() {
        return conversation.previewKind() == MessageKind.REPLY;
    }
}
