package app.lienzo.tickets;

import app.lienzo.audit.AuditTrail;
import app.lienzo.files.FileService;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.RichText;
import app.lienzo.kernel.SafeText;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The door to what makes one ticket of two and two of one.
@ApplicationScoped
public class MergeService {
    private static final int SUBJECT_MAX = 80;

    private final Tickets tickets;
    private final Entries entries;
    private final TicketWriter writer;
    private final Opening opening;
    private final Changing changing;
    private final Replying replying;
    private final TicketLinkService links;
    private final TicketFiles attachments;
    private final FileService files;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final EventLog log;
    private final TenantSql sql;

    MergeService(
            Tickets tickets,
            Entries entries,
            TicketWriter writer,
            Opening opening,
            Changing changing,
            Replying replying,
            TicketLinkService links,
            TicketFiles attachments,
            FileService files,
            SpaceService spaces,
            AuditTrail audit,
            EventLog log,
            TenantSql sql) {
        this.tickets = tickets;
        this.entries = entries;
        this.writer = writer;
        this.opening = opening;
        this.changing = changing;
        this.replying = replying;
        this.links = links;
        this.attachments = attachments;
        this.files = files;
        this.spaces = spaces;
        this.audit = audit;
        this.log = log;
        this.sql = sql;
    }

    /// What a merge would do.
    ///
    /// @param entries how many lines would move
    /// @param sameRequester whether what was said publicly stays public; otherwise it becomes notes, so
    ///     that no customer
    ///     reads another one's words
    public record Preview(TicketView from, TicketView into, int entries, boolean sameRequester) {}

    /// @param number of the one that goes on
    /// @throws Refused as [#merge]
    public Preview preview(SignedIn me, UUID id, long number) {
        var from = tickets.visible(me, id).orElseThrow(Refused::notFound);
        var into =
                tickets.visible(me, from.space(), number).orElseThrow(() -> Refused.invalid("ticket-number-unknown"));
        check(me, from, into);
        int moving = sql.first(
                        "select count(*)::int from lienzo.ticket_entry where ticket_id = ? and kind <> 'CHANGE'",
                        row -> row.getInt(1),
                        id)
                .orElse(0);
        return new Preview(from, into, moving, from.requester().equals(into.requester()));
    }

    /// Lets a ticket go on as another one of its space: what was said moves there, who followed it and
    /// what it was linked with too; it is closed and leads there.
    ///
    /// @return the one that goes on
    /// @throws Refused not found, forbidden, `ticket-number-unknown`, `tickets-same`, `ticket-merged`,
    ///     `ticket-closed` when the other one is
    @Transactional
    public TicketView merge(SignedIn me, UUID id, long number) {
        var preview = preview(me, id, number);
        var both = locked(List.of(id, preview.into().id()));
        var from = both.getFirst();
        var into = both.getLast();
        check(me, from, into);
        move(from, into, preview.sameRequester());
        gather(from.id(), into.id());
        var author = TicketService.author(me);
        var ticket = changing.begin(from);
        changing.move(ticket, StateChoice.of(TicketCategory.CLOSED));
        ticket.mergeInto(into);
        changing.keep(ticket, author);
        writer.line(into.id(), new EntryView.Change("merged-in", null, "#" + from.number()), author, changing.now());
        audit.record(me.actor(), "ticket-merged", "ticket", from.id());
        log.grew();
        return tickets.find(into.id()).orElseThrow(Refused::notFound);
    }

    /// Makes a ticket of its own of what was said in a line, for whoever said it. The line stays where
    /// it is; a note stays a note.
    ///
    /// @throws Refused not found, `ticket-entry-whole` for the description, `ticket-merged`
    @Transactional
    public TicketView split(SignedIn me, UUID id, int seq) {
        var ticket = tickets.locked(me, id).orElseThrow(Refused::notFound);
        spaces.requireInUse(ticket.space());
        if (ticket.mergedInto() != null) throw Refused.conflict("ticket-merged");
        var entry = entries.at(id, seq)
                .filter(line -> line.kind() != EntryKind.CHANGE)
                .orElseThrow(Refused::notFound);
        if (entry.kind() == EntryKind.DESCRIPTION) throw Refused.invalid("ticket-entry-whole");
        var made = opened(me, ticket, entry);
        var author = TicketService.author(me);
        links.keep(made, ticket, LinkKind.RELATED);
        writer.line(id, new EntryView.Change("split", null, "#" + made.number()), author, changing.now());
        writer.line(made.id(), new EntryView.Change("split-from", null, "#" + ticket.number()), author, changing.now());
        log.grew();
        return made;
    }

    private TicketView opened(SignedIn me, TicketView ticket, EntryView entry) {
        boolean note = entry.kind() == EntryKind.NOTE;
        boolean byContact = entry.by() == EntryBy.CONTACT && entry.authorId() != null;
        var copies = copies(me, entry);
        var wish = new NewTicket(
                ticket.space(),
                Requester.of(byContact && entry.authorId() != null ? entry.authorId() : ticket.requester()),
                subject(ticket, entry),
                note ? Written.NOTHING : Written.html(entry.body()),
                ticket.type(),
                ticket.priority(),
                ticket.source(),
                null,
                null,
                ticket.tags(),
                Map.of(),
                note ? List.of() : copies,
                null,
                null);
        var author = byContact
                ? new TicketWriter.Author(EntryBy.CONTACT, null, "")
                : new TicketWriter.Author(EntryBy.MEMBER, entry.authorId(), entry.author());
        var made = opening.open(wish, author, me.member()).ticket();
        if (note) {
            var kept = new NewEntry(Written.html(entry.body()), null, null, null, copies);
            replying.note(made, kept, TicketService.author(me), "");
        }
        return made;
    }

    private List<UUID> copies(SignedIn me, EntryView entry) {
        var copies = new ArrayList<UUID>();
        for (var file : entry.files()) {
            var copy = files.store(file.name(), files.content(file.id()));
            attachments.uploaded(copy.id(), me.member(), null);
            copies.add(copy.id());
        }
        return copies;
    }

    private static String subject(TicketView ticket, EntryView entry) {
        var first = RichText.plain(entry.body()).lines().findFirst().orElse("");
        return first.isBlank() ? ticket.subject() : SafeText.line(first, SUBJECT_MAX);
    }

    private void check(SignedIn me, TicketView from, TicketView into) {
        me.require(Permission.TICKETS_MANAGE, from.space());
        spaces.requireInUse(from.space());
        if (from.id().equals(into.id())) throw Refused.invalid("tickets-same");
        if (from.mergedInto() != null || into.mergedInto() != null) throw Refused.conflict("ticket-merged");
        if (into.closed()) throw Refused.conflict("ticket-closed");
    }

    /// Always in the same order, so that two merges do not wait for each other.
    private List<TicketView> locked(List<UUID> ids) {
        var found = ids.stream()
                .sorted()
                .map(id -> tickets.locked(id).orElseThrow(Refused::notFound))
                .toList();
        return found.getFirst().id().equals(ids.getFirst()) ? found : found.reversed();
    }

    private void move(TicketView from, TicketView into, boolean samePerson) {
        sql.list("""
                with m as (
                    update lienzo.ticket_entry e set ticket_id = ?, seq = ? + x.place, source = null, source_hash = null,
                        merged_from = coalesce(e.merged_from, ?),
                        kind = case when e.kind = 'NOTE' or not ? then 'NOTE' else 'REPLY' end
                    from (select id, row_number() over (order by seq) as place from lienzo.ticket_entry
                          where ticket_id = ? and kind <> 'CHANGE') x
                    where e.id = x.id returning e.seq, e.kind, e.by
                ), t as (
                    update lienzo.ticket set
                        last_seq = greatest(last_seq, (select max(seq) from m)),
                        last_by_contact = greatest(last_by_contact, (select max(seq) from m where kind = 'REPLY' and by = 'CONTACT')),
                        last_by_team = greatest(last_by_team, (select max(seq) from m where kind = 'REPLY' and by <> 'CONTACT'))
                    where id = ? returning 1
                )
                select 1 from t
                """, row -> row.getInt(1), into.id(), into.lastSeq(), from.number(), samePerson, from.id(), into.id());
    }

    private void gather(UUID from, UUID into) {
        sql.update("""
                insert into lienzo.ticket_follower (tenant_id, ticket_id, member_id)
                select tenant_id, ?, member_id from lienzo.ticket_follower where ticket_id = ? on conflict do nothing
                """, into, from);
        sql.update("""
                insert into lienzo.ticket_conversation (tenant_id, ticket_id, conversation_id)
                select tenant_id, ?, conversation_id from lienzo.ticket_conversation where ticket_id = ? on conflict do nothing
                """, into, from);
        sql.update("delete from lienzo.ticket_draft where ticket_id = ?", from);
        sql.update("update lienzo.ticket set merged_into = ? where merged_into = ?", into, from);
    }
}
