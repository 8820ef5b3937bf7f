package app.lienzo.tenancy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads organizations from the platform's tables, which belong to no tenant and which the serving role
/// may only read.
@ApplicationScoped
class Organizations {
    private static final String COLUMNS = "o.id, o.slug, o.name, o.plan, o.language, o.vocabulary";

    private final AgroalDataSource database;

    Organizations(AgroalDataSource database) {
        this.database = database;
    }

    Optional<OrganizationView> servedAt(String host, String slug) {
        var found = select("""
                select %s from platform.organization o
                where o.state = 'ACTIVE' and (o.slug = ? or o.id = (select s.organization_id from platform.site s where s.host = ?))
                """.formatted(COLUMNS), slug, host);
        return found.stream().findFirst();
    }

    Optional<OrganizationView> find(String id) {
        return select("select %s from platform.organization o where o.id = ?".formatted(COLUMNS), id).stream()
                .findFirst();
    }

    List<OrganizationView> all() {
        return select("select %s from platform.organization o order by o.id".formatted(COLUMNS));
    }

    private List<OrganizationView> select(String query, String... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) statement.setString(i + 1, parameters[i]);
            var found = new ArrayList<OrganizationView>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(read(rows));
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
                Vocabulary.valueOf(row.getString(6)));
    }
}
