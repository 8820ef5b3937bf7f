package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.database.EmbeddedDatabase;
import app.lienzo.world.Ports;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The packaged product as an operator runs it: one jar, its own database, and somebody who pulls the
/// plug.
@SuppressWarnings("NullAway.Init")
class KillNineIT {
    private static final Path DATA = Path.of("target", "kill-nine").toAbsolutePath();
    private static final int MESSAGES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The tenant is named by the Host header: not every resolver knows the names under localhost.
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static int port;
    private static int httpsPort;
    private static Process process;

    @BeforeAll
    static void freshData() throws IOException {
        if (Files.exists(DATA.resolve("postgres/cluster/postmaster.pid")))
            EmbeddedDatabase.start(DATA.resolve("postgres")).stop();
        if (Files.exists(DATA)) {
            try (var all = Files.walk(DATA)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
        Files.createDirectories(DATA);
        // Not 0: with it the framework never says that it has begun to listen, and so never stops.
        port = Ports.free();
        httpsPort = Ports.free();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("B25, R04: kill -9 during 200 messages: after the restart every acknowledged message is there once")
    void every_acknowledged_message_is_there_once() throws Exception {
        start();
        var token = visitor();
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var unanswered = new ConcurrentLinkedQueue<String>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < MESSAGES; i++) {
                var key = UUID.randomUUID().toString();
                int number = i;
                senders.submit(() -> {
                    if (number == MESSAGES / 2) process.destroyForcibly();
                    if (send(token, key)) acknowledged.add(key);
                    else unanswered.add(key);
                });
            }
        }
        process.waitFor();
        assertThat(acknowledged)
                .as("some were acknowledged before the plug was pulled")
                .isNotEmpty();
        assertThat(unanswered).as("and some were not").isNotEmpty();

        start();
        // What a widget does: it sends again what nobody acknowledged.
        for (var key : unanswered) assertThat(send(token, key)).isTrue();

        var stored = stored(token);
        assertThat(stored).doesNotHaveDuplicates().hasSize(MESSAGES).containsAll(acknowledged);
    }

    private static void start() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Dquarkus.profile=dev",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(DATA.resolve("app.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "LIENZO_DATA", DATA.toString(),
                        "LIENZO_HTTP_PORT", Integer.toString(port),
                        "LIENZO_HTTPS_PORT", Integer.toString(httpsPort),
                        "LIENZO_SAMPLES",
                                Path.of("tenants-sample").toAbsolutePath().toString(),
                        "LIENZO_LIVE_CHAT_MESSAGES_PER_MINUTE_MAX", "10000"));
        process = builder.start();
        var until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!ready()) {
            assertThat(process.isAlive()).as("see " + DATA.resolve("app.log")).isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String visitor() throws Exception {
        var answer = post("/visitors", "", "{\"language\":\"es\",\"page\":\"\"}");
        return JSON.readTree(answer.body()).get("token").asText();
    }

    private static boolean send(String token, String key) {
        try {
            int status = post("/messages", token, "{\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(key, key))
                    .statusCode();
            return status == 201 || status == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> stored(String token) throws Exception {
        var keys = new ArrayList<String>();
        var after = new AtomicReference<>(0);
        while (true) {
            var request =
                    request("/conversation?after=" + after.get(), token).GET().build();
            var messages = JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .get("messages");
            if (messages.isEmpty()) return keys;
            for (JsonNode message : messages) {
                keys.add(message.get("text").asText());
                after.set(message.get("seq").asInt());
            }
        }
    }

    private static HttpResponse<String> post(String path, String token, String body)
            throws IOException, InterruptedException {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/widget/v1/channels/aurora-chat" + path))
                .timeout(Duration.ofSeconds(10))
                .header("Host", "aurora.localhost")
                .header("Authorization", "Bearer " + token);
    }
}
