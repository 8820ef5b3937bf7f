package app.lienzo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/// B25: the product, then PostgreSQL, is killed while conversations come in. What was answered is
/// there, once; what was not is there once after the sender tried again with its key; and a stream that
/// resumes hears of every message.
final class Durability {
    private static final int CLIENTS = 4;
    private static final long BEFORE_THE_BLOW_MILLIS = 1_500;

    /// A stream is told this many missed events; beyond, it is told to look afresh.
    private static final int REQUESTS_MAX = 4_000;

    private static final Pattern MESSAGE = Pattern.compile("\"message\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern EVENT_ID = Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\"");

    private final Site site;
    private final Organization organization;

    Durability(Site site) {
        this.site = site;
        this.organization = site.organization("live");
    }

    void run() {
        if (!site.options().wants("B25")) return;
        Report.say("\nB25");
        survive("kill -9 of the product", () -> site.product().kill());
        survive("kill -9 of PostgreSQL", this::killDatabase);
    }

    /// @param answered the message's id by the key of the request that was answered with 201
    /// @param doubtful keys of requests that were not
    private record Sent(Map<String, String> answered, Queue<String> doubtful) {}

    private void survive(String blow, Runnable kill) {
        var cursor = cursor();
        var sent = new Sent(new ConcurrentHashMap<>(), new ConcurrentLinkedQueue<>());
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) senders.add(Thread.ofPlatform().start(() -> send(sent)));
        Machine.pause(BEFORE_THE_BLOW_MILLIS);
        kill.run();
        for (var sender : senders) join(sender);
        site.product().kill();
        site.restart();
        int answered = sent.answered().size();
        long lost = sent.answered().values().stream()
                .filter(id -> stored("id::text", id) != 1)
                .count();
        for (var key : sent.doubtful()) again(sent, key);
        long notOnce = sent.answered().keySet().stream()
                .filter(key -> stored("source", key) != 1)
                .count();
        var heard = heard(cursor, sent.answered().size());
        long unheard = sent.answered().values().stream()
                .filter(id -> !heard.contains(id))
                .count();
        site.report()
                .note(
                        "B25, %s: %d answered with 201, %d in doubt and sent again; lost %d, not exactly once %d, not delivered to the stream that resumed %d"
                                .formatted(blow, answered, sent.doubtful().size(), lost, notOnce, unheard));
        site.report()
                .goal(
                        new Goal("B25", "lost, doubled or undelivered after " + blow, "–", false, 0, 0, ""),
                        java.util.List.of((double) (lost + notOnce + unheard)));
    }

    private void killDatabase() {
        ProcessHandle.of(site.cluster().pid()).ifPresent(ProcessHandle::destroyForcibly);
        // Its children notice, and go.
        Machine.pause(3_000);
    }

    private void send(Sent sent) {
        try (var connection = new HttpConnection(site.product().port())) {
            while (sent.answered().size() < REQUESTS_MAX) {
                var key = UUID.randomUUID().toString();
                sent.doubtful().add(key);
                int status = connection.exchange(
                        Writing.conversation(organization, key).bytes());
                if (status != 201) return;
                sent.answered().put(key, message(connection.body()));
                sent.doubtful().remove(key);
            }
        } catch (IOException _) {
            // That was the blow.
        }
    }

    private void again(Sent sent, String key) {
        try (var connection = new HttpConnection(site.product().port())) {
            int status =
                    connection.exchange(Writing.conversation(organization, key).bytes());
            if (status != 201 && status != 200) throw new IllegalStateException(status + ": " + connection.body());
            sent.answered().put(key, message(connection.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long stored(String column, String value) {
        return site.cluster()
                .number(
                        "select count(*) from lienzo.message where tenant_id = ? and " + column + " = ?",
                        organization.id(),
                        value);
    }

    /// The place of the last event there is now: of a message that is written for the purpose.
    private String cursor() {
        var last = new String[1];
        try (var socket = stream("")) {
            Machine.pause(300);
            Load.once(
                    site.product().port(),
                    Writing.conversation(organization, UUID.randomUUID().toString()));
            read(socket, line -> {
                if (line.startsWith("id:")) last[0] = line.substring(3).strip();
                return last[0] == null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (last[0] == null) throw new IllegalStateException("The stream said nothing");
        return last[0];
    }

    /// Every message that a stream hears of which resumes at a place.
    private Set<String> heard(String cursor, int expected) {
        var heard = new HashSet<String>();
        try (var socket = stream("Last-Event-ID: " + cursor + "\r\n")) {
            read(socket, line -> {
                var found = EVENT_ID.matcher(line);
                if (line.startsWith("data:") && found.find()) heard.add(found.group(1));
                return heard.size() < expected;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    private interface Line {
        boolean more(String line);
    }

    private Socket stream(String header) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.product().port());
        socket.setSoTimeout(5_000);
        var request = new Request.Sender(
                        organization.host(), organization.agent().headers() + header)
                .get("/api/v1/stream", 200, "");
        socket.getOutputStream().write(request.bytes());
        return socket;
    }

    private static void read(Socket socket, Line line) throws IOException {
        try {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var text = reader.readLine(); text != null && line.more(text); ) text = reader.readLine();
        } catch (SocketTimeoutException _) {
            // Nothing more comes.
        }
    }

    private static String message(String body) {
        var found = MESSAGE.matcher(body);
        if (!found.find()) throw new IllegalStateException(body);
        return found.group(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
