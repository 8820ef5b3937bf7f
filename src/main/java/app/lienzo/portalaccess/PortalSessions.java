package app.lienzo.portalaccess;

import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of contacts' sessions.
@ApplicationScoped
class PortalSessions {
    private static final int USER_AGENT_MAX = 300;

    /// A page loads many things at once: what is this fresh is not written again.
    private static final Duration SEEN = Duration.ofMinutes(1);

    private final TenantSql sql;
    private final Clock clock;
    private final PortalAccessConfig config;

    PortalSessions(TenantSql sql, Clock clock, PortalAccessConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// Who of a space stands behind one of these tokens; nobody who is blocked, removed or merged.
    Optional<SignedInContact> find(List<String> tokens, UUID space) {
        var now = clock.instant();
        return sql.first(
                """
                with found as (
                    select s.id, s.tenant_id, s.contact_id, s.seen_at from lienzo.portal_session s
                    where s.tenant_id = current_setting('lienzo.tenant') and s.token_hash = any(array(
                        select decode(h, 'hex') from unnest(?::text[]) h)) and s.ends_at > ? and s.seen_at > ? and not s.pending
                ), seen as (
                    update lienzo.portal_session p set seen_at = ? from found f
                    where p.tenant_id = f.tenant_id and p.id = f.id and f.seen_at < ?
                )
                select c.id, c.space_id, c.name,
                    coalesce((select e.address from lienzo.contact_email e
                    where e.tenant_id = c.tenant_id and e.contact_id = c.id order by e.position limit 1), ''),
                    c.language, c.time_zone, f.id
                from found f join lienzo.contact c on c.tenant_id = f.tenant_id and c.id = f.contact_id
                where c.space_id = ? and c.removed_at is null and c.blocked_at is null and c.merged_into is null
                order by f.id desc
                """,
                row -> new SignedInContact(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, UUID.class)),
                hashes(tokens),
                now,
                now.minus(config.sessionIdle()),
                now,
                now.minus(SEEN),
                space);
    }

    /// A sign-in under way in a space.
    Optional<PendingPortalSignIn> pending(List<String> tokens, UUID space) {
        return sql.first(
                """
                select s.id, c.id, c.space_id, coalesce((select e.address from lienzo.contact_email e
                    where e.tenant_id = c.tenant_id and e.contact_id = c.id order by e.position limit 1), '')
                from lienzo.portal_session s join lienzo.contact c on c.tenant_id = s.tenant_id and c.id = s.contact_id
                where s.tenant_id = current_setting('lienzo.tenant') and s.pending and s.ends_at > ? and c.space_id = ?
                and s.token_hash = any(array(select decode(h, 'hex') from unnest(?::text[]) h))
                and c.removed_at is null and c.blocked_at is null and c.merged_into is null
                order by s.id desc
                """,
                row -> new PendingPortalSignIn(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4)),
                clock.instant(),
                space,
                hashes(tokens));
    }

    /// Opens a session, and ends those of the contact that are unused for longest when there are too many.
    void add(NewPortalSession session, String address, String userAgent, Instant now) {
        sql.update(
                """
                insert into lienzo.portal_session (tenant_id, id, contact_id, token_hash, created_at, seen_at, ends_at, address, user_agent, pending)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session.session(),
                session.contact(),
                Secrets.hash(session.token()),
                now,
                now,
                session.endsAt(),
                address,
                SafeText.line(userAgent, USER_AGENT_MAX),
                session.pending());
        sql.update("""
                delete from lienzo.portal_session where contact_id = ? and id in (
                    select id from lienzo.portal_session where contact_id = ? order by seen_at desc, id desc offset ?)
                """, session.contact(), session.contact(), config.sessionsMax());
    }

    List<PortalSessionView> of(SignedInContact me) {
        return sql.list(
                """
                select id, created_at, seen_at, address, user_agent from lienzo.portal_session
                where contact_id = ? and ends_at > ? and seen_at > ? and not pending order by seen_at desc, id desc
                """,
                row -> new PortalSessionView(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(1, UUID.class).equals(me.session())),
                me.contact(),
                clock.instant(),
                clock.instant().minus(config.sessionIdle()));
    }

    /// Ends whatever these tokens open in a space.
    void leave(List<String> tokens, UUID space) {
        sql.update("""
                delete from lienzo.portal_session s using lienzo.contact c
                where c.tenant_id = s.tenant_id and c.id = s.contact_id and c.space_id = ?
                and s.tenant_id = current_setting('lienzo.tenant')
                and s.token_hash = any(array(select decode(h, 'hex') from unnest(?::text[]) h))
                """, space, hashes(tokens));
    }

    /// @return whether there was such a session of his
    boolean end(UUID contact, UUID session) {
        return sql.update("delete from lienzo.portal_session where id = ? and contact_id = ?", session, contact) > 0;
    }

    /// @param kept null to end all
    int endAll(UUID contact, @Nullable UUID kept) {
        return sql.update(
                "delete from lienzo.portal_session where contact_id = ? and id is distinct from ?::uuid",
                contact,
                kept);
    }

    void forget() {
        var now = clock.instant();
        sql.update(
                "delete from lienzo.portal_session where ends_at < ? or seen_at < ?",
                now,
                now.minus(config.sessionIdle()));
    }

    private static List<String> hashes(List<String> tokens) {
        return tokens.stream().map(token -> Secrets.hex(Secrets.hash(token))).toList();
    }
}
