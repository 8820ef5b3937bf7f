package app.lienzo.sla;

import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

/// Has the deadlines of open tickets counted again after what they follow from was changed.
@ApplicationScoped
public class RecountService {
    private final TenantSql sql;
    private final JobService jobs;
    private final Clock clock;

    RecountService(TenantSql sql, JobService jobs, Clock clock) {
        this.sql = sql;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// With the caller's transaction; nothing where nobody ever promised anything. One that is going on already gives
    /// way: the newer one begins after the change.
    @Transactional(Transactional.TxType.MANDATORY)
    void ask() {
        if (sql.first("select 1 from lienzo.response_policy limit 1", row -> row.getInt(1))
                .isEmpty()) return;
        var id = Ids.next();
        var now = clock.instant();
        sql.update("update lienzo.clock_recount set finished_at = ? where finished_at is null", now);
        sql.update("""
                insert into lienzo.clock_recount (tenant_id, id, asked_at) values (current_setting('lienzo.tenant'), ?, ?)
                """, id, now);
        jobs.enqueue(new RecountClocks(id));
    }

    /// The last one; nothing when there was none.
    public Optional<RecountView> last() {
        return sql.first(
                "select total, done, asked_at, finished_at from lienzo.clock_recount order by id desc limit 1", row -> {
                    Timestamp finished = row.getTimestamp(4);
                    return new RecountView(
                            row.getInt(1),
                            row.getInt(2),
                            row.getTimestamp(3).toInstant(),
                            finished == null ? null : finished.toInstant());
                });
    }
}
