package app.lienzo.tickets.web;

import app.lienzo.contacts.ContactTimeline;
import app.lienzo.contacts.TimelineLine;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.tickets.TicketQuery;
import app.lienzo.tickets.TicketService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Tickets on a contact's time line.
@ApplicationScoped
class TicketTimeline implements ContactTimeline {
    private final TicketService tickets;
    private final FactSheets facts;
    private final TicketLanguage language;

    TicketTimeline(TicketService tickets, FactSheets facts, TicketLanguage language) {
        this.tickets = tickets;
        this.facts = facts;
        this.language = language;
    }

    @Override
    public List<TimelineLine> of(SignedIn me, UUID contact, int limit) {
        if (!me.may(Permission.TICKETS_WORK)) return List.of();
        var query = new TicketQuery(
                null,
                TicketQuery.States.ANY,
                null,
                contact,
                null,
                Set.of(),
                Set.of(),
                null,
                null,
                "",
                null,
                Math.clamp(limit, 1, TicketQuery.LIMIT_MAX));
        return tickets.list(me, query).stream()
                .map(ticket -> new TimelineLine(
                        "ticket",
                        facts.path(ticket),
                        "#" + ticket.number() + " " + ticket.subject(),
                        ticket.preview(),
                        language.state(ticket),
                        ticket.changedAt()))
                .toList();
    }
}
