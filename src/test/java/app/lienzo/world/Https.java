package app.lienzo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// The HTTPS port as clients meet it. Whom a certificate belongs to is looked at by the tests themselves, so nothing is
/// trusted or mistrusted here.
public final class Https {
    private static final int PATIENCE_MILLIS = 15_000;

    private Https() {}

    public static int port() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.https.test-port", Integer.class)
                .or(() -> ConfigProvider.getConfig().getOptionalValue("quarkus.http.test-ssl-port", Integer.class))
                .orElseThrow();
    }

    /// A connection whose handshake is done.
    ///
    /// @param name the host that is asked for; null for none
    /// @param protocols what the client offers to speak (ALPN)
    public static SSLSocket connect(@Nullable String name, String... protocols) throws IOException {
        return connect(context(), "TLSv1.3", name, protocols);
    }

    public static SSLSocket connect(SSLContext client, String version, @Nullable String name, String... protocols)
            throws IOException {
        var socket = over(client, new Socket(InetAddress.getLoopbackAddress(), port()), name, protocols);
        socket.setEnabledProtocols(new String[] {version});
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLSocket over(SSLContext client, Socket open, @Nullable String name, String... protocols)
            throws IOException {
        open.setSoTimeout(PATIENCE_MILLIS);
        // The peer's name and port are what a client remembers sessions by; without one it sends no name by itself.
        var socket = (SSLSocket) client.getSocketFactory().createSocket(open, "127.0.0.1", port(), true);
        var settings = socket.getSSLParameters();
        if (name != null) settings.setServerNames(List.of(new SNIHostName(name)));
        if (protocols.length > 0) settings.setApplicationProtocols(protocols);
        socket.setSSLParameters(settings);
        return socket;
    }

    /// The certificate that a host shows.
    public static X509Certificate shown(@Nullable String name) throws IOException {
        try (var socket = connect(name)) {
            return certificate(socket);
        }
    }

    public static X509Certificate certificate(SSLSocket socket) {
        try {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A client that believes everybody, with a memory for sessions of its own.
    public static SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Believing()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What `openssl s_client` says, its words and its faults.
    public static String openssl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port(), "-no_ign_eof"));
        command.addAll(List.of(arguments));
        String said;
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // The ticket of TLS 1.3 comes behind the handshake: it has to stay until the server says good-bye.
        try (var in = process.outputWriter()) {
            in.write("GET / HTTP/1.1\r\nHost: nobody.example\r\nConnection: close\r\n\r\n");
            in.flush();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // Ended before it read that.
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) process.destroyForcibly();
        return said;
    }

    private static final class Believing extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // As promised.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // As promised.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // As promised.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // As promised.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // As promised.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // As promised.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
