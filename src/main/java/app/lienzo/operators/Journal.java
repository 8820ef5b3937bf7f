package app.lienzo.operators;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Writes down what operators do to the organization in scope: here with the reason, and in both
/// trails. The organization's own names no person of the platform's staff and not where he sits.
@ApplicationScoped
class Journal {
    private static final int DETAIL_MAX = 300;
    private static final int REASON_MAX = 1_000;

    /// How the staff is called in an organization's trail; pages have a word for it.
    private static final Actor STAFF = new Actor(null, "operator", "");

    private final TenantSql sql;
    private final AuditTrail trail;
    private final Scope scope;
    private final Clock clock;

    Journal(TenantSql sql, AuditTrail trail, Scope scope, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.scope = scope;
        this.clock = clock;
    }

    /// @param by who acts, on the platform's side
    /// @param action in the words of the trail
    /// @param detail what it was changed to; empty for what says itself
    void write(Actor by, String action, String detail, String reason) {
        var id = Ids.next();
        var now = clock.instant();
        sql.update(
                """
                insert into platform.organization_event (organization_id, id, at, operator_id, operator, kind, detail, reason)
                values (current_setting('lienzo.tenant'), ?, ?, ?::uuid, ?, ?, ?, ?)
                """,
                id,
                now,
                by.member(),
                by.name(),
                action,
                SafeText.line(detail, DETAIL_MAX),
                SafeText.line(reason, REASON_MAX));
        trail.record(STAFF, action, "organization", null);
        // The platform's own trail, in the same transaction; then the organization's rows again.
        sql.update(
                """
                select set_config('lienzo.tenant', 'platform', true);
                insert into lienzo.audit_entry (tenant_id, id, at, member_id, actor, action, subject, subject_id, address)
                values ('platform', ?, ?, ?::uuid, ?, ?, 'organization', ?, ?);
                select set_config('lienzo.tenant', ?, true)
                """,
                Ids.next(),
                now,
                by.member(),
                by.name(),
                action,
                id,
                by.address() == null ? scope.address().orElse("") : by.address(),
                scope.organization().id());
    }

    /// The newest lines about an organization; read in its scope or the platform's.
    List<JournalLine> of(String organization, int max) {
        return sql.list(
                """
                select id, at, operator, kind, detail, reason from platform.organization_event
                where organization_id = ? order by at desc, id desc limit ?
                """,
                row -> new JournalLine(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                organization,
                max);
    }
}
