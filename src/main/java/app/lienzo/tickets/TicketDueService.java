package app.lienzo.tickets;

import app.lienzo.live.EventLog;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door for whoever keeps the clocks of tickets: when something is due, when that is near, and when it is over.
@ApplicationScoped
@Transactional
public class TicketDueService {
    private final TicketWriter writer;
    private final TenantSql sql;
    private final EventLog log;
    private final Clock clock;

    TicketDueService(TicketWriter writer, TenantSql sql, EventLog log, Clock clock) {
        this.writer = writer;
        this.sql = sql;
        this.log = log;
        this.clock = clock;
    }

    /// When the next of its clocks runs out. No change of the ticket: no new version, no line.
    ///
    /// @param what which clock; null with no time
    public void due(UUID ticket, @Nullable Instant at, @Nullable String what) {
        int told = sql.list("""
                        with t as (
                            update lienzo.ticket set due_at = ?::timestamptz, due_what = ?::text
                            where id = ? and (due_at, due_what) is distinct from (?::timestamptz, ?::text) returning *
                        )
                        select lienzo.emit_event(tenant_id, 'ticket-change', space_id, id, null,
                            jsonb_build_object('seq', last_seq, 'what', jsonb_build_array('due'))) from t
                        """, _ -> 1, at, what, ticket, at, what).size();
        if (told > 0) log.grew();
    }

    /// Tells whoever holds it that one of its clocks is about to run out.
    ///
    /// @param what `near-first`, `near-next` or `near-solution`
    public void nearing(UUID ticket, String what) {
        tell(ticket, what);
    }

    /// Writes into its history that one of its clocks ran out, and tells whoever holds it.
    ///
    /// @param what `overdue-first`, `overdue-next` or `overdue-solution`
    public void overdue(UUID ticket, String what) {
        writer.line(ticket, new EntryView.Change(what, null, null), TicketWriter.Author.SYSTEM, clock.instant());
        log.grew();
        tell(ticket, what);
    }

    /// Nobody but him hears of it.
    private void tell(UUID ticket, String what) {
        int told = sql.list("""
                        select lienzo.emit_event(tenant_id, 'ticket-due', space_id, id, assignee_id,
                            jsonb_build_object('what', ?::text, 'number', number, 'assignee', assignee_id))
                        from lienzo.ticket where id = ? and assignee_id is not null
                        """, _ -> 1, what, ticket).size();
        if (told > 0) log.grew();
    }
}
