package app.lienzo.bench;

import app.lienzo.world.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where it is measured: the packaged product with a data folder of its own, filled, and the hello
/// program beside it.
final class Site implements AutoCloseable {
    static final int OPEN_FEW = 10_000;
    static final int OPEN_MANY = 100_000;
    static final int HELD = 2_000;
    static final int THREADS = 500;

    /// Far above what any machine does in a minute: the limits are not what is measured.
    private static final String NO_LIMIT = "1000000000";

    private final Options options;
    private final Machine machine = new Machine();
    private final Report report = new Report();
    private final MailSink sink = MailSink.open();
    private final Path work;
    private final Cluster cluster;
    private final Program hello;
    private final Map<String, Organization> organizations = new HashMap<>();
    private Program product;

    private Site(Options options) throws IOException {
        this.options = options;
        this.work = Files.createTempDirectory("lienzo-bench");
        for (var slug : List.of("write", "few", "many", "live")) sample(slug);
        Program.start(productPlan()).close();
        // Once more, because pgbench and the product together need more connections than the product alone.
        allowConnections();
        this.product = Program.start(productPlan());
        this.cluster = new Cluster(data());
        machine.own(cluster.pid());
        fill();
        this.hello = Program.start(helloPlan());
    }

    static Site open(Options options) {
        try {
            return new Site(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Options options() {
        return options;
    }

    Machine machine() {
        return machine;
    }

    Report report() {
        return report;
    }

    Cluster cluster() {
        return cluster;
    }

    PgBench pgBench() {
        return new PgBench(cluster, work);
    }

    MailSink sink() {
        return sink;
    }

    Program product() {
        return product;
    }

    Program hello() {
        return hello;
    }

    Organization organization(String slug) {
        return organizations.computeIfAbsent(slug, wanted -> Organization.of(cluster, wanted));
    }

    /// Starts the product anew after somebody killed it.
    void restart() {
        product = Program.start(productPlan());
        machine.own(cluster.pid());
    }

    Program.Plan helloPlan() {
        return new Program.Plan(
                options.hello(),
                List.of(),
                false,
                Map.of("QUARKUS_HTTP_HOST", "127.0.0.1"),
                "QUARKUS_HTTP_PORT",
                Request.Sender.anonymous("localhost").get("/hello", 200, "hello"),
                work.resolve("hello.log"));
    }

    private Program.Plan productPlan() {
        var environment = environment();
        environment.put("LIENZO_DATA", data().toString());
        environment.put("LIENZO_SAMPLES", work.resolve("samples").toString());
        return plan(environment);
    }

    /// The product as a second process on the database of the first.
    Program.Plan attachedPlan() {
        var environment = environment();
        var url = "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/lienzo";
        environment.put("LIENZO_SECRET", cluster.secret());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "lienzo_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", cluster.password("lienzo_app"));
        environment.put("QUARKUS_LIQUIBASE_USERNAME", "lienzo_owner");
        environment.put("QUARKUS_LIQUIBASE_PASSWORD", cluster.password("lienzo_owner"));
        environment.put("QUARKUS_DATASOURCE_OPS_JDBC_URL", url);
        environment.put("QUARKUS_DATASOURCE_OPS_USERNAME", "lienzo_ops");
        environment.put("QUARKUS_DATASOURCE_OPS_PASSWORD", cluster.password("lienzo_ops"));
        return plan(environment);
    }

    private Program.Plan plan(Map<String, String> environment) {
        return new Program.Plan(
                options.product(),
                options.java(),
                false,
                environment,
                "LIENZO_HTTP_PORT",
                Request.Sender.anonymous("localhost").get("/q/health", 200, "UP"),
                work.resolve("product.log"));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("LIENZO_LIVE_CHAT_MESSAGES_PER_MINUTE_MAX", NO_LIMIT);
        environment.put("LIENZO_LIVE_CHAT_VISITORS_PER_MINUTE_MAX", NO_LIMIT);
        environment.put("LIENZO_API_REQUESTS_PER_MINUTE_MAX", NO_LIMIT);
        environment.put("LIENZO_LIVE_STREAMS_PER_ADDRESS_MAX", NO_LIMIT);
        environment.put("LIENZO_SMTP_HOST", "127.0.0.1");
        environment.put("LIENZO_SMTP_RELAY_PORT", Integer.toString(sink.port()));
        environment.put("LIENZO_MARKETING_PER_SECOND", NO_LIMIT);
        // Health on the same port: several products run beside each other.
        environment.put("LIENZO_MANAGEMENT_PORT", "0");
        environment.put("LIENZO_ACME_NEW_AT_ONCE_MAX", "0");
        environment.put("LIENZO_HTTPS_PORT", Integer.toString(Ports.free()));
        return environment;
    }

    private Path data() {
        return work.resolve("data");
    }

    private void sample(String slug) throws IOException {
        var folder = Files.createDirectories(work.resolve("samples").resolve(slug));
        Files.writeString(
                folder.resolve("organization.yaml"),
                Cluster.script("organization.yaml").replace("${slug}", slug));
    }

    private void allowConnections() throws IOException {
        var settings = data().resolve("postgres/cluster/postgresql.auto.conf");
        Files.writeString(
                settings, Files.readString(settings).replace("max_connections = 60", "max_connections = 120"));
    }

    private void fill() {
        Report.say("Filling ...");
        cluster.requireDurable();
        organization("write").fill(cluster, "IN_PROGRESS", HELD, 0);
        organization("few").fill(cluster, "INBOX", OPEN_FEW, THREADS);
        organization("many").fill(cluster, "INBOX", OPEN_MANY, 0);
        cluster.execute(Cluster.script("organizations.sql"));
        cluster.execute("vacuum analyze");
        cluster.execute("checkpoint");
    }

    @Override
    public void close() {
        hello.close();
        product.close();
        sink.close();
        try (var all = Files.walk(work)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            Report.say("Left behind: " + work + " (" + e.getMessage() + ")");
        }
    }
}
