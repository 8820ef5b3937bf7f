package app.lienzo.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The database and its roles, as `deploy/database.sql` makes them on a server of one's own. Safe to
/// run again.
final class ClusterSetup {
    private static final int ATTEMPTS_MAX = 240;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private ClusterSetup() {}

    static void ensure(ClusterSecrets secrets, List<String> roles) {
        try {
            try (var connection = connect(secrets, "postgres")) {
                for (var role : roles) ensureRole(connection, role, secrets.get(role));
                if (!exists(connection, "select 1 from pg_database where datname = ?", "lienzo")) {
                    execute(connection, "create database lienzo owner lienzo_owner");
                }
            }
            try (var connection = connect(secrets, "lienzo")) {
                execute(connection, "revoke all on database lienzo from public");
                execute(connection, "revoke all on schema public from public");
                execute(connection, "grant connect on database lienzo to lienzo_app, lienzo_ops");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL could not be set up", e);
        }
    }

    /// A server that recovers from a crash says "starting up" for a while: that is no failure.
    private static Connection connect(ClusterSecrets secrets, String database) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + secrets.port() + "/" + database;
        for (int attempt = 1; ; attempt++) {
            try {
                return DriverManager.getConnection(url, "postgres", secrets.get("postgres"));
            } catch (SQLException e) {
                if (attempt == ATTEMPTS_MAX) throw e;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        if (exists(connection, "select 1 from pg_roles where rolname = ?", role)) return;
        execute(
                connection,
                "create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password
                        + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
