import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// A busy chat of a sample organization, for `bin/train`: visitors who write and follow, an agent who answers.
///
///     java -Djdk.httpclient.allowRestrictedHeaders=host Chat.java PORT SLUG SECONDS
class Chat {
    private static final int VISITORS = 40;
    private static final int STREAMS_EACH = 5;
    private static final int WRITERS = 8;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String host;
    private final String channel;
    private final String agent;

    Chat(String port, String slug) {
        base = "http://127.0.0.1:" + port;
        host = slug + ".localhost";
        channel = "/widget/v1/channels/" + slug + "-chat";
        agent = slug + "-agent-token";
    }

    static void main(String[] arguments) throws Exception {
        new Chat(arguments[0], arguments[1]).chat(Integer.parseInt(arguments[2]));
        System.exit(0); // the streams go on
    }

    private void chat(int seconds) throws Exception {
        var conversations = new ArrayList<String>();
        for (int i = 0; i < VISITORS; i++) conversations.add(visitor());
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                int first = i;
                all.add(writers.submit(() -> {
                    for (int n = first; System.nanoTime() < end; n += WRITERS)
                        reply(conversations.get(n % VISITORS));
                    return null;
                }));
            }
            for (var one : all) one.get();
        }
    }

    /// @return his conversation, which the agent holds
    private String visitor() throws Exception {
        var token = one("token", post(channel + "/visitors", "", "{\"language\":\"en\"}"));
        post(channel + "/messages", token, "{\"clientId\":\"%s\",\"text\":\"Hello\"}".formatted(UUID.randomUUID()));
        var conversation = one("id", send(request(channel + "/conversation", token).GET(), BodyHandlers.ofString()));
        post("/api/v1/conversations/" + conversation + "/holder", agent, "{}");
        for (int i = 0; i < STREAMS_EACH; i++) {
            var stream = send(request(channel + "/stream", token).GET(), BodyHandlers.ofLines());
            Thread.ofVirtual().start(() -> stream.forEach(_ -> {}));
        }
        return conversation;
    }

    private void reply(String conversation) throws Exception {
        post("/api/v1/conversations/" + conversation + "/messages", agent, "{\"text\":\"An answer of a few words.\"}");
    }

    private String post(String path, String token, String body) throws Exception {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Host", host);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> T send(HttpRequest.Builder request, BodyHandler<T> handler) throws Exception {
        var answer = http.send(request.build(), handler);
        if (answer.statusCode() / 100 != 2) throw new IllegalStateException(answer + " " + answer.body());
        return answer.body();
    }

    private static String one(String name, String json) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) throw new IllegalStateException(json);
        return found.group(1);
    }
}
