package app.lienzo.sla;

import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// When somebody has to look at which clock, of all organizations.
@ApplicationScoped
class Alarms {
    private final TenantSql sql;

    Alarms(TenantSql sql) {
        this.sql = sql;
    }

    record Alarm(String organization, UUID ticket) {}

    /// Takes what has come, so that no other replica does until the lease ends.
    List<Alarm> take(Instant now, Duration lease, int max) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        """
                update platform.clock_alarm set at = ?
                where (organization_id, ticket_id, metric) in (
                    select organization_id, ticket_id, metric from platform.clock_alarm
                    where at <= ? order by at for update skip locked limit ?)
                returning organization_id, ticket_id
                """,
                        row -> new Alarm(row.getString(1), row.getObject(2, UUID.class)),
                        now.plus(lease),
                        now,
                        max));
    }

    /// Sets the alarms of a ticket's clocks to what their rows say; in the transaction that looked at them.
    void set(UUID ticket) {
        sql.update("""
                delete from platform.clock_alarm a where a.organization_id = current_setting('lienzo.tenant') and a.ticket_id = ?
                  and not exists (select 1 from lienzo.clock c where c.ticket_id = a.ticket_id and c.metric = a.metric and c.alarm_at is not null);
                update platform.clock_alarm a set at = c.alarm_at from lienzo.clock c
                where a.organization_id = current_setting('lienzo.tenant') and a.ticket_id = ?
                  and c.ticket_id = a.ticket_id and c.metric = a.metric and c.alarm_at is not null
                """, ticket, ticket);
    }
}
