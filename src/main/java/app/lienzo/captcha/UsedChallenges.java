package app.lienzo.captcha;

import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// The challenges whose proof was taken.
@ApplicationScoped
class UsedChallenges {
    private final TenantSql sql;

    UsedChallenges(TenantSql sql) {
        this.sql = sql;
    }

    /// @return false for one that was used before, also at the same moment
    boolean add(String challenge, Instant expires) {
        return sql.update("""
                insert into lienzo.used_challenge (tenant_id, challenge, expires_at)
                values (current_setting('lienzo.tenant'), ?, ?) on conflict do nothing
                """, Secrets.hash(challenge), expires) == 1;
    }

    void forget(Instant now) {
        sql.update("delete from lienzo.used_challenge where expires_at < ?", now);
    }
}
