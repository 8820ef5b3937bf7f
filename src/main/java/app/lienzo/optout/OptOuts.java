package app.lienzo.optout;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `platform.optout_request` and its steps: those of the organization in scope, all of them in the
/// platform's.
@ApplicationScoped
class OptOuts {
    static final String SELECT = """
            select r.id, r.organization_id, coalesce(o.name, r.organization_id), coalesce(o.slug, ''), r.state, r.requested_at, r.requested_by,
              r.taken_by, r.taken_name, r.escalated_at, r.ended_at, r.ended_by, r.reason, r.overdue
            from platform.optout_request r left join platform.organization o on o.id = r.organization_id
            """;

    private final TenantSql sql;

    OptOuts(TenantSql sql) {
        this.sql = sql;
    }

    /// @return false when the organization at hand has one that is open
    boolean add(UUID id, String by, Instant now) {
        return sql.update("""
                        insert into platform.optout_request (organization_id, id, state, requested_at, requested_by)
                        values (current_setting('lienzo.tenant'), ?, 'REQUESTED', ?, ?)
                        on conflict (organization_id) where state in ('REQUESTED', 'IN_WORK') do nothing
                        """, id, now, by) > 0;
    }

    int countOwn() {
        return sql.first(
                        "select count(*) from platform.optout_request where organization_id = current_setting('lienzo.tenant')",
                        row -> row.getInt(1))
                .orElse(0);
    }

    /// The newest one of the organization at hand.
    Optional<OptOutView> own() {
        return sql.first(
                SELECT + " where r.organization_id = current_setting('lienzo.tenant') order by r.id desc limit 1",
                OptOuts::view);
    }

    Optional<OptOutView> find(UUID id) {
        return sql.first(SELECT + " where r.id = ?", OptOuts::view, id);
    }

    OptOutView require(UUID id) {
        return find(id).orElseThrow(Refused::notFound);
    }

    /// @param from who has it now; null for nobody
    boolean take(UUID id, UUID operator, String name, @Nullable UUID from) {
        return sql.update("""
                        update platform.optout_request set state = 'IN_WORK', taken_by = ?, taken_name = ?
                        where id = ? and state in ('REQUESTED', 'IN_WORK') and taken_by is not distinct from ?::uuid
                        """, operator, name, id, from) > 0;
    }

    /// Only who has it in hand ends it.
    boolean end(UUID id, OptOutState state, UUID operator, String name, @Nullable String reason, Instant now) {
        return sql.update("""
                        update platform.optout_request set state = ?, ended_at = ?, ended_by = ?, reason = ?::text
                        where id = ? and state = 'IN_WORK' and taken_by = ?
                        """, state, now, name, reason, id, operator) > 0;
    }

    boolean escalate(UUID id, Instant now, Instant before) {
        return sql.update("""
                        update platform.optout_request set escalated_at = ?
                        where id = ? and state in ('REQUESTED', 'IN_WORK') and (escalated_at is null or escalated_at <= ?)
                        """, now, id, before) > 0;
    }

    void overdue(UUID id) {
        sql.update("update platform.optout_request set overdue = true where id = ?", id);
    }

    void step(UUID id, OptOutStep step) {
        sql.update("""
                insert into platform.optout_step (organization_id, request_id, seq, at, step, who, note)
                select r.organization_id, r.id, coalesce((select max(s.seq) from platform.optout_step s
                    where s.organization_id = r.organization_id and s.request_id = r.id), 0) + 1, ?, ?, ?, ?
                from platform.optout_request r where r.id = ?
                """, step.at(), step.kind(), step.who(), step.note(), id);
    }

    List<OptOutStep> steps(UUID id) {
        return sql.list(
                "select at, step, who, note from platform.optout_step where request_id = ? order by seq",
                row -> new OptOutStep(
                        row.getTimestamp(1).toInstant(),
                        OptOutStep.Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)),
                id);
    }

    static OptOutView view(ResultSet row) throws SQLException {
        return new OptOutView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                OptOutState.valueOf(row.getString(5)),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                moment(row.getTimestamp(10)),
                moment(row.getTimestamp(11)),
                row.getString(12),
                row.getString(13),
                null,
                row.getBoolean(14));
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
