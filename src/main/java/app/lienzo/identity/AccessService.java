package app.lienzo.identity;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who stands behind a token, and with which rights. From memory when it was asked before: one look-up
/// a session, and none while nothing changes.
@ApplicationScoped
public class AccessService {
    /// Told to all replicas, with `<organization> <member>`, when somebody's rights or sessions
    /// changed.
    public static final String CHANGED = "access";

    /// Somebody who visits reaches what the member does, row by row: so he is told from the product's own passes.
    private static final List<String> VISITORS =
            Arrays.stream(Permission.values()).map(Enum::name).toList();

    private record Key(String organization, String token, boolean byCookie) {}

    private final Cache<Key, Optional<SignedIn>> known;
    private final AtomicLong changes = new AtomicLong();
    private final TenantSql sql;
    private final SpaceRoles spaceRoles;
    private final Passes passes;
    private final Scope scope;
    private final Signals signals;
    private final Clock clock;
    private final IdentityConfig config;

    AccessService(
            TenantSql sql,
            SpaceRoles spaceRoles,
            Passes passes,
            Scope scope,
            Signals signals,
            Clock clock,
            IdentityConfig config) {
        this.sql = sql;
        this.spaceRoles = spaceRoles;
        this.passes = passes;
        this.scope = scope;
        this.signals = signals;
        this.clock = clock;
        this.config = config;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.accessCacheMax())
                .expireAfterWrite(config.accessCacheTime())
                .build();
        signals.listen(CHANGED, this::forget);
    }

    /// What is known without asking the database; null says nothing.
    ///
    /// @param looking whether the request is one that a pass is good for
    public @Nullable Optional<SignedIn> inMemory(String token, boolean byCookie, boolean looking) {
        var organization = scope.organization().id();
        if (looking) {
            var pass = passes.holder(token, organization, scope.address());
            if (pass.isPresent()) return pass;
            if (passes.outdated(token, organization, scope.address()).isPresent()) return null;
        }
        return known.getIfPresent(new Key(organization, token, byCookie));
    }

    /// The member whose session, API token or pass this is, in the organization at hand and no other.
    ///
    /// @param looking whether the request is one that a pass is good for
    public Optional<SignedIn> find(String token, boolean byCookie, boolean looking) {
        if (token.length() > 200) return Optional.empty();
        var outdated = passes.outdated(token, scope.organization().id(), scope.address());
        if (looking && outdated.isPresent()) return renewed(token, outdated.get());
        return find(token, byCookie);
    }

    private Optional<SignedIn> find(String token, boolean byCookie) {
        var key = new Key(scope.organization().id(), token, byCookie);
        var found = known.getIfPresent(key);
        if (found != null) return found;
        long before = changes.get();
        found = load(token, byCookie);
        known.put(key, found);
        // What was read while somebody's rights changed is not to be believed a moment longer.
        if (changes.get() != before) known.invalidate(key);
        return found;
    }

    /// Somebody's rights or sessions changed: nobody believes what he knew any longer, and open streams
    /// ask again.
    public void changed(UUID member) {
        signals.tell(CHANGED, scope.organization().id() + " " + member);
    }

    private void forget(String who) {
        changes.incrementAndGet();
        if (who.equals(Signals.EVERYTHING)) {
            known.invalidateAll();
            passes.outdate(_ -> true);
            return;
        }
        var organization = who.substring(0, who.indexOf(' '));
        passes.outdate(holder -> who.equals(organization + " " + holder.member()));
        known.asMap().keySet().removeIf(key -> key.organization().equals(organization));
    }

    private Optional<SignedIn> load(String token, boolean byCookie) {
        var now = clock.instant();
        var hash = Secrets.hash(token);
        var found = sql.first(
                """
                with used as (
                    update lienzo.session set seen_at = ?
                    where token_hash = ? and ends_at > ? and seen_at > ? and pending is null returning id, member_id
                ), called as (
                    update lienzo.api_token set used_at = ?
                    where token_hash = ? and coalesce(ends_at > ?, true) and ? returning id, member_id, scopes, read_only
                ), token as (
                    select id, member_id, null::text[] as scopes, false as read_only from used union all
                    select id, member_id, scopes, read_only from called union all
                    select id, member_id, ?::text[], true from lienzo.visit where token_hash = ? and ends_at > ? and ?
                )
                select t.id, m.id, m.user_name, m.name, m.email, m.organization_role, m.language, m.theme, m.sound,
                    m.time_zone, m.avatar_id, t.scopes, t.read_only, m.notify
                from token t join lienzo.member m on m.id = t.member_id and m.active
                """,
                row -> read(row, byCookie, Map.of()),
                now,
                hash,
                now,
                now.minus(config.sessionIdle()),
                now,
                hash,
                now,
                !byCookie,
                VISITORS,
                hash,
                now,
                byCookie);
        return found.map(this::withSpaces);
    }

    /// A pass once more, with the rights its member has now; over for one who is not active any more.
    private Optional<SignedIn> renewed(String token, UUID member) {
        long before = changes.get();
        var eyes = looking(member);
        if (eyes.isEmpty()) {
            passes.end(token);
            return eyes;
        }
        passes.renew(token, eyes.get());
        if (changes.get() != before) passes.outdate(holder -> holder.member().equals(member));
        return passes.holder(token, scope.organization().id(), scope.address());
    }

    /// A member as he is now, for looking only; behind no session of his. Nothing for one who is not active.
    Optional<SignedIn> looking(UUID member) {
        return sql.first("""
                        select ?::uuid, m.id, m.user_name, m.name, m.email, m.organization_role, m.language, m.theme, m.sound,
                            m.time_zone, m.avatar_id, null::text[], true, m.notify
                        from lienzo.member m where m.id = ? and m.active
                        """, row -> read(row, true, Map.of()), Ids.next(), member)
                .map(this::withSpaces);
    }

    private SignedIn withSpaces(SignedIn member) {
        boolean everywhere = Permission.SPACE_SETTINGS.grantedTo(member.role());
        return member.in(Map.copyOf(spaceRoles.of(member.member(), everywhere)));
    }

    private SignedIn read(ResultSet row, boolean byCookie, Map<UUID, SpaceRole> spaces) throws SQLException {
        return new SignedIn(
                scope.organization().id(),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                OrganizationRole.valueOf(row.getString(6)),
                row.getString(7),
                Theme.valueOf(row.getString(8)),
                row.getBoolean(9),
                notices(row.getArray(14)),
                row.getString(10),
                row.getObject(11, UUID.class),
                new TokenReach(ApiTokenService.permissions(row.getArray(12)), row.getBoolean(13)),
                row.getObject(1, UUID.class),
                byCookie,
                spaces);
    }

    /// One that is no more tells nothing.
    private static Set<Notice> notices(Array names) throws SQLException {
        var known = Set.of((String[]) names.getArray());
        return Arrays.stream(Notice.values())
                .filter(notice -> known.contains(notice.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
