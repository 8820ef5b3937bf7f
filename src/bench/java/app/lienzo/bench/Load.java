package app.lienzo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Sends requests from a number of clients, each waiting for its answer before the next (a closed
/// loop), and looks at every answer.
final class Load {
    private Load() {}

    /// @throws IllegalStateException when one answer was wrong: a run with wrong answers measures
    ///     nothing
    static Sample run(int port, int clients, Duration time, Request.Source source) {
        return start(port, clients, time, source).end();
    }

    static Running start(int port, int clients, Duration time, Request.Source source) {
        var workers = new ArrayList<FutureTask<long[]>>();
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            var worker = new FutureTask<>(() -> work(port, begin + time.toNanos(), source));
            Thread.ofPlatform().daemon().name("load-" + i).start(worker);
            workers.add(worker);
        }
        return new Running(begin, workers);
    }

    /// A load that goes on while something else is measured.
    record Running(long begin, List<FutureTask<long[]>> workers) {
        Sample end() {
            var all = new long[0];
            for (var worker : workers) {
                var part = get(worker);
                int before = all.length;
                all = Arrays.copyOf(all, before + part.length);
                System.arraycopy(part, 0, all, before, part.length);
            }
            return Sample.of((System.nanoTime() - begin) / 1e9, all);
        }

        private static long[] get(FutureTask<long[]> worker) {
            try {
                return worker.get();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /// One request outside of any measurement.
    ///
    /// @return the body
    static String once(int port, Request request) {
        try (var connection = new HttpConnection(port)) {
            send(connection, request);
            return connection.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] work(int port, long end, Request.Source source) throws IOException {
        var latencies = new long[4_096];
        int done = 0;
        try (var connection = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                var request = source.next();
                long sent = System.nanoTime();
                send(connection, request);
                if (done == latencies.length) latencies = Arrays.copyOf(latencies, 2 * done);
                latencies[done++] = System.nanoTime() - sent;
            }
        }
        return Arrays.copyOf(latencies, done);
    }

    private static void send(HttpConnection connection, Request request) throws IOException {
        int status = connection.exchange(request.bytes());
        if (status == request.status() && connection.holds(request.marker())) return;
        var head = new String(
                request.bytes(), 0, Math.min(160, request.bytes().length), java.nio.charset.StandardCharsets.UTF_8);
        throw new IllegalStateException("Wrong answer " + status + " to " + head + ": " + connection.body());
    }
}
