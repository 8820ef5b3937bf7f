package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.database.EmbeddedDatabase;
import app.lienzo.world.Ports;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The packaged product twice over one database, as in production: what one replica does, the other
/// knows.
@SuppressWarnings("NullAway.Init")
class TwoReplicasIT {
    private static final Path DATA = Path.of("target", "two-replicas").toAbsolutePath();
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final int JOBS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static EmbeddedDatabase database;
    private static final List<Replica> REPLICAS = new ArrayList<>();
    private static final List<Boolean> OPEN_WHEN_READY = new ArrayList<>();

    private record Replica(int port, int managementPort, Process process) {
        HttpRequest.Builder request(String path, String token) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .header("Host", "aurora.localhost")
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token);
        }

        HttpResponse<String> get(String path, String token) throws Exception {
            return HTTP.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String token, String body) throws Exception {
            var request = request(path, token).POST(HttpRequest.BodyPublishers.ofString(body));
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @BeforeAll
    static void startBoth() throws Exception {
        if (Files.exists(DATA.resolve("postgres/cluster/postmaster.pid")))
            EmbeddedDatabase.start(DATA.resolve("postgres")).stop();
        if (Files.exists(DATA)) {
            try (var all = Files.walk(DATA)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
        Files.createDirectories(DATA);
        REPLICAS.clear();
        OPEN_WHEN_READY.clear();
        database = EmbeddedDatabase.start(DATA.resolve("postgres"));
        // Both at once: one migrates and loads the samples, the other waits for it.
        for (int i = 0; i < 2; i++) REPLICAS.add(start());
        var until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        var starting = new ArrayList<>(REPLICAS);
        // Without a pause: what is looked at is the first instant in which each is ready.
        while (!starting.isEmpty()) {
            assertThat(System.nanoTime()).as("ready in time").isLessThan(until);
            for (var replica : List.copyOf(starting)) {
                if (!ready(replica)) continue;
                OPEN_WHEN_READY.add(opens(replica.port));
                starting.remove(replica);
            }
        }
    }

    @AfterAll
    static void stopBoth() throws InterruptedException {
        REPLICAS.forEach(replica -> replica.process.destroy());
        for (var replica : REPLICAS)
            assertThat(replica.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        database.stop();
    }

    @Test
    void who_says_that_he_is_ready_lets_visitors_in() {
        assertThat(OPEN_WHEN_READY).containsExactly(true, true);
    }

    @Test
    void what_is_written_at_one_replica_is_heard_at_the_other() throws Exception {
        var visitor = visitor(one());
        write(one(), visitor, "Hola");
        try (var stream = new Follower(two(), "/widget/v1/channels/aurora-chat/stream", visitor);
                var team = new Follower(two(), "/api/v1/stream", "aurora-agent-token")) {
            var word = "oído-" + UUID.randomUUID();
            write(one(), visitor, word);
            eventually(() -> stream.heard(word) && team.heard(word), SOON);
        }
    }

    @Test
    void a_session_opened_at_one_replica_works_at_the_other_until_it_is_ended() throws Exception {
        var answer = one().post("/api/v1/sessions", "", "{\"userName\":\"agent\",\"password\":\"Lienzo2026demo\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        var token = JSON.readTree(answer.body()).get("token").asText();
        assertThat(two().get("/api/v1/me", token).statusCode()).isEqualTo(200);
        var ended = one().request("/api/v1/sessions/current", token).DELETE().build();
        assertThat(HTTP.send(ended, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
        eventually(() -> two().get("/api/v1/me", token).statusCode() == 401, SOON);
    }

    @Test
    void a_conversation_that_is_taken_at_both_replicas_has_one_holder() throws Exception {
        for (int round = 0; round < 10; round++) {
            var visitor = visitor(one());
            write(one(), visitor, "¿Quién?");
            var id = JSON.readTree(one().get("/widget/v1/channels/aurora-chat/conversation", visitor)
                            .body())
                    .at("/conversation/id")
                    .asText();
            var first = taken(one(), id, "aurora-agent-token");
            var second = taken(two(), id, "aurora-owner-token");
            assertThat(List.of(first.join(), second.join()))
                    .as("answers of the two replicas")
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a_job_is_done_once() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    create table public.done (backend int);
                    create function public.note() returns trigger language plpgsql security definer as
                    $$ begin insert into public.done values (pg_backend_pid()); return null; end $$;
                    create trigger note after delete on lienzo.session for each statement execute function public.note();
                    insert into platform.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                    select 'job', gen_random_uuid()::text, convert_to(json_build_object(
                        'organization', (select id from platform.organization where slug = 'aurora'),
                        'kind', 'app.lienzo.jobs.DoChore',
                        'content', '{"name":"forget-ended-sessions"}')::text, 'UTF8'), now(), false, 1
                    from generate_series(1, %d)
                    """.formatted(JOBS));
        }
        eventually(() -> number("select count(*) from platform.scheduled_tasks where task_name = 'job'") == 0, SOON);
        assertThat(number("select count(*) from platform.failed_job")).isZero();
        assertThat(number("select count(*) from public.done")).isEqualTo(JOBS);
    }

    @Test
    void health_and_metrics_are_answered_on_the_management_port_and_nothing_else_is() throws Exception {
        for (var path : List.of("/q/health/ready", "/q/health/live", "/q/metrics")) {
            assertThat(status(one().managementPort, path)).as(path).isEqualTo(200);
            assertThat(status(one().port, path)).as(path).isEqualTo(404);
        }
        for (var path : List.of("/sign-in", "/api/v1/me", "/"))
            assertThat(status(one().managementPort, path)).as(path).isEqualTo(404);
    }

    private static Replica one() {
        return REPLICAS.getFirst();
    }

    private static Replica two() {
        return REPLICAS.getLast();
    }

    private static Replica start() throws IOException {
        int port = Ports.free();
        int managementPort = Ports.free();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of("deploy", "jvm.options").toAbsolutePath());
        database.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(port).toFile());
        builder.environment()
                .putAll(Map.of(
                        "LIENZO_SECRET", database.secret(),
                        "LIENZO_HTTP_PORT", Integer.toString(port),
                        "LIENZO_HTTPS_PORT", Integer.toString(Ports.free()),
                        "LIENZO_MANAGEMENT_PORT", Integer.toString(managementPort),
                        "LIENZO_SAMPLES",
                                Path.of("tenants-sample").toAbsolutePath().toString()));
        return new Replica(port, managementPort, builder.start());
    }

    private static boolean opens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean ready(Replica replica) throws InterruptedException {
        assertThat(replica.process.isAlive()).as(() -> said(replica)).isTrue();
        try {
            return status(replica.managementPort, "/q/health/ready") == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static String said(Replica replica) {
        try {
            return Files.readString(log(replica.port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(int port) {
        return DATA.resolve("app-" + port + ".log");
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String visitor(Replica replica) throws Exception {
        var answer =
                replica.post("/widget/v1/channels/aurora-chat/visitors", "", "{\"language\":\"es\",\"page\":\"\"}");
        return JSON.readTree(answer.body()).get("token").asText();
    }

    private static void write(Replica replica, String visitor, String text) throws Exception {
        var body = "{\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text);
        assertThat(replica.post("/widget/v1/channels/aurora-chat/messages", visitor, body)
                        .statusCode())
                .isEqualTo(201);
    }

    private static CompletableFuture<Integer> taken(Replica replica, String conversation, String token) {
        var request = replica.request("/api/v1/conversations/" + conversation + "/holder", token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static long number(String query) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection owner() throws SQLException {
        var settings = database.settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.liquibase.username"),
                settings.get("quarkus.liquibase.password"));
    }

    private static void eventually(Callable<Boolean> what, Duration patience) throws Exception {
        var until = System.nanoTime() + patience.toNanos();
        while (!what.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /// Reads a stream of one replica.
    private static final class Follower implements AutoCloseable {
        private final StringBuffer heard = new StringBuffer();
        private final InputStream body;

        Follower(Replica replica, String path, String token) throws Exception {
            var request = replica.request(path, token)
                    .header("Accept", "text/event-stream")
                    .GET()
                    .build();
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            body = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine())
                    heard.append(line).append('\n');
            } catch (IOException _) {
                // It was closed.
            }
        }

        boolean heard(String word) {
            return heard.indexOf(word) >= 0;
        }

        /// Ends the answer itself: its reader is held by whoever waits for a line.
        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
