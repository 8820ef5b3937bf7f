package app.lienzo.identity;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Counts failures by user name *and* address: who guesses has to wait, who knows is never locked out
/// by who guesses. People who are no members are counted under a name that begins with where they come in.
@ApplicationScoped
public class SignInFailures {
    /// Kept for as long as somebody waits.
    private final Cache<String, Semaphore> waiting =
            Caffeine.newBuilder().weakValues().build();

    private final TenantSql sql;
    private final Scope scope;
    private final Clock clock;
    private final IdentityConfig config;

    SignInFailures(TenantSql sql, Scope scope, Clock clock, IdentityConfig config) {
        this.sql = sql;
        this.scope = scope;
        this.clock = clock;
        this.config = config;
    }

    /// Waits until nobody else tries the same name from the same address on this replica: passwords are
    /// compared one after the other anyway, and so many right ones at once are no storm of guesses.
    ///
    /// @return given back with [Turn#close]
    /// @throws Refused `sign-in-busy`
    public Turn turn(String userName, String address) {
        var key = Secrets.hex(subject(scope.organization().id() + userName, address));
        var turns = waiting.get(key, _ -> new Semaphore(1, true));
        try {
            if (!turns.tryAcquire(config.hashPatience().toMillis(), TimeUnit.MILLISECONDS)) throw busy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        return turns::release;
    }

    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private static Refused busy() {
        return Refused.tooMany("sign-in-busy", 5);
    }

    /// Counts an attempt before its password is looked at, so that many at once are no more than one
    /// after the other.
    ///
    /// @return to be forgiven when it was no failure
    /// @throws Refused `sign-in-too-often`
    public UUID attempt(String userName, String address) {
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

    public void forgive(UUID attempt) {
        sql.update("delete from lienzo.sign_in_failure where id = ?", attempt);
    }

    private static byte[] subject(String userName, String address) {
        return Secrets.hash(UserName.normalised(userName) + "\n" + address);
    }
}
