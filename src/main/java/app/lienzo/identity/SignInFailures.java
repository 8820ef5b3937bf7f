package app.lienzo.identity;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;

/// Counts failures by user name *and* address: who guesses has to wait, who knows is never locked out
/// by who guesses.
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

    /// Counts an attempt before its password is looked at, so that many at once are no more than one
    /// after the other.
    ///
    /// @return to be forgiven when it was no failure
    /// @throws Refused `sign-in-too-often`
    UUID attempt(String userName, String address) {
        var id = Ids.next();
        var now = clock.instant();
        var subject = subject(userName, address);
        long attempts = sql.first(
                        """
                        select pg_advisory_xact_lock(?);
                        insert into lienzo.sign_in_failure (tenant_id, id, subject, at) values (current_setting('lienzo.tenant'), ?, ?, ?);
                        select count(*) from lienzo.sign_in_failure where subject = ? and at > ?
                        """,
                        row -> row.getLong(1),
                        ByteBuffer.wrap(subject).getLong(),
                        id,
                        subject,
                        now,
                        subject,
                        now.minus(config.failuresWithin()))
                .orElse(0L);
        if (attempts > config.failuresMax()) {
            forgive(id);
            throw Refused.tooMany("sign-in-too-often", config.failuresWithin().toSeconds());
        }
        return id;
    }

    void forgive(UUID attempt) {
        sql.update("delete from lienzo.sign_in_failure where id = ?", attempt);
    }

    private static byte[] subject(String userName, String address) {
        return Secrets.hash(Member.normalised(userName) + "\n" + address);
    }
}
