package app.lienzo.identity;

import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The door to a member's own tokens for programs. Only hashes are kept.
@ApplicationScoped
@Transactional
public class ApiTokenService {
    private static final int NAME_MAX = 80;

    private final TenantSql sql;
    private final AccessService access;
    private final AuditTrail audit;
    private final Clock clock;
    private final IdentityConfig config;

    ApiTokenService(TenantSql sql, AccessService access, AuditTrail audit, Clock clock, IdentityConfig config) {
        this.sql = sql;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// A token as its owner sees it: everything but the secret.
    ///
    /// @param endsAt null for one without end
    /// @param usedAt when it last opened a door, to the minute; null for never
    public record TokenView(
            UUID id,
            String name,
            TokenReach reach,
            Instant createdAt,
            @Nullable Instant endsAt,
            @Nullable Instant usedAt) {}

    /// One's own tokens, newest first.
    public List<TokenView> of(SignedIn me) {
        return sql.list("""
                select id, name, scopes, read_only, created_at, ends_at, used_at from lienzo.api_token
                where member_id = ? order by created_at desc, id
                """, ApiTokenService::read, me.member());
    }

    /// A token just made.
    ///
    /// @param secret shown this once
    public record NewToken(String secret, TokenView token) {}

    /// Makes a token. Who comes by a token himself makes none that reaches further than his own, in rights or in
    /// time.
    ///
    /// @throws Refused `token-name-missing`, `tokens-too-many`, `token-ends-in-past`, `token-reach-further`
    public NewToken create(SignedIn me, String name, TokenReach reach, @Nullable Instant endsAt) {
        var label = SafeText.line(name, NAME_MAX);
        if (label.isEmpty()) throw Refused.invalid("token-name-missing");
        if (endsAt != null && !endsAt.isAfter(clock.instant())) throw Refused.invalid("token-ends-in-past");
        requireOwnReach(me, reach, endsAt);
        if (of(me).size() >= config.tokensMax()) throw Refused.conflict("tokens-too-many", config.tokensMax());
        var token = Secrets.token();
        var id = add(me.member(), label, token, reach, endsAt);
        audit.record(me.actor(), "token-created", "token", id);
        return new NewToken(token, new TokenView(id, label, reach, clock.instant(), endsAt, null));
    }

    private void requireOwnReach(SignedIn me, TokenReach reach, @Nullable Instant endsAt) {
        var own = me.reach();
        boolean within = reach.permissions() == null
                ? own.permissions() == null
                : reach.permissions().stream().allMatch(me::may);
        if (!within
                || own.readOnly()
                || (endOf(me).map(end -> endsAt == null || endsAt.isAfter(end)).orElse(false)))
            throw Refused.forbidden("token-reach-further");
    }

    /// When the token ends that somebody comes by; nothing for a session, or for a token without end.
    private Optional<Instant> endOf(SignedIn me) {
        return sql.first(
                "select ends_at from lienzo.api_token where id = ? and ends_at is not null",
                row -> row.getTimestamp(1).toInstant(),
                me.session());
    }

    /// Stores a token whose secret is known already, as the samples do.
    public UUID add(UUID member, String name, String token, TokenReach reach, @Nullable Instant endsAt) {
        var id = Ids.next();
        sql.update(
                """
                insert into lienzo.api_token (tenant_id, id, member_id, name, token_hash, created_at, ends_at, scopes, read_only)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?::timestamptz, ?::text[], ?) on conflict do nothing
                """,
                id,
                member,
                name,
                Secrets.hash(token),
                clock.instant(),
                endsAt,
                reach.permissions() == null
                        ? null
                        : reach.permissions().stream().map(Enum::name).toList(),
                reach.readOnly());
        return id;
    }

    /// Ends one of one's own tokens; programs that use it are strangers from the next request on.
    public void end(SignedIn me, UUID token) {
        int ended = sql.update("delete from lienzo.api_token where id = ? and member_id = ?", token, me.member());
        if (ended == 0) throw Refused.notFound();
        audit.record(me.actor(), "token-ended", "token", token);
        access.changed(me.member());
    }

    private static TokenView read(ResultSet row) throws SQLException {
        return new TokenView(
                row.getObject(1, UUID.class),
                row.getString(2),
                new TokenReach(permissions(row.getArray(3)), row.getBoolean(4)),
                row.getTimestamp(5).toInstant(),
                instant(row.getTimestamp(6)),
                instant(row.getTimestamp(7)));
    }

    /// A row of the table that is no more permits nothing.
    static @Nullable Set<Permission> permissions(@Nullable Array names) throws SQLException {
        if (names == null) return null;
        var known = Set.of((String[]) names.getArray());
        return Arrays.stream(Permission.values())
                .filter(permission -> known.contains(permission.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
