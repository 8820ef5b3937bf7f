package app.lienzo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server on loopback that takes everything and remembers only who got how many.
final class MailSink implements AutoCloseable {
    private final ServerSocket server;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    static MailSink open() {
        try {
            var sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int count() {
        return count.get();
    }

    int addresses() {
        return taken.size();
    }

    /// How many mails came to an address that had one already.
    int doubled() {
        return count.get() - taken.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = socket.getOutputStream()) {
            say(out, "220 sink");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) to = line.replaceAll(".*<|>.*", "");
                if (line.equals("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(line)) line = in.readLine();
                    taken.computeIfAbsent(to, _ -> new AtomicInteger()).incrementAndGet();
                    count.incrementAndGet();
                }
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException _) {
            // Whoever hangs up has hung up.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
