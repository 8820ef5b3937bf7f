package app.lienzo.tickets;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// The door to what makes one ticket of two and two of one.
@ApplicationScoped
public class MergeService {
    private final Tickets tickets;
    private final Entries entries;
    private final TicketWriter writer;
    private final Changing changing;
    private final Splitting splitting;
    private final TicketLinkService links;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final EventLog log;
    private final TenantSql sql;

    MergeService(
            Tickets tickets,
            Entries entries,
            TicketWriter writer,
            Changing changing,
            Splitting splitting,
            TicketLinkService links,
            SpaceService spaces,
            AuditTrail audit,
            EventLog log,
            TenantSql sql) {
        this.tickets = tickets;
        this.entries = entries;
        this.writer = writer;
        this.changing = changing;
        this.splitting = splitting;
        this.links = links;
        this.spaces = spaces;
        this.audit = audit;
        this.log = log;
        this.sql = sql;
    }

    /// What a merge would do.
    ///
    /// @param entries how many lines would move
    public record Preview(TicketView from, TicketView into, int entries) {
        /// Whether the same contact asked for both.
        public boolean sameRequester() {
            return from.requester().equals(into.requester());
        }

        /// Whether whoever reads the one that goes on could read the other one too, and what was said
        /// publicly stays public; otherwise it becomes notes, so that no customer reads another one's
        /// words and no company's main contact those that were none of his company's.
        public boolean sameReaders() {
            return sameRequester() && (into.company() == null || into.company().equals(from.company()));
        }
    }

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
        return new Preview(from, into, moving);
    }

    /// Lets a ticket go on as another one of its space: what was said moves there, who followed it and
    /// what it was linked with too; it is closed and leads there.
    ///
    /// @return the one that goes on
    /// @throws Refused not found, forbidden, `ticket-number-unknown`, `tickets-same`, `ticket-merged`,
    ///     `ticket-closed` when the other one is
    @Transactional
    public TicketView merge(SignedIn me, UUID id, long number) {
        var asked = preview(me, id, number);
        var both = tickets.locked(List.of(id, asked.into().id()));
        // Somebody may have given either of them to another requester or company meanwhile.
        var now = new Preview(both.getFirst(), both.getLast(), asked.entries());
        var from = now.from();
        var into = now.into();
        check(me, from, into);
        move(from, into, now.sameReaders());
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
        var made = splitting.open(me, ticket, entry);
        var author = TicketService.author(me);
        links.keep(made, ticket, LinkKind.RELATED);
        writer.line(id, new EntryView.Change("split", null, "#" + made.number()), author, changing.now());
        writer.line(made.id(), new EntryView.Change("split-from", null, "#" + ticket.number()), author, changing.now());
        log.grew();
        return made;
    }

    private void check(SignedIn me, TicketView from, TicketView into) {
        me.require(Permission.TICKETS_MANAGE, from.space());
        spaces.requireInUse(from.space());
        if (from.id().equals(into.id())) throw Refused.invalid("tickets-same");
        if (from.mergedInto() != null || into.mergedInto() != null) throw Refused.conflict("ticket-merged");
        if (into.closed()) throw Refused.conflict("ticket-closed");
    }

    private void move(TicketView from, TicketView into, boolean sameReaders) {
        sql.list(
                """
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
                """, row -> row.getInt(1), into.id(), into.lastSeq(), from.number(), sameReaders, from.id(), into.id());
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
