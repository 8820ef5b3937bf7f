package app.lienzo.people;

import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `lienzo.invitation`.
@ApplicationScoped
class Invitations {
    private final TenantSql sql;

    Invitations(TenantSql sql) {
        this.sql = sql;
    }

    void add(UUID member, String by, Instant now, @Nullable String key) {
        sql.update("""
                insert into lienzo.invitation (tenant_id, member_id, invited_by, invited_at, sent_at, key_hash)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?::bytea)
                """, member, by, now, now, key == null ? null : Secrets.hash(key));
    }

    Optional<Invitation> of(UUID member) {
        return sql.first(
                "select invited_by, sent_at, sends from lienzo.invitation where member_id = ?",
                row -> new Invitation(row.getString(1), row.getTimestamp(2).toInstant(), row.getInt(3)),
                member);
    }

    Optional<UUID> withKey(String key) {
        return sql.first(
                "select member_id from lienzo.invitation where key_hash = ?",
                row -> row.getObject(1, UUID.class),
                Secrets.hash(key));
    }

    /// Counts one more sending, unless the last one was just now or there were too many.
    boolean again(UUID member, String by, Instant now, Instant before, int sendsMax) {
        return sql.update("""
                        insert into lienzo.invitation as i (tenant_id, member_id, invited_by, invited_at, sent_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                        on conflict (tenant_id, member_id) do update set sent_at = excluded.sent_at, sends = i.sends + 1
                        where i.sent_at < ? and i.sends < ?
                        """, member, by, now, now, before, sendsMax) > 0;
    }

    int since(Instant then) {
        return sql.first("select count(*) from lienzo.invitation where invited_at > ?", row -> row.getInt(1), then)
                .orElse(0);
    }

    void forget(UUID member) {
        sql.update("delete from lienzo.invitation where member_id = ?", member);
    }
}
