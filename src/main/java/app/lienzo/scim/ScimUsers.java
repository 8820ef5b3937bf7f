package app.lienzo.scim;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads members as directories see them, the oldest first: a page keeps its place while others are added.
@ApplicationScoped
class ScimUsers {
    private static final String SELECT = """
            select m.id, m.user_name, m.name, m.email, m.phone, m.language, m.time_zone, m.active, s.external_id,
                s.given_name, s.family_name, m.created_at, greatest(m.created_at, s.changed_at)
            from lienzo.member m left join lienzo.scim_user s on s.tenant_id = m.tenant_id and s.member_id = m.id
            where m.removed_at is null
            """;
    private static final String ORDER = " order by m.created_at, m.id";

    private final TenantSql sql;

    ScimUsers(TenantSql sql) {
        this.sql = sql;
    }

    Optional<ScimUser> find(UUID id) {
        return sql.first(SELECT + " and m.id = ?", ScimUsers::read, id);
    }

    /// Nobody else changes him before this transaction ends.
    boolean lock(UUID id) {
        return sql.first("select 1 from lienzo.member where id = ? and removed_at is null for update", row -> true, id)
                .isPresent();
    }

    List<ScimUser> named(String userName) {
        return sql.list(SELECT + " and m.user_name = lower(?)" + ORDER, ScimUsers::read, userName);
    }

    List<ScimUser> withEmail(String email) {
        return sql.list(SELECT + " and m.email_key = lower(?)" + ORDER, ScimUsers::read, email);
    }

    List<ScimUser> withExternalId(String externalId) {
        return sql.list(SELECT + " and s.external_id = ?" + ORDER, ScimUsers::read, externalId);
    }

    List<ScimUser> page(int offset, int limit) {
        return sql.list(SELECT + ORDER + " offset ? limit ?", ScimUsers::read, offset, limit);
    }

    int count() {
        return sql.first("select count(*) from lienzo.member where removed_at is null", row -> row.getInt(1))
                .orElse(0);
    }

    void keep(
            UUID member,
            @Nullable String externalId,
            @Nullable String givenName,
            @Nullable String familyName,
            Instant now) {
        sql.update("""
                insert into lienzo.scim_user (tenant_id, member_id, external_id, given_name, family_name, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?::text, ?::text, ?::text, ?)
                on conflict (tenant_id, member_id) do update set external_id = excluded.external_id,
                    given_name = excluded.given_name, family_name = excluded.family_name, changed_at = excluded.changed_at
                """, member, externalId, givenName, familyName, now);
    }

    void forget(UUID member) {
        sql.update("delete from lienzo.scim_user where member_id = ?", member);
    }

    private static ScimUser read(ResultSet row) throws SQLException {
        return new ScimUser(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getTimestamp(12).toInstant(),
                row.getTimestamp(13).toInstant());
    }
}
