package app.lienzo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// The product's PostgreSQL as its superuser sees it: fills tables, counts rows, looks at settings.
final class Cluster {
    private final Path folder;
    private final Properties secrets = new Properties();

    /// @param data the product's data folder, after its first start
    Cluster(Path data) {
        folder = data.resolve("postgres");
        try (var reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String port() {
        return secrets.getProperty("port");
    }

    String password(String role) {
        return secrets.getProperty(role);
    }

    String secret() {
        return secrets.getProperty("secret");
    }

    /// The server's own process.
    long pid() {
        try (var lines = Files.lines(folder.resolve("cluster/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String query, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) throw new IllegalStateException("Nothing found: " + query);
                return String.valueOf(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query, Object... parameters) {
        return Long.parseLong(text(query, parameters));
    }

    void execute(String commands) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(commands);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Work on a connection of its own.
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void with(Work work) {
        try (var connection = connect()) {
            work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Refuses to measure a database that may forget.
    void requireDurable() {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            var value = text("select current_setting(?)", setting);
            if (!value.equals("on")) throw new IllegalStateException(setting + " is " + value);
        }
    }

    static String script(String name) {
        try (InputStream in = Cluster.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("No script " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/lienzo", "postgres", password("postgres"));
    }
}
