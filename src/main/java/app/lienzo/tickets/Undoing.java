package app.lienzo.tickets;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// What takes changes back, kept for a while.
@ApplicationScoped
class Undoing {
    private final TicketRows rows;
    private final TenantSql sql;
    private final Clock clock;
    private final TicketConfig config;

    Undoing(TicketRows rows, TenantSql sql, Clock clock, TicketConfig config) {
        this.rows = rows;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// One ticket's way back.
    ///
    /// @param version it has after the change: whoever changes it again takes the way back away
    record Back(UUID ticket, int version, TicketChange change) {}

    UUID keep(SignedIn me, List<Back> changes) {
        var id = Ids.next();
        sql.update("""
                insert into lienzo.ticket_undo (tenant_id, id, member_id, changes, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?::jsonb, ?)
                """, id, me.member(), rows.written(changes), clock.instant());
        return id;
    }

    /// Works once; nothing for what is too old or somebody else's.
    List<Back> take(SignedIn me, UUID id) {
        return sql.first(
                        "delete from lienzo.ticket_undo where id = ? and member_id = ? and created_at > ? returning changes::text",
                        row -> List.of(rows.read(row.getString(1), Back[].class)),
                        id,
                        me.member(),
                        clock.instant().minus(config.undoable()))
                .orElse(List.of());
    }

    void forgetOld() {
        sql.update(
                "delete from lienzo.ticket_undo where created_at < ?",
                clock.instant().minus(config.undoable()));
    }
}
