package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Clients of the HTTPS port. Each full handshake is made with a peer's name of its own, so that the client has no
/// session to
/// offer: JDK's remembers sessions by that name, and with a session it asks for the host that the session was made for.
final class Tls implements X509TrustManager {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final AtomicInteger PEERS = new AtomicInteger();

    private final SSLContext context;
    private final AtomicInteger full = new AtomicInteger();

    Tls() {
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Handshakes of this client that were no resumption: the others show no certificate.
    int full() {
        return full.get();
    }

    SSLSocket connect(int port, String name, String peer) throws IOException {
        var open = new Socket(InetAddress.getLoopbackAddress(), port);
        open.setSoTimeout(TIMEOUT_MILLIS);
        open.setTcpNoDelay(true);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(open, peer, port, true);
        var settings = socket.getSSLParameters();
        settings.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(settings);
        socket.startHandshake();
        return socket;
    }

    /// A full handshake and a good-bye that the server answers.
    ///
    /// @return the serial number of what was shown
    String shake(int port, String name) throws IOException {
        try (var socket = connect(port, name, "peer-" + PEERS.incrementAndGet())) {
            var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            socket.shutdownOutput();
            while (socket.getInputStream().read() >= 0) {
                // Tickets, and the end.
            }
            return shown.getSerialNumber().toString(16);
        }
    }

    /// Many full handshakes by eight clients.
    static void shake(int port, int count, Supplier<String> names) {
        var left = new AtomicInteger(count);
        var work = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 8; i++)
            work.add(() -> {
                var client = new Tls();
                while (left.getAndDecrement() > 0) client.shake(port, names.get());
                return null;
            });
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) done.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void waitFor(int port, String name) {
        for (int i = 0; ; i++) {
            try {
                new Tls().shake(port, name);
                return;
            } catch (IOException e) {
                if (i > 600) throw new UncheckedIOException("Nobody serves " + name, e);
                Machine.pause(100);
            }
        }
    }

    /// Whether `openssl` resumes a session of one host while it asks for another.
    static boolean resumesElsewhere(int port, String host, String other) {
        try {
            var session = Files.createTempFile("session", "");
            openssl(port, "-servername", host, "-sess_out", session.toString());
            var said = openssl(port, "-servername", other, "-sess_in", session.toString());
            Files.delete(session);
            if (!said.contains("New, TLS") && !said.contains("Reused, TLS")) throw new IllegalStateException(said);
            return said.contains("Reused, TLS");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String openssl(int port, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter()) {
            in.write("GET / HTTP/1.1\r\nHost: nobody.example\r\nConnection: close\r\n\r\n");
            in.flush();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // There are none.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        full.incrementAndGet();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
