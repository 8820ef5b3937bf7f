package app.lienzo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL server that belongs to this installation, with its data under one folder. It survives
/// restarts and `kill -9` of the application: a server that is still running is adopted, one that
/// crashed recovers from its log.
public final class EmbeddedDatabase {
    private static final List<String> ROLES = List.of("lienzo_owner", "lienzo_app", "lienzo_ops");
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Path cluster;
    private final Path program;
    private final ClusterSecrets secrets;

    private EmbeddedDatabase(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.cluster = this.folder.resolve("cluster");
        this.program = PostgresBinaries.unpackInto(this.folder.resolve("program"));
        this.secrets = new ClusterSecrets(this.folder);
    }

    /// Starts the server of `folder`, which is made when it is not there.
    ///
    /// @throws IllegalStateException when PostgreSQL says no; its own words are in the message
    public static EmbeddedDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            var database = new EmbeddedDatabase(folder);
            database.startServer();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The settings that make Quarkus use this server: three roles, none of them a superuser.
    public Map<String, String> settings() {
        var url = "jdbc:postgresql://127.0.0.1:" + secrets.port() + "/lienzo";
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", "lienzo_app");
        settings.put("quarkus.datasource.password", secrets.get("lienzo_app"));
        settings.put("quarkus.liquibase.username", "lienzo_owner");
        settings.put("quarkus.liquibase.password", secrets.get("lienzo_owner"));
        settings.put("quarkus.datasource.ops.jdbc.url", url);
        settings.put("quarkus.datasource.ops.username", "lienzo_ops");
        settings.put("quarkus.datasource.ops.password", secrets.get("lienzo_ops"));
        return settings;
    }

    /// The installation's own secret, kept beside the data it protects; see `LIENZO_SECRET`.
    public String secret() {
        return secrets.get("secret");
    }

    /// Ends the server; sessions that are still open are told so.
    public void stop() {
        attempt("pg_ctl", "stop", "--pgdata", cluster.toString(), "--mode", "fast", "--wait");
    }

    private void startServer() throws IOException {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) makeCluster();
        if (!running()) {
            secrets.leaveTakenPort();
            run(
                    "pg_ctl",
                    "start",
                    "--pgdata",
                    cluster.toString(),
                    "--wait",
                    "--timeout",
                    Long.toString(PATIENCE_SECONDS),
                    "--log",
                    folder.resolve("server.log").toString(),
                    "--options",
                    "-p " + secrets.port());
        }
        ClusterSetup.ensure(secrets, ROLES);
    }

    /// A server that outlived the process that started it counts; the file that one which crashed left
    /// behind does not.
    private boolean running() {
        return Files.exists(cluster.resolve("postmaster.pid"))
                && attempt("pg_ctl", "status", "--pgdata", cluster.toString()) == 0;
    }

    private void makeCluster() throws IOException {
        var password = Files.createTempFile(folder, "password", null);
        try {
            Files.writeString(password, secrets.get("postgres"));
            run(
                    "initdb",
                    "--pgdata",
                    cluster.toString(),
                    "--username",
                    "postgres",
                    "--pwfile",
                    password.toString(),
                    "--auth",
                    "scram-sha-256",
                    "--encoding",
                    "UTF8",
                    "--no-instructions",
                    "--locale-provider",
                    "builtin",
                    "--builtin-locale",
                    "C.UTF-8",
                    "--locale",
                    "C");
        } finally {
            Files.delete(password);
        }
        Files.writeString(cluster.resolve("postgresql.auto.conf"), """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 60
                shared_buffers = '128MB'
                log_min_messages = 'warning'
                """);
    }

    private void run(String tool, String... arguments) {
        var log = folder.resolve("tools.log");
        if (execute(log, tool, arguments) != 0) throw new IllegalStateException(tool + " failed, see " + log);
    }

    private int attempt(String tool, String... arguments) {
        return execute(folder.resolve("tools.log"), tool, arguments);
    }

    private int execute(Path log, String tool, String... arguments) {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
        if (root()) command.addAll(List.of("unshare", "--user"));
        command.add(program.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(tool + " did not end, see " + log);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"))
                && !System.getProperty("os.name").startsWith("Windows");
    }
}
