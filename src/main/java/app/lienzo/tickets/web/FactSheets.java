package app.lienzo.tickets.web;

import app.lienzo.contacts.ContactService;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.FollowerService;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketConversationService;
import app.lienzo.tickets.TicketDeadlines;
import app.lienzo.tickets.TicketLinkService;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketStateService;
import app.lienzo.tickets.TicketView;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fills the right column.
@ApplicationScoped
class FactSheets {
    private final TicketService tickets;
    private final TicketStateService states;
    private final FollowerService followers;
    private final TicketLinkService links;
    private final TicketConversationService conversations;
    private final ContactService contacts;
    private final SpaceService spaces;
    private final FieldService fields;
    private final TicketLanguage language;
    private final List<TicketDeadlines> clocks;

    FactSheets(
            TicketService tickets,
            TicketStateService states,
            FollowerService followers,
            TicketLinkService links,
            TicketConversationService conversations,
            ContactService contacts,
            SpaceService spaces,
            FieldService fields,
            TicketLanguage language,
            @All List<TicketDeadlines> clocks) {
        this.tickets = tickets;
        this.states = states;
        this.followers = followers;
        this.links = links;
        this.conversations = conversations;
        this.contacts = contacts;
        this.spaces = spaces;
        this.fields = fields;
        this.language = language;
        this.clocks = clocks;
    }

    /// @param undo what takes the last change back; null for none
    /// @param fault what could not be done; empty for nothing
    Facts read(SignedIn me, TicketView ticket, @Nullable UUID undo, String fault) {
        var id = ticket.id();
        return new Facts(
                ticket,
                path(ticket),
                requester(ticket),
                language.state(ticket),
                !spaces.archived(ticket.space()) && ticket.mergedInto() == null,
                me.may(Permission.TICKETS_MANAGE, ticket.space()),
                me.member(),
                options(me, ticket.space(), ticket),
                tickets.team(me, ticket.space()),
                contacts.companies(ticket.requester()),
                followers.of(me, id),
                links.of(me, id),
                conversations.of(me, id),
                clocks.stream().flatMap(clock -> clock.of(id).stream()).toList(),
                fields.of(ticket.space(), FieldSubject.TICKET),
                undo,
                fault);
    }

    /// How the requester is called, also when he has not said it.
    String requester(TicketView ticket) {
        if (!ticket.requesterName().isEmpty()) return ticket.requesterName();
        return ticket.requesterEmail().isEmpty() ? language.words().visitor() : ticket.requesterEmail();
    }

    String path(TicketView ticket) {
        var slug = spaces.find(ticket.space())
                .map(SpaceView::slug)
                .orElse(ticket.space().toString());
        return "/tickets/" + slug + "-" + ticket.number();
    }

    /// What can be chosen for how far a ticket of a space is: its own names, the product's where it has
    /// none; and the product's for a ticket that came before the names, which would otherwise show as
    /// something else and be moved by saving.
    ///
    /// @param ticket the one it is chosen for; null for none yet
    List<Facts.StateOption> options(SignedIn me, UUID space, @Nullable TicketView ticket) {
        var own = states.of(me, space);
        var standing = ticket == null ? null : ticket.state();
        var options = new ArrayList<Facts.StateOption>();
        for (var category : TicketCategory.values()) {
            var names = own.stream().filter(one -> one.category() == category).toList();
            boolean here = ticket != null && ticket.category() == category;
            boolean named = here && names.stream().anyMatch(one -> one.id().equals(standing));
            var word = TicketItem.word(category);
            if (names.isEmpty() || (here && !named)) {
                options.add(new Facts.StateOption(word, language.words().category(category), here));
            }
            for (var one : names) {
                boolean chosen = named && one.id().equals(standing);
                options.add(new Facts.StateOption(word + ":" + one.id(), one.name(), chosen));
            }
        }
        return options;
    }
}
