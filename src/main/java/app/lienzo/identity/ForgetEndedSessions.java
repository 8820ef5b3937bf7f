package app.lienzo.identity;

import app.lienzo.jobs.Chore;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/// Sessions and visits that are over and failures that no longer count are forgotten.
@ApplicationScoped
class ForgetEndedSessions implements Chore {
    /// Long enough for whoever closes it in the trails to read when it ended.
    private static final Duration VISITS_KEPT = Duration.ofDays(1);

    private final TenantSql sql;
    private final Clock clock;
    private final IdentityConfig config;

    ForgetEndedSessions(TenantSql sql, Clock clock, IdentityConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "forget-ended-sessions";
    }

    @Override
    public void run() {
        var now = clock.instant();
        sql.update("delete from lienzo.session where ends_at < ? or seen_at < ?", now, now.minus(config.sessionIdle()));
        sql.update("delete from lienzo.visit where ends_at < ?", now.minus(VISITS_KEPT));
        sql.update("delete from lienzo.sign_in_failure where at < ?", now.minus(config.failuresWithin()));
    }
}
