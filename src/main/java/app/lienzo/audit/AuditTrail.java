package app.lienzo.audit;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door of the trail. An entry belongs into the transaction of what it tells of.
@ApplicationScoped
public class AuditTrail {
    private final TenantSql sql;
    private final Scope scope;
    private final Clock clock;

    AuditTrail(TenantSql sql, Scope scope, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.clock = clock;
    }

    /// @param action verb in the past, kebab-case: `signed-in`, `channel-created`
    /// @param subject what kind of thing it was done to: `member`, `channel`
    public void record(Actor actor, String action, String subject, @Nullable UUID subjectId) {
        sql.update(
                """
                insert into lienzo.audit_entry (tenant_id, id, at, member_id, actor, action, subject, subject_id, address)
                values (current_setting('lienzo.tenant'), ?, ?, ?::uuid, ?, ?, ?, ?::uuid, ?)
                """,
                Ids.next(),
                clock.instant(),
                actor.member(),
                actor.name(),
                action,
                subject,
                subjectId,
                actor.address() == null ? scope.address().orElse(null) : actor.address());
    }
}
