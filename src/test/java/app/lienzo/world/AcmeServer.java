package app.lienzo.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// One running certificate authority: Let's Encrypt's own test server in a process of its own. All it
/// issued and all its accounts are gone when it ends.
public final class AcmeServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(30);

    private final Process process;
    private final Path folder;
    private final int port;
    private final int management;
    private final HttpClient http;
    private final SSLContext trusting;

    private AcmeServer(Process process, Path folder, int port, int management, SSLContext trusting) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.management = management;
        this.trusting = trusting;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting)
                .build();
    }

    /// How one is started.
    ///
    /// @param newer the later version, with renewal information and profiles
    /// @param names where it asks for names
    /// @param http where it looks for HTTP-01 answers, `tls` for TLS-ALPN-01
    /// @param knobs its `PEBBLE_…` variables
    /// @param boundKeys accounts need one of these (id to base64url key); empty for everybody
    public record Setup(
            Path binary,
            boolean newer,
            int names,
            int http,
            int tls,
            Map<String, String> knobs,
            Map<String, String> boundKeys) {
        public Setup with(String knob, String value) {
            var more = new HashMap<>(knobs);
            more.put(knob, value);
            return new Setup(binary, newer, names, http, tls, Map.copyOf(more), boundKeys);
        }

        public Setup bound(String id, String key) {
            return new Setup(binary, newer, names, http, tls, knobs, Map.of(id, key));
        }

        public Setup at(int httpPort, int tlsPort) {
            return new Setup(binary, newer, names, httpPort, tlsPort, knobs, boundKeys);
        }
    }

    public static AcmeServer start(Path folder, Setup setup) throws IOException {
        Files.createDirectories(folder);
        int port = Ports.free();
        int management = Ports.free();
        var keys = keys();
        var own = certificate(keys);
        Files.writeString(folder.resolve("api.crt"), pem("CERTIFICATE", encoded(own)));
        Files.writeString(
                folder.resolve("api.key"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        Files.writeString(folder.resolve("pebble.json"), configuration(setup, port, management));
        var command = new ProcessBuilder(
                        setup.binary().toString(), "-config", "pebble.json", "-dnsserver", "127.0.0.1:" + setup.names())
                .directory(folder.toFile());
        command.environment().put("PEBBLE_VA_NOSLEEP", "1");
        command.environment().put("PEBBLE_AUTHZREUSE", "0");
        command.environment().put("PEBBLE_WFE_NONCEREJECT", "0");
        command.environment().putAll(setup.knobs());
        var server = new AcmeServer(
                run(command, folder.resolve("pebble.log")), folder, port, management, speaking(own, keys));
        await(server.process, () -> server.get(server.directory()));
        return server;
    }

    public String directory() {
        return "https://127.0.0.1:" + port + "/dir";
    }

    public int port() {
        return port;
    }

    SSLContext trusting() {
        return trusting;
    }

    Socket connect() throws IOException {
        return trusting.getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), port);
    }

    /// How many certificates it has issued so far.
    public long issued() {
        return log().stream()
                .filter(line -> line.contains("Issued certificate serial"))
                .count();
    }

    /// What has to be trusted to talk to it, as PEM.
    public Path trust() {
        return folder.resolve("api.crt").toAbsolutePath();
    }

    /// The root that what it issues leads to.
    public X509Certificate root() {
        try {
            var pem = get("https://127.0.0.1:" + management + "/roots/0");
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// `Valid` or `Revoked`.
    public String status(BigInteger serial) {
        try {
            return get("https://127.0.0.1:" + management + "/cert-status-by-serial/" + serial.toString(16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All it said so far.
    public List<String> log() {
        try {
            return Files.readAllLines(folder.resolve("pebble.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(process);
    }

    private String get(String address) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IOException(address + ": " + answer.statusCode());
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String configuration(Setup setup, int port, int management) {
        var bound = new StringBuilder();
        setup.boundKeys().forEach((id, key) -> bound.append("\"%s\": \"%s\"".formatted(id, key)));
        return """
                {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                  "certificate": "api.crt", "privateKey": "api.key", "httpPort": %d, "tlsPort": %d,
                  "ocspResponderURL": "", "externalAccountBindingRequired": %s, "externalAccountMACKeys": {%s},
                  "domainBlocklist": ["blocked-domain.example"],
                  "retryAfter": {"authz": 1, "order": 1}, "keyAlgorithm": "ecdsa",
                  "profiles": {"default": {"description": "90 days", "validityPeriod": 7776000},
                    "shortlived": {"description": "6 days", "validityPeriod": 518400}}}}
                """.formatted(port, management, setup.http(), setup.tls(), !bound.isEmpty(), bound);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(KeyPair keys) {
        try {
            var now = Instant.now();
            var name = new X500Name("CN=localhost");
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(now.toEpochMilli()),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(Duration.ofDays(30))),
                            name,
                            keys.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                    }));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    /// Trusts it, and can pass for it.
    private static SSLContext speaking(X509Certificate certificate, KeyPair keys) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("own", certificate);
            store.setKeyEntry("key", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store, new char[0]);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
    }

    /// It ends with this machine at the latest.
    static Process run(ProcessBuilder command, Path log) throws IOException {
        var process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        return process;
    }

    interface Probe {
        void ask() throws IOException;
    }

    static void await(Process process, Probe probe) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                probe.ask();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) throw e;
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
