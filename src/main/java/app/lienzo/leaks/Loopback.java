package app.lienzo.leaks;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// Asks this very process over the loopback interface: HTTP/1.1 as it goes over the wire, because a polite library
/// sends no malformed request. There is no address to give; nothing here can be made to ask anybody else.
@ApplicationScoped
class Loopback {
    private static final int PATIENCE_MILLIS = 20_000;

    /// What a stream has to say at once.
    private static final int STREAM_MILLIS = 1_200;

    private static final int LINE_MAX = 32_768;
    private static final int HEADERS_MAX = 200;

    private final Config settings;
    private final int contentMax;

    Loopback(Config settings, LeakConfig config) {
        this.settings = settings;
        this.contentMax = (int) config.answerMax().asLongValue();
    }

    /// Over TLS when the host answers there only. [Answer#NONE] for a connection that is closed without a word.
    Answer ask(Question question) {
        var answer = ask(question, null);
        var upgraded = question.upgradedBy(answer);
        return upgraded == null ? answer : ask(question, upgraded);
    }

    /// @param secured the host to be named in a TLS handshake; null for plain HTTP
    private Answer ask(Question question, @Nullable String secured) {
        try (var plain = new Socket()) {
            int port = secured == null ? port("port") : port("ssl-port");
            plain.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), PATIENCE_MILLIS);
            plain.setSoTimeout(question.stream() ? STREAM_MILLIS : PATIENCE_MILLIS);
            var socket = secured == null ? plain : Secured.over(plain, secured);
            var out = socket.getOutputStream();
            out.write((String.join("\r\n", question.lines()) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return read(socket.getInputStream(), question.headOnly());
        } catch (IOException _) {
            return Answer.NONE;
        }
    }

    /// The one that is really listened on: it may have been any that was free.
    private int port(String which) {
        var prefix = LaunchMode.current() == LaunchMode.TEST ? "quarkus.http.test-" : "quarkus.http.";
        return settings.getValue(prefix + which, Integer.class);
    }

    private Answer read(InputStream in, boolean headOnly) throws IOException {
        var first = line(in);
        if (first == null || !first.startsWith("HTTP/")) return Answer.NONE;
        var parts = first.split(" ", 3);
        int status = parts.length > 1 && parts[1].matches("[0-9]{3}") ? Integer.parseInt(parts[1]) : 0;
        var headers = new TreeMap<String, List<String>>();
        for (var line = line(in); line != null && !line.isEmpty() && headers.size() < HEADERS_MAX; line = line(in)) {
            int colon = Math.max(line.indexOf(':'), 0);
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line.substring(Math.min(colon + 1, line.length())).strip());
        }
        // The reason is a word of the server's too.
        if (parts.length > 2) headers.put(":reason", List.of(parts[2]));
        return new Answer(status, headers, headOnly ? new byte[0] : content(in, headers));
    }

    private byte[] content(InputStream in, TreeMap<String, List<String>> headers) throws IOException {
        var kept = new ByteArrayOutputStream();
        try {
            if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) chunks(in, kept);
            else copy(in, kept, Long.MAX_VALUE);
        } catch (SocketTimeoutException | SocketException _) {
            // A stream: what came so far is what there is to look at.
        }
        return kept.toByteArray();
    }

    private void chunks(InputStream in, ByteArrayOutputStream kept) throws IOException {
        for (var size = line(in); size != null && kept.size() < contentMax; size = line(in)) {
            if (size.isEmpty()) continue;
            int length = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
            if (length == 0) return;
            copy(in, kept, length);
        }
    }

    /// Asked to close, the server ends an answer by closing; so length and end are the same.
    private void copy(InputStream in, ByteArrayOutputStream kept, long length) throws IOException {
        var buffer = new byte[8_192];
        for (long left = length; left > 0 && kept.size() < contentMax; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) return;
            kept.write(buffer, 0, Math.min(count, contentMax - kept.size()));
            left -= count;
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            if (next != '\r' && line.size() < LINE_MAX) line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
