package app.lienzo.tickets;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The door to links between tickets of a space: related, a duplicate of, a part of.
@ApplicationScoped
public class TicketLinkService {
    private final Tickets tickets;
    private final TicketWriter writer;
    private final SpaceService spaces;
    private final EventLog log;
    private final TenantSql sql;
    private final Clock clock;
    private final TicketConfig config;

    TicketLinkService(
            Tickets tickets,
            TicketWriter writer,
            SpaceService spaces,
            EventLog log,
            TenantSql sql,
            Clock clock,
            TicketConfig config) {
        this.tickets = tickets;
        this.writer = writer;
        this.spaces = spaces;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    private record Row(UUID other, LinkKind kind) {}

    /// Those of a ticket the member may see, by number.
    ///
    /// @throws Refused not found
    public List<TicketLink> of(SignedIn me, UUID id) {
        require(me, id);
        Map<UUID, LinkKind> kinds =
                rows(id).stream().collect(Collectors.toMap(Row::other, Row::kind, (kind, _) -> kind));
        return tickets.visible(me, kinds.keySet()).stream()
                .map(other -> new TicketLink(kinds.getOrDefault(other.id(), LinkKind.RELATED), other))
                .toList();
    }

    /// Links two of one space; a link that the two have already becomes the new one.
    ///
    /// @param number of the other one
    /// @throws Refused not found, `ticket-number-unknown`, `tickets-same`, `ticket-links-too-many` when
    ///     either has as many as there may be
    @Transactional
    public void link(SignedIn me, UUID id, long number, LinkKind kind) {
        var ticket = require(me, id);
        spaces.requireInUse(ticket.space());
        var other =
                tickets.visible(me, ticket.space(), number).orElseThrow(() -> Refused.invalid("ticket-number-unknown"));
        if (other.id().equals(id)) throw Refused.invalid("tickets-same");
        // Both are held, so that two who link them at once, each from its side, make one link.
        for (var one : tickets.locked(List.of(id, other.id()))) {
            if (rows(one.id()).size() >= config.linksMax())
                throw Refused.conflict("ticket-links-too-many", config.linksMax());
        }
        keep(ticket, other, kind);
        var now = now();
        var author = TicketService.author(me);
        writer.line(id, new EntryView.Change("linked", null, "#" + number), author, now);
        writer.line(other.id(), new EntryView.Change("linked", null, "#" + ticket.number()), author, now);
        log.grew();
    }

    /// @param other the other one's id
    /// @throws Refused not found, also when the two are not linked
    @Transactional
    public void unlink(SignedIn me, UUID id, UUID other) {
        var ticket = require(me, id);
        var gone = require(me, other);
        spaces.requireInUse(ticket.space());
        if (remove(id, other) == 0) throw Refused.notFound();
        var now = now();
        var author = TicketService.author(me);
        writer.line(id, new EntryView.Change("unlinked", "#" + gone.number(), null), author, now);
        writer.line(other, new EntryView.Change("unlinked", "#" + ticket.number(), null), author, now);
        log.grew();
    }

    /// In the caller's transaction, without a word of it.
    void keep(TicketView ticket, TicketView other, LinkKind kind) {
        remove(ticket.id(), other.id());
        var from = kind.fromOther() ? other : ticket;
        var to = kind.fromOther() ? ticket : other;
        sql.update("""
                insert into lienzo.ticket_link (tenant_id, space_id, ticket_id, other_id, kind)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                """, ticket.space(), from.id(), to.id(), kind.kept());
    }

    private int remove(UUID one, UUID other) {
        return sql.update(
                "delete from lienzo.ticket_link where (ticket_id = ? and other_id = ?) or (ticket_id = ? and other_id = ?)",
                one,
                other,
                other,
                one);
    }

    private List<Row> rows(UUID id) {
        return sql.list("""
                select other_id, case kind when 'DUPLICATE' then 'DUPLICATE_OF' when 'PARENT' then 'PART_OF' else kind end
                from lienzo.ticket_link where ticket_id = ?
                union all
                select ticket_id, case kind when 'DUPLICATE' then 'DUPLICATED_BY' when 'PARENT' then 'HAS_PART' else kind end
                from lienzo.ticket_link where other_id = ?
                """, row -> new Row(row.getObject(1, UUID.class), LinkKind.valueOf(row.getString(2))), id, id);
    }

    private TicketView require(SignedIn me, UUID id) {
        return tickets.visible(me, id).orElseThrow(Refused::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
