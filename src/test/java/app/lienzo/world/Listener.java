package app.lienzo.world;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Somebody who follows a stream of server-sent events.
public final class Listener implements AutoCloseable {
    /// @param id empty for events that are in no log
    public record Event(String id, String name, String data) {}

    private final Socket socket;
    private final List<Event> heard = new ArrayList<>();
    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final CountDownLatch headers = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int status;
    private volatile Map<String, String> head = Map.of();

    private Listener(Socket socket) {
        this.socket = socket;
    }

    /// Returns when the answer has begun.
    public static Listener to(Wire.Request request) {
        try {
            var listener = new Listener(request.header("Accept", "text/event-stream")
                    .patience(120_000)
                    .open());
            Thread.ofVirtual().start(listener::read);
            if (!listener.headers.await(10, TimeUnit.SECONDS)) throw new AssertionError("No answer");
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return head.getOrDefault(name, "");
    }

    public List<Event> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    public List<Event> heard(String name) {
        return heard().stream().filter(event -> event.name().equals(name)).toList();
    }

    /// The names of all fields that events had.
    public Set<String> fields() {
        return Set.copyOf(fields);
    }

    /// Waits until something like it was heard.
    public boolean hears(Predicate<Event> wanted, int millis) {
        long until = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < until) {
            if (heard().stream().anyMatch(wanted)) return true;
            pause();
        }
        return false;
    }

    public boolean ends(int millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var in = new BufferedInputStream(socket.getInputStream())) {
            var fields = new TreeMap<String, String>();
            status = Integer.parseInt(String.valueOf(Wire.line(in)).split(" ")[1]);
            for (var line = Wire.line(in); line != null && !line.isEmpty(); line = Wire.line(in)) {
                fields.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(),
                        line.substring(line.indexOf(':') + 1).strip());
            }
            head = fields;
            headers.countDown();
            events(in);
        } catch (IOException _) {
            // The end, or we hung up.
        } finally {
            headers.countDown();
            ended.countDown();
        }
    }

    /// Chunk sizes are lines that are no fields, so that they fall out by themselves.
    private void events(BufferedInputStream in) throws IOException {
        var id = "";
        var name = "message";
        var data = new StringBuilder();
        for (var line = Wire.line(in); line != null && !line.equals("0"); line = Wire.line(in)) {
            if (line.indexOf(':') > 0) fields.add(line.substring(0, line.indexOf(':')));
            if (line.startsWith("id:")) id = line.substring(3).strip();
            else if (line.startsWith("event:")) name = line.substring(6).strip();
            else if (line.startsWith("data:")) data.append(line.substring(5).strip());
            else if (line.isEmpty() && !data.isEmpty()) {
                synchronized (heard) {
                    heard.add(new Event(id, name, data.toString()));
                }
                id = "";
                name = "message";
                data.setLength(0);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
