package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;

/// What everybody else on this installation is called. For comparing only: who is here is nobody's business but
/// the operator's.
@ApplicationScoped
public class Neighbours {
    private final TenantSql sql;

    Neighbours(TenantSql sql) {
        this.sql = sql;
    }

    /// @param hosts the names it has proved to be its own
    public record Neighbour(String slug, String name, List<String> hosts) {}

    /// All tenants but the organization at hand.
    public List<Neighbour> all(int max) {
        return sql.list("""
                select o.slug, o.name, array(select s.host from platform.site s where s.organization_id = o.id)
                from platform.organization o where o.id not in (current_setting('lienzo.tenant'), 'platform') order by o.created_at, o.id limit ?
                """, row -> new Neighbour(row.getString(1), row.getString(2), hosts(row.getArray(3))), max);
    }

    private static List<String> hosts(Array hosts) throws SQLException {
        return List.of((String[]) hosts.getArray());
    }
}
