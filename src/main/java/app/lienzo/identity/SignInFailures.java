package app.lienzo.identity;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Counts failures by user name *and* address: who guesses has to wait, who knows is never locked out by who guesses.
@ApplicationScoped
class SignInFailures {
    private final TenantSql sql;
    private final Clock clock;
    private final IdentityConfig config;

    SignInFailures(TenantSql sql, Clock clock, IdentityConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    void refuseIfTooMany(String userName, String address) {
        var since = clock.instant().minus(config.failuresWithin());
        long failures = sql.first(
                        "select count(*) from lienzo.sign_in_failure where subject = ? and at > ?",
                        row -> row.getLong(1),
                        subject(userName, address),
                        since)
                .orElse(0L);
        if (failures >= config.failuresMax()) {
            throw Refused.tooMany("sign-in-too-often", config.failuresWithin().toSeconds());
        }
    }

    void record(String userName, String address) {
        sql.update(
                "insert into lienzo.sign_in_failure (tenant_id, id, subject, at) values (current_setting('lienzo.tenant'), ?, ?, ?)",
                Ids.next(), subject(userName, address), clock.instant());
    }

    private static byte[] subject(String userName, String address) {
        return Secrets.hash(Member.normalised(userName) + "\n" + address);
    }
}
