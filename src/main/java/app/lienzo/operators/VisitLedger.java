package app.lienzo.operators;

import app.lienzo.audit.Actor;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells the trails of visits to the organization in scope that are over: each once, however it ended.
@ApplicationScoped
class VisitLedger {
    private final Journal journal;
    private final TenantSql sql;
    private final Clock clock;

    VisitLedger(Journal journal, TenantSql sql, Clock clock) {
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /// @param address where the operator sits who ended it himself; null for where the request came
    ///     from, empty when it was nobody's doing
    @Transactional
    void close(@Nullable String address) {
        var now = clock.instant();
        var over =
                sql.list("""
                update platform.organization_visit v set closed = true, ends_at = least(v.ends_at, ?,
                    (select l.ends_at from lienzo.visit l where l.id = v.id))
                where v.organization_id = current_setting('lienzo.tenant') and not v.closed
                    and (v.ends_at <= ? or not exists (select from lienzo.visit l where l.id = v.id and l.ends_at > ?))
                returning v.operator_id, v.operator
                """, row -> new Actor(row.getObject(1, UUID.class), row.getString(2), address), now, now, now);
        over.forEach(operator -> journal.write(operator, "visit-ended", "", ""));
    }
}
