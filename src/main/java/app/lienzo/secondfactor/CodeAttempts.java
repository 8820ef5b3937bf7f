package app.lienzo.secondfactor;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// Counts who tries codes and passwords for what is asked beside the first proof. From one address a member has few
/// tries; from all addresses he never came from together some more. Where he gave a right code before, only his
/// own failures count, so that nobody elsewhere locks him out.
@ApplicationScoped
class CodeAttempts {
    private final TenantSql sql;
    private final Clock clock;
    private final SecondFactorConfig config;

    CodeAttempts(TenantSql sql, Clock clock, SecondFactorConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    private record Counted(long here, long elsewhere, boolean own) {}

    /// Counts an attempt before it is looked at, so that many at once are no more than one after the other. Belongs
    /// into no transaction: what fails counts.
    ///
    /// @return to be called right or forgiven
    /// @throws Refused `code-too-often`
    UUID begin(UUID member, String address) {
        var id = Ids.next();
        var place = Secrets.hash(address);
        var now = clock.instant();
        var counted = sql.first(
                        """
                        select pg_advisory_xact_lock(?);
                        insert into lienzo.second_factor_attempt (tenant_id, id, member_id, place, at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?);
                        select count(*) filter (where place = ? and not passed and at > ?),
                            count(*) filter (where not passed and at > ?),
                            coalesce(bool_or(passed and place = ?), false)
                        from lienzo.second_factor_attempt where member_id = ?
                        """,
                        row -> new Counted(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                        member.getLeastSignificantBits(),
                        id,
                        member,
                        place,
                        now,
                        place,
                        now.minus(config.failuresWithin()),
                        now.minus(config.failuresFromNewPlacesWithin()),
                        place,
                        member)
                .orElseThrow();
        if (counted.here() > config.failuresMax()) refuse(id, config.failuresWithin());
        if (!counted.own() && counted.elsewhere() > config.failuresFromNewPlacesMax())
            refuse(id, config.failuresFromNewPlacesWithin());
        return id;
    }

    private void refuse(UUID attempt, Duration wait) {
        forgive(attempt);
        throw Refused.tooMany("code-too-often", wait.toSeconds());
    }

    /// It was right: this address is one of the member's own from here on.
    void right(UUID attempt) {
        sql.update("update lienzo.second_factor_attempt set passed = true where id = ?", attempt);
    }

    void forgive(UUID attempt) {
        sql.update("delete from lienzo.second_factor_attempt where id = ?", attempt);
    }

    void forget() {
        var now = clock.instant();
        sql.update(
                "delete from lienzo.second_factor_attempt where at < ? and (not passed or at < ?)",
                now.minus(config.failuresFromNewPlacesWithin()),
                now.minus(config.placeKept()));
    }
}
