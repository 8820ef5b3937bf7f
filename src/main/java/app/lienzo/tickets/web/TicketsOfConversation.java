package app.lienzo.tickets.web;

import app.lienzo.conversations.ConversationLinks;
import app.lienzo.conversations.ConversationView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tickets.TicketConversationService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tickets that came out of a conversation, and the way to make one.
@ApplicationScoped
class TicketsOfConversation implements ConversationLinks {
    private final TicketConversationService links;
    private final SpaceService spaces;
    private final FactSheets facts;
    private final TicketLanguage language;

    TicketsOfConversation(
            TicketConversationService links, SpaceService spaces, FactSheets facts, TicketLanguage language) {
        this.links = links;
        this.spaces = spaces;
        this.facts = facts;
        this.language = language;
    }

    @Override
    public List<Link> of(SignedIn me, UUID conversation) {
        if (!me.may(Permission.TICKETS_WORK)) return List.of();
        return links.ticketsOf(me, conversation).stream()
                .map(ticket -> new Link(
                        "ticket", facts.path(ticket), "#" + ticket.number(), ticket.subject(), language.state(ticket)))
                .toList();
    }

    @Override
    public Optional<Making> making(SignedIn me, ConversationView conversation) {
        if (!me.may(Permission.TICKETS_WORK, conversation.space()) || spaces.archived(conversation.space())) {
            return Optional.empty();
        }
        var path = "/tickets/new?conversation=" + conversation.id();
        return Optional.of(new Making("ticket", path, language.words().make(), "m"));
    }
}
