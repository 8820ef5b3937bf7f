package app.lienzo.tickets;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to tickets for the team: opening, finding, changing. Who works in a space sees and works on
/// all its tickets.
@ApplicationScoped
public class TicketService {
    private final Tickets tickets;
    private final Opening opening;
    private final Replying replying;
    private final Changing changing;
    private final Undoing undoing;
    private final Team team;
    private final SpaceService spaces;
    private final TicketConfig config;

    TicketService(
            Tickets tickets,
            Opening opening,
            Replying replying,
            Changing changing,
            Undoing undoing,
            Team team,
            SpaceService spaces,
            TicketConfig config) {
        this.tickets = tickets;
        this.opening = opening;
        this.replying = replying;
        this.changing = changing;
        this.undoing = undoing;
        this.team = team;
        this.spaces = spaces;
        this.config = config;
    }

    /// What became of a ticket that was handed in.
    ///
    /// @param made false when it had been opened before under the same key
    public record Opened(TicketView ticket, boolean made) {}

    /// What became of a change of several.
    ///
    /// @param changed how many are different now
    /// @param undo what [#undo] takes it back by; null when nothing is different
    public record Bulk(int changed, @Nullable UUID undo) {}

    /// The most characters of a subject, and those typed for an entry.
    public int subjectMax() {
        return config.subjectMax();
    }

    public int textMax() {
        return config.textMax();
    }

    public int bulkMax() {
        return config.bulkMax();
    }

    /// Opens a ticket. What came by the API or a mail is the requester's word, everything else the
    /// member's.
    ///
    /// @throws Refused `ticket-subject-missing`, `ticket-subject-too-long`, `ticket-text-too-long`,
    ///     `requester-missing`,
    ///     `requester-unknown`, `email-invalid`, `company-not-his`, `member-unknown`,
    ///     `attachment-unknown`, `attachments-too-many`, `tags-too-many`, `ticket-key-reused`; then
    ///     nothing is kept
    public Opened open(SignedIn me, NewTicket wish) {
        me.require(Permission.TICKETS_WORK, wish.space());
        spaces.requireInUse(wish.space());
        var author = switch (wish.source()) {
            case API, EMAIL, PORTAL -> new TicketWriter.Author(EntryBy.CONTACT, null, "");
            case AGENT, CONVERSATION -> author(me);
        };
        var key = wish.key() == null ? null : me.member() + ":" + wish.key();
        var opened = opening.open(wish.under(key), author, me.member());
        return new Opened(opened.ticket(), opened.made());
    }

    /// A page of a list.
    public List<TicketView> list(SignedIn me, TicketQuery query) {
        return tickets.list(me, query);
    }

    /// @throws Refused not found
    public TicketView require(SignedIn me, UUID id) {
        return tickets.visible(me, id).orElseThrow(Refused::notFound);
    }

    /// Empty where [#require] refuses.
    public Optional<TicketView> visible(SignedIn me, UUID id) {
        return tickets.visible(me, id);
    }

    /// Those of several that the member may see, by number.
    public List<TicketView> visible(SignedIn me, Collection<UUID> ids) {
        return tickets.visible(me, ids);
    }

    /// @throws Refused not found
    public TicketView byNumber(SignedIn me, UUID space, long number) {
        return tickets.visible(me, space, number).orElseThrow(Refused::notFound);
    }

    /// Changes what is said; each difference becomes a line of the ticket.
    ///
    /// @param version the one that was looked at; null for whatever there is
    /// @throws Refused `ticket-changed`, `ticket-merged`, and what [#open] refuses of the same things
    @Transactional
    public TicketView change(SignedIn me, UUID id, TicketChange change, @Nullable Integer version) {
        var before = locked(me, id);
        if (version != null && version != before.version()) throw Refused.conflict("ticket-changed");
        change(me, before, change);
        return tickets.find(id).orElseThrow(Refused::notFound);
    }

    /// The same with a way back: state, assignee and the like are undone rather than asked about.
    @Transactional
    public Bulk changeUndoably(SignedIn me, UUID id, TicketChange change, @Nullable Integer version) {
        var before = locked(me, id);
        if (version != null && version != before.version()) throw Refused.conflict("ticket-changed");
        var back = change(me, before, change);
        return back.map(one -> new Bulk(1, undoing.keep(me, List.of(one)))).orElseGet(() -> new Bulk(0, null));
    }

    /// Changes several, all or none.
    ///
    /// @throws Refused not found when the member may not see one of them, `tickets-too-many`, and what
    ///     [#change] refuses
    @Transactional
    public Bulk bulk(SignedIn me, Collection<UUID> ids, TicketChange change) {
        var distinct = new HashSet<>(ids).stream().sorted().toList();
        if (distinct.size() > config.bulkMax()) throw Refused.invalid("tickets-too-many", config.bulkMax());
        var backs = new ArrayList<Undoing.Back>();
        for (var id : distinct) change(me, locked(me, id), change).ifPresent(backs::add);
        return new Bulk(backs.size(), backs.isEmpty() ? null : undoing.keep(me, backs));
    }

    /// Takes back what [#bulk] or [#changeUndoably] did, but for tickets that were changed again
    /// meanwhile.
    ///
    /// @return how many are as they were
    /// @throws Refused `undo-too-late`
    @Transactional
    public int undo(SignedIn me, UUID undo) {
        var backs = undoing.take(me, undo);
        if (backs.isEmpty()) throw Refused.conflict("undo-too-late");
        int undone = 0;
        for (var back : backs) {
            var ticket = tickets.locked(me, back.ticket());
            if (ticket.isEmpty() || ticket.get().version() != back.version()) continue;
            change(me, ticket.get(), back.change());
            undone++;
        }
        return undone;
    }

    /// Answers the customer.
    ///
    /// @throws Refused `ticket-newer` when something public came in since, `ticket-closed`,
    ///     `ticket-merged`, `ticket-text-missing`, `ticket-text-too-long`, `attachment-unknown`,
    ///     `attachments-too-many`, `ticket-key-reused`
    public EntryView reply(SignedIn me, UUID id, NewEntry entry) {
        return replying.reply(require(me, id), entry, author(me), me.member() + ":");
    }

    /// Writes something down for the team.
    ///
    /// @throws Refused as [#reply]
    public EntryView note(SignedIn me, UUID id, NewEntry entry) {
        return replying.note(require(me, id), entry, author(me), me.member() + ":");
    }

    public TicketView assign(SignedIn me, UUID id, @Nullable UUID member, @Nullable Integer version) {
        return change(me, id, TicketChange.NOTHING.withAssignee(member), version);
    }

    public TicketView state(SignedIn me, UUID id, StateChoice state, @Nullable Integer version) {
        return change(me, id, TicketChange.NOTHING.withState(state), version);
    }

    /// To whom tickets of a space can be given, by name.
    public List<Colleague> team(SignedIn me, UUID space) {
        me.require(Permission.TICKETS_WORK, space);
        return team.of(space);
    }

    private Optional<Undoing.Back> change(SignedIn me, TicketView before, TicketChange change) {
        var ticket = changing.begin(before);
        changing.apply(ticket, change);
        changing.keep(ticket, author(me));
        if (ticket.unchanged()) return Optional.empty();
        return Optional.of(new Undoing.Back(before.id(), before.version() + 1, Changing.back(before, change)));
    }

    private TicketView locked(SignedIn me, UUID id) {
        var ticket = tickets.locked(me, id).orElseThrow(Refused::notFound);
        spaces.requireInUse(ticket.space());
        if (ticket.mergedInto() != null) throw Refused.conflict("ticket-merged");
        return ticket;
    }

    static TicketWriter.Author author(SignedIn me) {
        return new TicketWriter.Author(EntryBy.MEMBER, me.member(), me.name());
    }
}
