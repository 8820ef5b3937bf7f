package app.lienzo.jobs;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the queue stands, over all organizations, and the jobs that failed for good. Who may see
/// that is for the caller to see to.
@ApplicationScoped
@Transactional
public class JobHealthService {
    private static final String DEAD = """
            select f.id, f.organization_id, coalesce(o.name, f.organization_id), f.kind, f.reason, f.at
            from platform.failed_job f left join platform.organization o on o.id = f.organization_id
            """;
    private static final Duration LATE = Duration.ofMinutes(1);

    private final TenantSql sql;
    private final JobService jobs;
    private final Clock clock;

    JobHealthService(TenantSql sql, JobService jobs, Clock clock) {
        this.sql = sql;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// @param waiting all that is queued, for now or later
    /// @param late due for more than a minute, and nobody works on it
    /// @param running worked on now
    /// @param failing failed at least once and to be tried again
    /// @param dead failed for good
    /// @param oldest when the job was due that is due longest; null when none is
    public record Health(
            long waiting,
            long late,
            long running,
            long failing,
            long dead,
            @Nullable Instant oldest) {}

    /// A job that failed for good.
    ///
    /// @param kind its class's own name
    public record DeadJob(
            UUID id, String organization, String organizationName, String kind, String reason, Instant at) {}

    public Health health() {
        return sql.first(
                        """
                        select count(*), count(*) filter (where execution_time < ? and not picked), count(*) filter (where picked),
                            count(*) filter (where consecutive_failures > 0), (select count(*) from platform.failed_job),
                            min(execution_time) filter (where execution_time < ? and not picked)
                        from platform.scheduled_tasks
                        """,
                        row -> new Health(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getTimestamp(6) == null
                                        ? null
                                        : row.getTimestamp(6).toInstant()),
                        clock.instant().minus(LATE),
                        clock.instant())
                .orElseThrow();
    }

    /// The jobs that failed for good, the newest first.
    public List<DeadJob> dead(int max) {
        return sql.list(DEAD + "order by f.at desc, f.id desc limit ?", JobHealthService::read, max);
    }

    /// @throws Refused `job-gone` for one that is dead no more
    public DeadJob require(UUID id) {
        return sql.first(DEAD + "where f.id = ?", JobHealthService::read, id)
                .orElseThrow(() -> Refused.conflict("job-gone"));
    }

    /// Queues a dead job once more, for the organization it was for.
    ///
    /// @throws Refused `job-gone` when somebody did already
    public void retry(UUID id) {
        var envelope = sql.first(
                        "delete from platform.failed_job where id = ? returning organization_id, kind, content::text",
                        row -> new Envelope(row.getString(1), row.getString(2), row.getString(3)),
                        id)
                .orElseThrow(() -> Refused.conflict("job-gone"));
        jobs.enqueue(envelope);
    }

    private static DeadJob read(ResultSet row) throws SQLException {
        return new DeadJob(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4).substring(row.getString(4).lastIndexOf('.') + 1),
                row.getString(5),
                row.getTimestamp(6).toInstant());
    }
}
