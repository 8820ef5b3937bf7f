package app.lienzo.identity;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to sessions: opening, listing, ending.
@ApplicationScoped
public class SessionService {
    private static final int SESSIONS_SHOWN_MAX = 100;

    private final Members members;
    private final PasswordHashing passwords;
    private final SignInFailures failures;
    private final AccessService access;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;
    private final IdentityConfig config;

    SessionService(
            Members members,
            PasswordHashing passwords,
            SignInFailures failures,
            AccessService access,
            AuditTrail audit,
            TenantSql sql,
            Clock clock,
            IdentityConfig config) {
        this.members = members;
        this.passwords = passwords;
        this.failures = failures;
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// Opens a session for whoever knows the password. No transaction spans the hashing: it would hold
    /// a connection for as long as the queue is.
    ///
    /// @throws Refused `sign-in-failed`, the same whether or not there is such a user;
    ///     `sign-in-too-often`
    public NewSession signIn(String userName, String password, String address, String userAgent) {
        return open(compare(userName, password, address), address, userAgent);
    }

    private UUID compare(String userName, String password, String address) {
        try (var _ = failures.turn(userName, address)) {
            var attempt = failures.attempt(userName, address);
            var known = sql.first(
                    "select id, password_hash from lienzo.member where user_name = ? and active",
                    row -> new Known(row.getObject(1, UUID.class), row.getString(2)),
                    Member.normalised(userName));
            if (!matches(password, known, attempt)) throw Refused.invalid("sign-in-failed");
            failures.forgive(attempt);
            return known.orElseThrow().member();
        }
    }

    private record Known(UUID member, String hash) {}

    /// Who was not even looked at, because too many came at once, has not failed.
    private boolean matches(String password, Optional<Known> known, UUID attempt) {
        try {
            return passwords.matches(
                    SafeText.cut(password, 1_000), known.map(Known::hash).orElse(null));
        } catch (Refused busy) {
            failures.forgive(attempt);
            throw busy;
        }
    }

    @Transactional
    NewSession open(UUID memberId, String address, String userAgent) {
        var now = clock.instant();
        var member = members.findById(memberId);
        var session = new NewSession(Secrets.token(), Ids.next(), memberId, now.plus(config.sessionWhole()));
        sql.update(
                """
                insert into lienzo.session (tenant_id, id, member_id, token_hash, created_at, seen_at, ends_at, address, user_agent)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session.session(),
                memberId,
                Secrets.hash(session.token()),
                now,
                now,
                session.endsAt(),
                address,
                SafeText.line(userAgent, 300));
        audit.record(new Actor(memberId, member.name, address), "signed-in", "session", session.session());
        return session;
    }

    /// Where a member is signed in, newest first.
    public List<SessionView> of(SignedIn me) {
        return sql.list(
                """
                select id, created_at, seen_at, address, user_agent from lienzo.session
                where member_id = ? and ends_at > ? and seen_at > ? order by seen_at desc limit ?
                """,
                row -> new SessionView(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(1, UUID.class).equals(me.session())),
                me.member(),
                clock.instant(),
                clock.instant().minus(config.sessionIdle()),
                SESSIONS_SHOWN_MAX);
    }

    /// Ends one of one's own sessions.
    @Transactional
    public void end(SignedIn me, UUID session) {
        int ended = sql.update("delete from lienzo.session where id = ? and member_id = ?", session, me.member());
        if (ended == 0) throw Refused.notFound();
        audit.record(me.actor(), "signed-out", "session", session);
        access.changed(me.member());
    }

    /// Ends all of one's own sessions but the one that asks.
    @Transactional
    public int endOthers(SignedIn me) {
        int ended = sql.update("delete from lienzo.session where member_id = ? and id <> ?", me.member(), me.session());
        audit.record(me.actor(), "signed-out-elsewhere", "member", me.member());
        access.changed(me.member());
        return ended;
    }
}
