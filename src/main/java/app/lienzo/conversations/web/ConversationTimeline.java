package app.lienzo.conversations.web;

import app.lienzo.contacts.ContactTimeline;
import app.lienzo.contacts.TimelineLine;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationState;
import app.lienzo.identity.SignedIn;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// The conversations of a contact on his page.
@ApplicationScoped
class ConversationTimeline implements ContactTimeline {
    private final ConversationService conversations;
    private final ConsoleWords words;
    private final Languages languages;

    ConversationTimeline(ConversationService conversations, ConsoleWords words, Languages languages) {
        this.conversations = conversations;
        this.words = words;
        this.languages = languages;
    }

    @Override
    public List<TimelineLine> of(SignedIn me, UUID contact, int limit) {
        return conversations.ofContact(me, contact, limit).stream()
                .map(one -> new TimelineLine(
                        "message-circle",
                        "/console/conversations/" + one.id(),
                        "#" + one.number(),
                        one.preview(),
                        state(one.state()),
                        one.changedAt()))
                .toList();
    }

    private String state(ConversationState state) {
        var in = words.in(languages.current());
        return switch (state) {
            case INBOX -> in.stateInbox();
            case IN_PROGRESS -> in.inProgress().toLowerCase(languages.current());
            case CLOSED -> in.stateClosed();
        };
    }
}
