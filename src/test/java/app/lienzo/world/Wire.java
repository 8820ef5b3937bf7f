package app.lienzo.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 as it goes over the wire: whoever attacks is not held back by a polite client library.
public final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int KEPT_MAX = 2 * 1024 * 1024;

    private Wire() {}

    /// An answer; what never ends (a stream) is cut off after `patience`.
    ///
    /// @param headers by their name in small letters
    public record Answer(int status, Map<String, List<String>> headers, byte[] content) {
        public String body() {
            return new String(content, UTF_8);
        }

        /// The first of this name; empty for none.
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .getFirst();
        }

        public List<String> all(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }

        /// The value of a cookie this answer sets; null when it does not.
        public @Nullable String cookie(String name) {
            return all("set-cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1).split(";")[0])
                    .findFirst()
                    .orElse(null);
        }
    }

    /// A request on its way.
    public static final class Request {
        private final String line;
        private final List<String> headers = new ArrayList<>();
        private byte[] content = new byte[0];
        private int patience = PATIENCE_MILLIS;
        private @Nullable InetAddress from;

        private Request(String line) {
            this.line = line;
        }

        /// Added as it is, also a second time.
        public Request header(String name, String value) {
            headers.add(name + ": " + value);
            return this;
        }

        public Request body(String type, String text) {
            return body(type, text.getBytes(UTF_8));
        }

        public Request body(String type, byte[] bytes) {
            content = bytes;
            return header("Content-Type", type).header("Content-Length", Integer.toString(bytes.length));
        }

        public Request json(String text) {
            return body("application/json", text);
        }

        public Request form(String text) {
            return body("application/x-www-form-urlencoded", text);
        }

        /// How long to wait for more of an answer.
        public Request patience(int millis) {
            patience = millis;
            return this;
        }

        /// The address it comes from: all of 127.0.0.0/8 is ours.
        public Request from(String address) {
            try {
                from = InetAddress.getByName(address);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        public Answer send() {
            try (var socket = open()) {
                return read(new java.io.BufferedInputStream(socket.getInputStream()), line.startsWith("HEAD "));
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }

        /// The socket, with the request on its way and nothing read yet.
        public Socket open() throws IOException {
            var socket = from == null
                    ? new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)
                    : new Socket(InetAddress.getLoopbackAddress(), RestAssured.port, from, 0);
            write(socket);
            return socket;
        }

        /// The answer over a connection that is open already, such as one of [Https].
        public Answer over(Socket socket) {
            try {
                write(socket);
                return read(new java.io.BufferedInputStream(socket.getInputStream()), line.startsWith("HEAD "));
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }

        private void write(Socket socket) throws IOException {
            socket.setSoTimeout(patience);
            var head = new StringBuilder(line).append("\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            head.append("\r\n");
            var out = socket.getOutputStream();
            try {
                out.write(head.toString().getBytes(UTF_8));
                out.write(content);
                out.flush();
            } catch (IOException _) {
                // Refused before all of it was sent: the answer is there all the same.
            }
        }
    }

    /// A request for one of the two organizations.
    public static Request to(Tenant tenant, String method, String target) {
        return bare(method, target).header("Host", tenant.host());
    }

    /// A request without any Host header.
    public static Request bare(String method, String target) {
        return new Request(method + " " + target + " HTTP/1.1").header("Connection", "close");
    }

    static Answer read(InputStream in, boolean headOnly) throws IOException {
        var head = head(in);
        if (head.isEmpty()) return new Answer(0, Map.of(), new byte[0]);
        int status = Integer.parseInt(head.getFirst().split(" ")[1]);
        var headers = new TreeMap<String, List<String>>();
        for (var header : head.subList(1, head.size())) {
            int colon = header.indexOf(':');
            headers.computeIfAbsent(header.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(header.substring(colon + 1).strip());
        }
        if (headOnly || status == 204 || status == 304) return new Answer(status, headers, new byte[0]);
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        var length = headers.get("content-length");
        var kept = new ByteArrayOutputStream();
        try {
            if (chunked) chunks(in, kept);
            else copy(in, kept, length == null ? Long.MAX_VALUE : Long.parseLong(length.getFirst()));
        } catch (SocketTimeoutException _) {
            // A stream: what came so far is what there is to look at.
        }
        return new Answer(status, headers, kept.toByteArray());
    }

    private static List<String> head(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        try {
            for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) lines.add(line);
        } catch (java.net.SocketException _) {
            // Cut off: no answer at all.
        }
        return lines;
    }

    static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) return line.size() == 0 ? null : line.toString(ISO_8859_1);
            if (next != '\r') line.write(next);
        }
        return line.toString(UTF_8);
    }

    private static void chunks(InputStream in, ByteArrayOutputStream kept) throws IOException {
        for (var size = line(in); size != null && !size.equals("0"); size = line(in)) {
            if (!size.isEmpty()) copy(in, kept, Integer.parseInt(size.split(";")[0], 16));
        }
    }

    private static void copy(InputStream in, ByteArrayOutputStream kept, long count) throws IOException {
        for (long i = 0; i < count && kept.size() < KEPT_MAX; i++) {
            int next = in.read();
            if (next < 0) return;
            kept.write(next);
        }
    }
}
