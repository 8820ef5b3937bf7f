package app.lienzo.tickets;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The door to the closing of solved tickets that nobody answered: the setting of a space, and doing it. A closed
/// ticket
/// takes no more words: whoever needs more opens another one.
@ApplicationScoped
public class TicketClosingService {
    /// Solved so long, and nothing said since. Takes the moment twice.
    private static final String DUE = """
            t.category = 'SOLVED' and t.merged_into is null and t.solved_at <= ? and not exists (
                select 1 from lienzo.ticket_entry e where e.tenant_id = t.tenant_id and e.ticket_id = t.id
                  and e.seq = greatest(t.last_by_contact, t.last_by_team) and e.at > ?)
            """;

    private final Tickets tickets;
    private final Changing changing;
    private final SpaceService spaces;
    private final TenantSql sql;
    private final AuditTrail audit;
    private final Clock clock;
    private final TicketConfig config;

    TicketClosingService(
            Tickets tickets,
            Changing changing,
            SpaceService spaces,
            TenantSql sql,
            AuditTrail audit,
            Clock clock,
            TicketConfig config) {
        this.tickets = tickets;
        this.changing = changing;
        this.spaces = spaces;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// @throws Refused as [SignedIn#require]
    public TicketClosing of(SignedIn me, UUID space) {
        me.require(Permission.SPACE_SETTINGS, space);
        return of(space);
    }

    /// @param days 0 for never
    /// @param version that was looked at
    /// @throws Refused `closing-days-invalid`, `closing-changed`, `space-archived`, and as [SignedIn#require]
    @Transactional
    public TicketClosing change(SignedIn me, UUID space, int days, int version) {
        me.require(Permission.SPACE_SETTINGS, space);
        spaces.requireInUse(space);
        if (days < 0 || days > TicketClosing.DAYS_MAX)
            throw Refused.invalid("closing-days-invalid", TicketClosing.DAYS_MAX);
        var before = of(space);
        if (before.version() != version) throw Refused.conflict("closing-changed");
        if (before.days() == days) return before;
        int changed = sql.update("""
                insert into lienzo.ticket_closing as c (tenant_id, space_id, days, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?) on conflict (tenant_id, space_id)
                do update set days = excluded.days, changed_at = excluded.changed_at, version = c.version + 1
                where c.version = ?
                """, space, days, clock.instant(), version);
        if (changed == 0) throw Refused.conflict("closing-changed");
        audit.record(me.actor(), "ticket-closing-changed", "space", space);
        return of(space);
    }

    /// Closes what is due in all spaces in use, each ticket in a transaction of its own; of very many the rest next
    /// time.
    /// Whatever happens meanwhile, a ticket is closed once and only while nobody has answered.
    void closeDue() {
        for (var space : spaces.everywhere()) {
            var closing = of(space.id());
            if (closing.never()) continue;
            var since = clock.instant().minus(Duration.ofDays(closing.days()));
            for (var ticket : due(space.id(), since))
                QuarkusTransaction.requiringNew().run(() -> close(ticket, since, closing.days()));
        }
    }

    private List<UUID> due(UUID space, Instant since) {
        return sql.list(
                "select t.id from lienzo.ticket t where t.space_id = ? and " + DUE + " order by t.solved_at limit ?",
                row -> row.getObject(1, UUID.class),
                space,
                since,
                since,
                config.closedAtOnceMax());
    }

    private void close(UUID id, Instant since, int days) {
        var before = tickets.locked(id).orElse(null);
        if (before == null || !due(id, since, before)) return;
        var ticket = changing.begin(before);
        changing.move(ticket, StateChoice.of(TicketCategory.CLOSED));
        ticket.unanswered(days);
        changing.keep(ticket, TicketWriter.Author.SYSTEM);
    }

    /// Asked again under the lock.
    private boolean due(UUID id, Instant since, TicketView ticket) {
        return ticket.category() == TicketCategory.SOLVED
                && sql.first(
                                "select true from lienzo.ticket t where t.id = ? and " + DUE,
                                row -> row.getBoolean(1),
                                id,
                                since,
                                since)
                        .isPresent();
    }

    private TicketClosing of(UUID space) {
        return sql.first(
                        "select days, version from lienzo.ticket_closing where space_id = ?",
                        row -> new TicketClosing(row.getInt(1), row.getInt(2)),
                        space)
                .orElseGet(() -> new TicketClosing(config.closedAfterDays(), 0));
    }
}
