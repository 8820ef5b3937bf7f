package app.lienzo.spaces;

import app.lienzo.identity.SpaceRole;
import app.lienzo.identity.SpaceRoles;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A member's roles as the database has them. Of an archived space only who runs them all knows.
@ApplicationScoped
class StoredSpaceRoles implements SpaceRoles {
    private final TenantSql sql;

    StoredSpaceRoles(TenantSql sql) {
        this.sql = sql;
    }

    private record Role(UUID space, SpaceRole role) {}

    @Override
    public Map<UUID, SpaceRole> of(UUID member, boolean everywhere) {
        var query = everywhere ? "select id, 'MANAGER' from lienzo.space where ?::uuid is not null" : """
                select p.space_id, p.role from lienzo.space_member p
                join lienzo.space s on s.tenant_id = p.tenant_id and s.id = p.space_id and s.archived_at is null
                where p.member_id = ?
                """;
        return sql
                .list(query, row -> new Role(row.getObject(1, UUID.class), SpaceRole.valueOf(row.getString(2))), member)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Role::space, Role::role));
    }

    /// Who was assigned to a space.
    Set<UUID> assigned(UUID space) {
        return Set.copyOf(sql.list(
                "select member_id from lienzo.space_member where space_id = ?",
                row -> row.getObject(1, UUID.class),
                space));
    }
}
