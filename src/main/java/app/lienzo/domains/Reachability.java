package app.lienzo.domains;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Asks a name's address over plain HTTP for what only this installation can answer, as a certificate
/// authority will. Goes to addresses that customers chose: none inside our network, no redirects, little is
/// read.
@ApplicationScoped
class Reachability {
    private static final int READ_MAX = 4 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b[\\s\\S]*");

    private final Outbound outbound;
    private final SelfCheck check;
    private final DomainConfig config;

    Reachability(Outbound outbound, SelfCheck check, DomainConfig config) {
        this.outbound = outbound;
        this.check = check;
        this.config = config;
    }

    /// Who answered.
    enum Reach {
        US,
        /// Somebody sends visitors on before they come here.
        REDIRECTED,
        SOMEBODY_ELSE,
        NOBODY,
        /// An address that we do not call.
        UNASKED
    }

    /// @param address an IP address that the name has
    Reach of(String host, String address) {
        InetAddress resolved;
        try {
            resolved = outbound.address(address);
        } catch (Refused _) {
            return Reach.UNASKED;
        }
        var question = Secrets.token();
        try {
            var answer = get(host, resolved, SelfCheck.PATH + question);
            if (answer.endsWith(check.answer(host, question))) return Reach.US;
            if (answer.isEmpty()) return Reach.NOBODY;
            var status = STATUS.matcher(answer);
            if (!status.matches()) return Reach.SOMEBODY_ELSE;
            return status.group(1).startsWith("3") ? Reach.REDIRECTED : Reach.SOMEBODY_ELSE;
        } catch (IOException _) {
            return Reach.NOBODY;
        }
    }

    private String get(String host, InetAddress address, String path) throws IOException {
        int patience = (int) config.probePatience().toMillis();
        var end = System.nanoTime() + config.probePatience().toNanos();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, config.httpPort()), patience);
            socket.setSoTimeout(patience);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/plain\r\nConnection: close\r\n\r\n"
                            .formatted(path, host)
                            .getBytes(StandardCharsets.US_ASCII));
            var buffer = new byte[READ_MAX];
            int read = 0;
            while (read < READ_MAX && System.nanoTime() < end) {
                int more = socket.getInputStream().read(buffer, read, READ_MAX - read);
                if (more < 0) break;
                read += more;
            }
            return new String(buffer, 0, read, StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }
}
