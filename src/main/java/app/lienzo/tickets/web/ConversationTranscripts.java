package app.lienzo.tickets.web;

import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationView;
import app.lienzo.conversations.MessageKind;
import app.lienzo.conversations.MessageService;
import app.lienzo.conversations.MessageView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a ticket begins with that comes out of a conversation: what both sides said, no notes, as the
/// customer will read
/// it.
@ApplicationScoped
class ConversationTranscripts {
    private static final int MESSAGES_MAX = 30;
    private static final int SUBJECT_MAX = 80;

    private final ConversationService conversations;
    private final MessageService messages;
    private final TicketLanguage language;

    ConversationTranscripts(ConversationService conversations, MessageService messages, TicketLanguage language) {
        this.conversations = conversations;
        this.messages = messages;
        this.language = language;
    }

    record Transcript(UUID id, UUID space, UUID contact, long number, String subject, String text) {}

    /// @throws app.lienzo.kernel.Refused not found, also where the member may not work on tickets
    Transcript read(SignedIn me, UUID id) {
        var conversation = conversations.require(me, id);
        me.require(Permission.TICKETS_WORK, conversation.space());
        var said = messages.before(me, id, null, MESSAGES_MAX).stream()
                .filter(message -> message.kind() == MessageKind.INBOUND || message.kind() == MessageKind.REPLY)
                .filter(message -> !message.text().isBlank())
                .toList();
        var subject = said.stream()
                .filter(message -> message.kind() == MessageKind.INBOUND)
                .findFirst()
                .map(message -> SafeText.line(message.text(), SUBJECT_MAX))
                .orElse("");
        var text = said.stream().map(message -> line(conversation, message)).collect(Collectors.joining("\n\n"));
        return new Transcript(id, conversation.space(), conversation.contact(), conversation.number(), subject, text);
    }

    @Nullable
    Long number(SignedIn me, UUID id) {
        return conversations.visible(me, id).map(ConversationView::number).orElse(null);
    }

    /// What somebody wrote is no Markdown of his.
    private String line(ConversationView conversation, MessageView message) {
        var author = message.author().isEmpty() ? conversation.contactName() : message.author();
        var name = author.isEmpty() ? language.words().visitor() : author;
        return "**" + escaped(name) + ":** " + escaped(message.text());
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }
}
