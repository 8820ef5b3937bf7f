package app.lienzo.scim;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to the tokens that directories come with.
@ApplicationScoped
public class ScimTokenService {
    private static final int NAME_MAX = 80;
    private static final int TOKEN_MAX = 200;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final TenantSql sql;
    private final AuditTrail audit;
    private final Clock clock;
    private final ScimConfig config;

    ScimTokenService(TenantSql sql, AuditTrail audit, Clock clock, ScimConfig config) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// @param usedAt when a directory last came with it, to the minute; null for never
    public record TokenView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant usedAt) {}

    /// Newest first.
    public List<TokenView> list(SignedIn me) {
        requireOwner(me);
        return sql.list(
                "select id, name, created_at, used_at from lienzo.scim_token order by created_at desc, id",
                row -> new TokenView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()));
    }

    /// @return the secret, shown this once
    /// @throws Refused `token-name-missing`, `tokens-too-many`
    @Transactional
    public String make(SignedIn me, String name) {
        requireOwner(me);
        var label = SafeText.line(name, NAME_MAX);
        if (label.isEmpty()) throw Refused.invalid("token-name-missing");
        if (list(me).size() >= config.tokensMax()) throw Refused.conflict("tokens-too-many", config.tokensMax());
        var token = Secrets.token();
        var id = Ids.next();
        sql.update("""
                insert into lienzo.scim_token (tenant_id, id, name, token_hash, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                """, id, label, Secrets.hash(token), clock.instant());
        audit.record(me.actor(), "scim-token-made", "scim-token", id);
        return token;
    }

    /// From the next request on nobody comes in with it.
    @Transactional
    public void end(SignedIn me, UUID id) {
        requireOwner(me);
        if (sql.update("delete from lienzo.scim_token where id = ?", id) == 0) throw Refused.notFound();
        audit.record(me.actor(), "scim-token-ended", "scim-token", id);
    }

    /// The name of the token, if it is one of the organization at hand.
    public Optional<String> holder(String token) {
        if (token.length() > TOKEN_MAX) return Optional.empty();
        var now = clock.instant();
        var hash = Secrets.hash(token);
        return sql.first("""
                with noted as (
                    update lienzo.scim_token set used_at = ?
                    where token_hash = ? and coalesce(used_at < ?, true) returning 1
                )
                select name from lienzo.scim_token where token_hash = ?
                """, row -> row.getString(1), now, hash, now.minus(NOTED_EVERY), hash);
    }

    private static void requireOwner(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}
