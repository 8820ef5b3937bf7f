package app.lienzo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// The database behind everybody's back, as the superuser sees it: what an attack did or did not change.
public final class Rows {
    private Rows() {}

    /// @param role `postgres`, `lienzo_app`, `lienzo_owner` or `lienzo_ops`
    public static Connection as(String role) throws SQLException {
        var secrets = secrets();
        var url = "jdbc:postgresql://127.0.0.1:" + secrets.getProperty("port") + "/lienzo";
        return DriverManager.getConnection(url, role, secrets.getProperty(role));
    }

    /// The first column of every row.
    public static List<String> list(String query, Object... parameters) {
        try (var connection = as("postgres");
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            var found = new ArrayList<String>();
            if (!statement.execute()) return found;
            try (var rows = statement.getResultSet()) {
                while (rows.next()) found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String one(String query, Object... parameters) {
        return list(query, parameters).getFirst();
    }

    /// Returns once somebody waits for a row of this table.
    public static void awaitWaiter(String table) {
        Patience.until("somebody waits for " + table, () -> !list("""
                select 1 from pg_locks held join pg_locks wait on wait.pid = held.pid and not wait.granted
                where held.locktype = 'relation' and held.relation = ?::regclass and held.granted
                """, table).isEmpty());
    }

    public static String id(Tenant tenant) {
        return one("select id from platform.organization where slug = ?", tenant.slug());
    }

    public static List<String> tenantTables() {
        return list(
                "select relname from pg_class where relnamespace = 'lienzo'::regnamespace and relkind in ('r', 'p') order by 1");
    }

    /// One fingerprint per table of all that belongs to an organization, when what is due now has been done.
    public static Map<String, String> fingerprint(Tenant tenant) {
        awaitJobs();
        var id = id(tenant);
        var prints = new TreeMap<String, String>();
        var query = new ArrayList<String>();
        for (var table : tenantTables()) {
            // Follows the others a moment later, by itself.
            if (table.startsWith("search_")) continue;
            query.add(
                    "select '%s=' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from lienzo.%s t where tenant_id = '%s'"
                            .formatted(table, table, id));
        }
        for (var line : list(String.join(" union all ", query))) {
            int equals = line.indexOf('=');
            prints.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return prints;
    }

    /// Not for ever: some are done again and again.
    private static void awaitJobs() {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end
                && !list("select 1 from platform.scheduled_tasks where task_name = 'job' and (picked or execution_time < now())")
                        .isEmpty()) LockSupport.parkNanos(20_000_000);
    }

    private static Properties secrets() {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("target", "test-database", "secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }
}
