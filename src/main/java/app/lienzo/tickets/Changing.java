package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Tags;
import app.lienzo.live.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Applies changes to a ticket and tells of them, in the caller's transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Changing {
    private final TicketWriter writer;
    private final TicketStates states;
    private final Requesters requesters;
    private final Team team;
    private final TicketFields fields;
    private final EventLog log;
    private final Event<Object> events;
    private final Clock clock;
    private final TicketConfig config;

    Changing(
            TicketWriter writer,
            TicketStates states,
            Requesters requesters,
            Team team,
            TicketFields fields,
            EventLog log,
            Event<Object> events,
            Clock clock,
            TicketConfig config) {
        this.writer = writer;
        this.states = states;
        this.requesters = requesters;
        this.team = team;
        this.fields = fields;
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.config = config;
    }

    Ticket begin(TicketView view) {
        return new Ticket(view, now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// @throws Refused what the change asks for and cannot be
    void apply(Ticket ticket, TicketChange change) {
        if (change.subject() != null) ticket.rename(TicketTexts.subject(change.subject(), config.subjectMax()));
        if (change.type() != null) ticket.classify(change.type());
        if (change.priority() != null) ticket.weigh(change.priority());
        if (change.requester() != null) ask(ticket, change.requester());
        if (change.company() != null) attribute(ticket, change.company());
        if (change.assignee() != null) assign(ticket, change.assignee());
        if (change.state() != null) move(ticket, change.state());
        tag(ticket, change);
        if (!change.fields().isEmpty()) {
            ticket.fill(
                    fields.changed(ticket.before(), change.fields()),
                    fields.labels(ticket.before().space()));
        }
    }

    /// A category without a name asks for nothing where the ticket stands in it already, whatever it is
    /// called there.
    void move(Ticket ticket, StateChoice choice) {
        if (choice.state() == null && choice.category() == ticket.before().category()) return;
        var chosen = states.chosen(ticket.before().space(), choice);
        ticket.move(chosen.category(), chosen.id(), chosen.name());
    }

    /// Keeps it and tells whoever wants to know; nothing happens when nothing is different.
    ///
    /// @throws Refused `ticket-changed` when somebody else was faster
    void keep(Ticket ticket, TicketWriter.Author author) {
        if (ticket.unchanged()) return;
        var id = ticket.before().id();
        var at = now();
        if (!writer.change(ticket, author, at)) throw Refused.conflict("ticket-changed");
        if (ticket.accepted()) events.fire(new TicketAccepted(id, at));
        if (ticket.moved()) {
            events.fire(new TicketMoved(
                    id, ticket.before().category(), ticket.after().category(), at));
        }
        if (ticket.what().contains("company")) writer.tell(ticket.before().space(), ticket.companies());
        events.fire(new TicketChanged(id, ticket.what(), at));
        log.grew();
    }

    /// What would undo a change.
    static TicketChange back(TicketView before, TicketChange change) {
        return new TicketChange(
                change.subject() == null ? null : before.subject(),
                change.type() == null ? null : before.type(),
                change.priority() == null ? null : before.priority(),
                change.state() == null ? null : new StateChoice(before.category(), before.state()),
                change.requester() == null ? null : before.requester(),
                change.company() == null && change.requester() == null ? null : new TicketChange.To(before.company()),
                change.assignee() == null ? null : new TicketChange.To(before.assignee()),
                change.tags() == null
                                && change.more().isEmpty()
                                && change.less().isEmpty()
                        ? null
                        : before.tags(),
                List.of(),
                List.of(),
                Map.of());
    }

    /// Whoever asks from now on; the company stays when it is one of his, and is his first one
    /// otherwise.
    private void ask(Ticket ticket, UUID contact) {
        if (contact.equals(ticket.after().requester())) return;
        var found = requesters
                .find(ticket.before().space(), contact)
                .orElseThrow(() -> Refused.invalid("requester-unknown"));
        ticket.ask(contact, found.name());
        var company = ticket.after().company();
        if (company != null && requesters.company(contact, company).isPresent()) return;
        ticket.attribute(found.company(), found.companyName());
    }

    private void attribute(Ticket ticket, TicketChange.To to) {
        var company = to.id();
        if (Objects.equals(company, ticket.after().company())) return;
        var name = company == null
                ? null
                : requesters
                        .company(ticket.after().requester(), company)
                        .orElseThrow(() -> Refused.invalid("company-not-his"));
        ticket.attribute(company, name);
    }

    private void assign(Ticket ticket, TicketChange.To to) {
        var member = to.id();
        if (Objects.equals(member, ticket.after().assignee())) return;
        var name = member == null
                ? null
                : team.find(ticket.before().space(), member)
                        .orElseThrow(() -> Refused.invalid("member-unknown"))
                        .name();
        ticket.assign(member, name);
        if (member != null && ticket.after().category() == TicketCategory.NEW) {
            move(ticket, StateChoice.of(TicketCategory.OPEN));
        }
    }

    private static void tag(Ticket ticket, TicketChange change) {
        if (change.tags() == null && change.more().isEmpty() && change.less().isEmpty()) return;
        var before = change.tags() == null ? ticket.after().tags() : change.tags();
        var less = new HashSet<>(Tags.read(change.less()));
        var all = new java.util.ArrayList<>(before);
        all.addAll(change.more());
        ticket.tag(Tags.read(all).stream().filter(tag -> !less.contains(tag)).toList());
    }
}
