package app.lienzo.tenancy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads organizations from the platform's tables, which belong to no tenant and which the serving
/// role may only read.
@ApplicationScoped
class Organizations {
    private static final String COLUMNS = "o.id, o.slug, o.name, o.plan, o.language, o.vocabulary, o.time_zone";

    private final AgroalDataSource database;

    Organizations(AgroalDataSource database) {
        this.database = database;
    }

    /// An organization beside what one of its hosts shows.
    ///
    /// @param space whose portal; null for the application
    /// @param elsewhere where people who open pages of the application are sent to; null for nowhere
    /// @param suspended whether an operator closed it
    record Served(
            OrganizationView organization,
            @Nullable UUID space,
            @Nullable String elsewhere,
            boolean suspended) {
        Site site(String host) {
            if (suspended) return new Site.Suspended(host, organization);
            return space == null
                    ? new Site.App(host, organization, host.equals(elsewhere) ? null : elsewhere)
                    : new Site.Portal(host, organization, space);
        }
    }

    /// Only the platform's name leads elsewhere: another host of its own was put there on purpose.
    Optional<Served> servedAt(String host, String slug) {
        return select(
                        """
                        select %s, s.space_id, case when s.host is null then p.host end, o.state = 'SUSPENDED'
                        from platform.organization o
                        left join platform.site s on s.host = ? and s.organization_id = o.id
                        left join platform.site p on p.organization_id = o.id and p.is_primary and p.redirects and p.state = 'SERVED'
                        where o.id <> 'platform' and (o.slug = ? or o.id = (
                            select x.organization_id from platform.site x where x.host = ? and x.state = 'SERVED'))
                        """.formatted(COLUMNS),
                        row -> new Served(
                                read(row), row.getObject(8, UUID.class), row.getString(9), row.getBoolean(10)),
                        host,
                        slug,
                        host)
                .stream()
                .findFirst();
    }

    /// Whose a name is that is proved and not served yet.
    Optional<OrganizationView> comingAt(String host) {
        return select("""
                        select %s from platform.organization o
                        join platform.site s on s.organization_id = o.id and s.host = ? and s.state = 'RESERVED'
                        where o.state = 'ACTIVE'
                        """.formatted(COLUMNS), Organizations::read, host).stream()
                .findFirst();
    }

    Optional<PrimaryHost> primary(String id) {
        return select(
                        "select host, redirects from platform.site where organization_id = ? and is_primary and state = 'SERVED'",
                        row -> new PrimaryHost(row.getString(1), row.getBoolean(2)),
                        id)
                .stream()
                .findFirst();
    }

    /// A host of its own that shows the portal of one space.
    Optional<String> portal(String id, UUID space) {
        return select("""
                        select host from platform.site
                        where organization_id = ? and space_id = ?::uuid and serves = 'PORTAL' and state = 'SERVED' order by host
                        """, row -> row.getString(1), id, space.toString()).stream()
                .findFirst();
    }

    /// All hosts that show a portal.
    List<String> portals(String id) {
        return select(
                "select host from platform.site where organization_id = ? and serves = 'PORTAL' and state = 'SERVED'",
                row -> row.getString(1),
                id);
    }

    Optional<OrganizationView> named(String slug) {
        return select(
                        "select %s from platform.organization o where o.state = 'ACTIVE' and o.slug = ?"
                                .formatted(COLUMNS),
                        Organizations::read,
                        slug)
                .stream()
                .findFirst();
    }

    Optional<OrganizationView> find(String id) {
        return select(
                        "select %s from platform.organization o where o.id = ?".formatted(COLUMNS),
                        Organizations::read,
                        id)
                .stream()
                .findFirst();
    }

    List<OrganizationView> all() {
        return select("select %s from platform.organization o order by o.id".formatted(COLUMNS), Organizations::read);
    }

    private <T> List<T> select(String query, TenantSql.Row<T> row, String... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) statement.setString(i + 1, parameters[i]);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private static OrganizationView read(ResultSet row) throws SQLException {
        return new OrganizationView(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Plan.valueOf(row.getString(4)),
                row.getString(5),
                Vocabulary.valueOf(row.getString(6)),
                row.getString(7));
    }
}
