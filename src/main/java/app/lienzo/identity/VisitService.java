package app.lienzo.identity;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to visits: somebody of the staff looks at what a member sees, for a while, with the
/// rights the member has at that moment, and changes nothing. No session: nobody's list of devices
/// shows it, and who visits has no part in the team. That it is told in the trails is the caller's
/// work.
@ApplicationScoped
@Transactional
public class VisitService {
    /// From the link to the first page.
    private static final Duration KEY_TIME = Duration.ofMinutes(2);

    private final AccessService access;
    private final TenantSql sql;
    private final Clock clock;

    VisitService(AccessService access, TenantSql sql, Clock clock) {
        this.access = access;
        this.sql = sql;
        this.clock = clock;
    }

    /// A visit that is to begin.
    ///
    /// @param key opens it once, within two minutes
    public record NewVisit(UUID id, String key, Instant endsAt) {}

    /// A visit under way.
    ///
    /// @param member whose eyes it looks through
    public record Visit(UUID id, UUID member, Instant endsAt) {}

    /// What a browser carries from now on.
    public record Entered(Visit visit, String token, Duration left) {}

    /// Keeps a member of the organization in scope until the transaction at hand ends: whoever deactivates or removes
    /// him
    /// waits, and ends what stands on him then.
    ///
    /// @throws Refused not found for a member who is not active
    public void hold(UUID member) {
        var there = sql.first(
                "select true from lienzo.member where id = ? and active and removed_at is null for share",
                row -> row.getBoolean(1),
                member);
        if (there.isEmpty()) throw Refused.notFound();
    }

    /// @throws Refused not found for a member who is not active
    public NewVisit prepare(UUID member, Duration lifetime) {
        hold(member);
        var visit = new NewVisit(Ids.next(), Secrets.token(), clock.instant().plus(lifetime));
        sql.update("""
                insert into lienzo.visit (tenant_id, id, member_id, key_hash, begun_at, ends_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?)
                """, visit.id(), member, Secrets.hash(visit.key()), clock.instant(), visit.endsAt());
        return visit;
    }

    /// Uses the key up.
    ///
    /// @throws Refused `visit-unusable`
    public Entered enter(String key) {
        var token = Secrets.token();
        var now = clock.instant();
        var visit = key.length() > 200
                ? Optional.<Visit>empty()
                : sql.first(
                        """
                        update lienzo.visit set key_hash = null, token_hash = ?
                        where key_hash = ? and begun_at > ? and ends_at > ? returning id, member_id, ends_at
                        """,
                        row -> new Visit(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getTimestamp(3).toInstant()),
                        Secrets.hash(token),
                        Secrets.hash(key),
                        now.minus(KEY_TIME),
                        now);
        return visit.map(found -> new Entered(found, token, Duration.between(now, found.endsAt())))
                .orElseThrow(() -> Refused.invalid("visit-unusable"));
    }

    /// The visit a request belongs to, if it is one.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Visit> of(SignedIn me) {
        if (!me.visited()) return Optional.empty();
        return sql.first(
                "select id, member_id, ends_at from lienzo.visit where id = ? and ends_at > ?",
                row -> new Visit(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getTimestamp(3).toInstant()),
                me.session(),
                clock.instant());
    }

    /// @return false when it was over already
    public boolean end(UUID id) {
        return end("id = ?", id);
    }

    /// Ends all that go on in the organization in scope.
    public void endAll() {
        end("true");
    }

    /// Ends all that look through a member's eyes.
    public void endOf(UUID member) {
        end("member_id = ?", member);
    }

    private boolean end(String which, UUID... ids) {
        var now = clock.instant();
        var parameters = new ArrayList<Object>(List.of(now, now));
        parameters.addAll(List.of(ids));
        var whose = sql.list("""
                update lienzo.visit set ends_at = ?, key_hash = null, token_hash = null
                where ends_at > ? and %s returning member_id
                """.formatted(which), row -> row.getObject(1, UUID.class), parameters.toArray());
        whose.stream().distinct().forEach(access::changed);
        return !whose.isEmpty();
    }
}
