package app.lienzo.spaces;

import app.lienzo.identity.SpaceRole;
import app.lienzo.identity.SpaceRoles;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A member's roles as the database has them.
@ApplicationScoped
class StoredSpaceRoles implements SpaceRoles {
    private final TenantSql sql;

    StoredSpaceRoles(TenantSql sql) {
        this.sql = sql;
    }

    private record Role(UUID space, SpaceRole role) {}

    @Override
    public Map<UUID, SpaceRole> of(UUID member, boolean everywhere) {
        var query = everywhere
                ? "select id, 'MANAGER' from lienzo.space where ?::uuid is not null"
                : "select space_id, role from lienzo.space_member where member_id = ?";
        return sql
                .list(query, row -> new Role(row.getObject(1, UUID.class), SpaceRole.valueOf(row.getString(2))), member)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Role::space, Role::role));
    }
}
