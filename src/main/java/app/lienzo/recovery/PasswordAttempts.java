package app.lienzo.recovery;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Counts wrong current passwords: whoever finds a browser open gets few guesses, and few more with
/// another of the member's sessions.
@ApplicationScoped
class PasswordAttempts {
    private final TenantSql sql;
    private final Clock clock;
    private final RecoveryConfig config;

    PasswordAttempts(TenantSql sql, Clock clock, RecoveryConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    private record Counted(int ofSession, int ofMember) {}

    /// Counts an attempt before its password is looked at, so that many at once are no more than one after
    /// the other.
    ///
    /// @return to be forgiven when it was no failure
    /// @throws Refused `password-tried-too-often`
    UUID attempt(SignedIn me) {
        var id = Ids.next();
        var now = clock.instant();
        var since = now.minus(config.attemptsWithin());
        var counted = sql.first(
                        """
                        select pg_advisory_xact_lock(hashtextextended('password-attempt' || ?::text, 0));
                        insert into lienzo.password_attempt (tenant_id, id, member_id, session_id, at) values (current_setting('lienzo.tenant'), ?, ?, ?, ?);
                        select count(*) filter (where session_id = ?), count(*) from lienzo.password_attempt
                        where tenant_id = current_setting('lienzo.tenant') and member_id = ? and at > ?
                        """,
                        row -> new Counted(row.getInt(1), row.getInt(2)),
                        me.member(),
                        id,
                        me.member(),
                        me.session(),
                        now,
                        me.session(),
                        me.member(),
                        since)
                .orElseThrow();
        if (counted.ofSession() > config.attemptsOfSessionMax() || counted.ofMember() > config.attemptsOfMemberMax()) {
            forgive(id);
            throw Refused.tooMany(
                    "password-tried-too-often", config.attemptsWithin().toSeconds());
        }
        return id;
    }

    void forgive(UUID attempt) {
        sql.update(
                "delete from lienzo.password_attempt where tenant_id = current_setting('lienzo.tenant') and id = ?",
                attempt);
    }

    void forget(Instant before) {
        sql.update(
                "delete from lienzo.password_attempt where tenant_id = current_setting('lienzo.tenant') and at < ?",
                before);
    }
}
