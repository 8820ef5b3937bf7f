package app.lienzo.identity;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The door to sessions: opening, listing, ending. A sign-in may have steps; until the last is passed its
/// session counts for nothing but the page of the next one.
@ApplicationScoped
public class SessionService {
    private static final int SESSIONS_SHOWN_MAX = 100;

    private final Members members;
    private final PasswordHashing passwords;
    private final SignInFailures failures;
    private final List<SignInRule> rules;
    private final List<SignInStep> steps;
    private final AccessService access;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;
    private final IdentityConfig config;

    SessionService(
            Members members,
            PasswordHashing passwords,
            SignInFailures failures,
            @All List<SignInRule> rules,
            @All List<SignInStep> steps,
            AccessService access,
            AuditTrail audit,
            TenantSql sql,
            Clock clock,
            IdentityConfig config) {
        this.members = members;
        this.passwords = passwords;
        this.failures = failures;
        this.rules = rules;
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(SignInStep::position))
                .toList();
        this.access = access;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// Opens a session for whoever knows the password. No transaction spans the hashing: it would hold
    /// a connection for as long as the queue is.
    ///
    /// @param userName or the e-mail address
    /// @throws Refused `sign-in-failed`, the same whether or not there is such a user;
    ///     `sign-in-too-often`; what a [SignInRule] says
    public NewSession signIn(String userName, String password, String address, String userAgent) {
        return begin(compare(userName, password, address), SignInMethod.PASSWORD, address, userAgent);
    }

    private UUID compare(String userName, String password, String address) {
        try (var _ = failures.turn(userName, address)) {
            var attempt = failures.attempt(userName, address);
            var name = UserName.normalised(userName);
            var known = sql.first("""
                    select id, password_hash from lienzo.member
                    where (user_name = ? or email_key = ?) and active and removed_at is null
                    """, row -> new Known(row.getObject(1, UUID.class), row.getString(2)), name, name);
            if (!matches(password, known, attempt)) throw Refused.invalid("sign-in-failed");
            failures.forgive(attempt);
            return known.orElseThrow().member();
        }
    }

    /// @param hash null for whoever has set no password yet
    private record Known(UUID member, @Nullable String hash) {}

    /// Who was not even looked at, because too many came at once, has not failed.
    private boolean matches(String password, Optional<Known> known, UUID attempt) {
        try {
            return passwords.matches(password, known.map(Known::hash).orElse(null));
        } catch (Refused busy) {
            failures.forgive(attempt);
            throw busy;
        }
    }

    /// Opens a session for a member who has proved himself.
    ///
    /// @throws Refused not found for one who is not active; what a [SignInRule] says
    @Transactional
    public NewSession begin(UUID memberId, SignInMethod method, String address, String userAgent) {
        var member = members.require(memberId);
        if (!member.active) throw Refused.notFound();
        var view = member.view();
        rules.forEach(rule -> rule.check(view, method));
        return open(view, method, Ids.next(), address, userAgent);
    }

    private NewSession open(MemberView member, SignInMethod method, UUID id, String address, String userAgent) {
        var now = clock.instant();
        var next = steps.stream()
                .map(step -> step.pageAfter(member, method, id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        var endsAt = now.plus(next == null ? config.sessionWhole() : config.pendingTime());
        var session = new NewSession(Secrets.token(), id, member.id(), endsAt, next);
        sql.update(
                """
                insert into lienzo.session (tenant_id, id, member_id, token_hash, created_at, seen_at, ends_at, address, user_agent, method, pending)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, id) do update
                set token_hash = excluded.token_hash, seen_at = excluded.seen_at, ends_at = excluded.ends_at, pending = excluded.pending
                """,
                id,
                member.id(),
                Secrets.hash(session.token()),
                now,
                now,
                endsAt,
                address,
                SafeText.line(userAgent, 300),
                method,
                next);
        if (next == null) {
            sql.update("update lienzo.member set came_at = ? where id = ?", now, member.id());
            audit.record(new Actor(member.id(), member.name(), address), "signed-in", "session", id);
        }
        return session;
    }

    /// The sign-in under way that this token belongs to; nothing for a session that counts already.
    @Transactional
    public Optional<PendingSignIn> pending(@Nullable String token) {
        if (token == null || token.length() > 200) return Optional.empty();
        return sql.first(
                        """
                        select s.id, s.member_id, s.method, s.pending from lienzo.session s
                        where s.token_hash = ? and s.ends_at > ? and s.pending is not null
                        """,
                        row -> new Waiting(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                SignInMethod.valueOf(row.getString(3)),
                                row.getString(4)),
                        Secrets.hash(token),
                        clock.instant())
                .flatMap(waiting -> members.known(waiting.member())
                        .filter(member -> member.active)
                        .map(member ->
                                new PendingSignIn(waiting.session(), member.view(), waiting.method(), waiting.page())));
    }

    private record Waiting(UUID session, UUID member, SignInMethod method, String page) {}

    /// The step is passed: on to the next one, or the session counts. The token is a new one either way, the
    /// old is worth nothing.
    @Transactional
    public NewSession goOn(PendingSignIn pending, String address, String userAgent) {
        Objects.requireNonNull(pending.page());
        return open(pending.member(), pending.method(), pending.session(), address, userAgent);
    }

    /// Where a member is signed in, newest first.
    public List<SessionView> of(SignedIn me) {
        return sql.list(
                """
                select id, created_at, seen_at, address, user_agent, method from lienzo.session
                where member_id = ? and ends_at > ? and seen_at > ? and pending is null order by seen_at desc limit ?
                """,
                row -> new SessionView(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        SignInMethod.valueOf(row.getString(6)),
                        row.getObject(1, UUID.class).equals(me.session())),
                me.member(),
                clock.instant(),
                clock.instant().minus(config.sessionIdle()),
                SESSIONS_SHOWN_MAX);
    }

    /// When members were last here, of those who have been.
    public Map<UUID, Instant> lastSeen(Collection<UUID> members) {
        return sql
                .list(
                        """
                        select m.id, greatest(m.came_at, max(s.seen_at)) from lienzo.member m
                        left join lienzo.session s on s.member_id = m.id and s.pending is null
                        where m.id = any(?) group by m.tenant_id, m.id
                        having greatest(m.came_at, max(s.seen_at)) is not null
                        """,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                row.getTimestamp(2).toInstant()),
                        members)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// In how many places a member is signed in.
    public int count(UUID member) {
        return sql.first(
                        """
                        select count(*) from lienzo.session
                        where member_id = ? and ends_at > ? and seen_at > ? and pending is null
                        """,
                        row -> row.getInt(1),
                        member,
                        clock.instant(),
                        clock.instant().minus(config.sessionIdle()))
                .orElse(0);
    }

    /// Signs a member out everywhere; one's own session that asks stays.
    ///
    /// @throws Refused not found, `level-above`
    @Transactional
    public void endAll(SignedIn by, UUID member) {
        Levels.requireReach(by, members.require(member));
        sql.update("delete from lienzo.session where member_id = ? and id <> ?", member, by.session());
        audit.record(by.actor(), "signed-out-everywhere", "member", member);
        access.changed(member);
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
