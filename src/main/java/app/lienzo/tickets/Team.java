package app.lienzo.tickets;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// To whom tickets of a space can be given: who was assigned to it, and the Owners, who work in every
/// one.
@ApplicationScoped
class Team {
    private static final String WHO = """
            select m.id, m.name, m.avatar_id from lienzo.member m where m.active and (m.organization_role = 'OWNER' or exists (
                select 1 from lienzo.space_member p
                where p.tenant_id = m.tenant_id and p.member_id = m.id and p.space_id = ?))
            """;

    private final TenantSql sql;

    Team(TenantSql sql) {
        this.sql = sql;
    }

    Optional<Colleague> find(UUID space, UUID member) {
        return sql.first(WHO + " and m.id = ?", Team::read, space, member);
    }

    /// By name.
    List<Colleague> of(UUID space) {
        return sql.list(WHO + " order by lower(m.name), m.id limit 500", Team::read, space);
    }

    private static Colleague read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Colleague(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class));
    }
}
