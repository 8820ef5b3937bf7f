package app.lienzo.world;

import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// A certificate authority and the domain name system of the tests, started once beside the database:
/// Debian's `pebble` and `pebble-challtestsrv` as real processes on free ports of this machine.
///
/// No name exists until a test says so. The authority looks for its answers at the application under test,
/// wherever that listens. Where the packages are missing nothing is started, and whatever asks for them
/// says what to install.
@SuppressWarnings("NullAway.Init")
public final class Pebble {
    /// A name it never gives a certificate for.
    public static final String BLOCKED = "blocked-domain.example";

    private static final Path FOLDER = Path.of("target", "test-pebble");
    private static final Path NEWER = Path.of("target", "pebble", "usr", "bin", "pebble");
    private static final String MISSING =
            "The tests of certificates need Let's Encrypt's test server: install it (Debian: apt-get install pebble)";

    private static @Nullable NameServer names;
    private static @Nullable AcmeServer authority;
    private static @Nullable Relay http;
    private static @Nullable Relay tls;
    private static volatile IntSupplier httpPort = () -> RestAssured.port;
    private static volatile IntSupplier tlsPort = () -> 0;

    private Pebble() {}

    /// @return what the application has to know of it; empty where it is not installed
    static Map<String, String> open() {
        var binary = find("pebble");
        var nameBinary = find("pebble-challtestsrv");
        if (binary.isEmpty() || nameBinary.isEmpty()) return Map.of();
        try {
            Files.createDirectories(FOLDER);
            names = NameServer.start(nameBinary.get(), FOLDER);
            http = Relay.to(() -> httpPort.getAsInt());
            tls = Relay.to(() -> tlsPort.getAsInt());
            authority = AcmeServer.start(FOLDER.resolve("one"), setup());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, String>();
        settings.put("lienzo.acme.directory", authority.directory());
        settings.put("lienzo.acme.trust", authority.trust().toString());
        settings.put("lienzo.domains.http-port", Integer.toString(http.port()));
        settings.put("lienzo.dns.servers", "127.0.0.1:" + names.port());
        return settings;
    }

    static void close() {
        if (authority != null) authority.close();
        if (names != null) names.close();
        if (http != null) http.close();
        if (tls != null) tls.close();
    }

    /// The authority that the application orders from.
    public static AcmeServer authority() {
        return Objects.requireNonNull(authority, MISSING);
    }

    /// How one more authority would be started, with the same names and the same answers.
    public static AcmeServer.Setup setup() {
        return new AcmeServer.Setup(
                find("pebble").orElseThrow(() -> new AssertionError(MISSING)),
                false,
                names().port(),
                Objects.requireNonNull(http, MISSING).port(),
                Objects.requireNonNull(tls, MISSING).port(),
                Map.of(),
                Map.of());
    }

    /// The version with renewal information (RFC 9773) and profiles; `bin/verify` fetches it where it can.
    public static Optional<AcmeServer.Setup> newerSetup() {
        if (!Files.isExecutable(NEWER)) return Optional.empty();
        var old = setup();
        return Optional.of(new AcmeServer.Setup(
                NEWER.toAbsolutePath(), true, old.names(), old.http(), old.tls(), Map.of(), Map.of()));
    }

    /// Where the answers to HTTP-01 are from now on; null for the application.
    public static void httpAt(@Nullable Integer port) {
        httpPort = port == null ? () -> RestAssured.port : () -> port;
    }

    /// Where the answers to TLS-ALPN-01 are from now on; 0 for nowhere.
    public static void tlsAt(int port) {
        tlsPort = () -> port;
    }

    /// Where plain HTTP of every name is asked for.
    public static int httpPort() {
        return Objects.requireNonNull(http, MISSING).port();
    }

    /// The resolver's port, UDP and TCP.
    public static int dnsPort() {
        return names().port();
    }

    public static void a(String host, String... addresses) {
        clear("clear-a", host);
        names().addresses("add-a", host, addresses);
    }

    public static void aaaa(String host, String... addresses) {
        clear("clear-aaaa", host);
        names().addresses("add-aaaa", host, addresses);
    }

    public static void cname(String host, String target) {
        names().tell("set-cname", "{\"host\":\"%s.\",\"target\":\"%s.\"}".formatted(host, target));
    }

    /// One more text; those before stay.
    public static void txt(String host, String value) {
        names().tell("set-txt", "{\"host\":\"%s.\",\"value\":\"%s\"}".formatted(host, value.replace("\"", "\\\"")));
    }

    /// @param tag `issue` or `issuewild`
    public static void caa(String host, String tag, String value) {
        names().tell(
                        "add-caa",
                        "{\"host\":\"%s.\",\"policies\":[{\"tag\":\"%s\",\"value\":\"%s\"}]}"
                                .formatted(host, tag, value));
    }

    public static void servfail(String host) {
        names().tell("set-servfail", "{\"host\":\"%s.\"}".formatted(host));
    }

    /// Forgets all there is of a name.
    public static void clear(String host) {
        for (var kind : List.of("a", "aaaa", "cname", "txt", "caa", "servfail")) clear("clear-" + kind, host);
    }

    /// How often a name was asked for since the start.
    public static long questions(String host) {
        return names().history(host).split("\"Question\"").length - 1L;
    }

    private static void clear(String command, String host) {
        names().tell(command, "{\"host\":\"%s.\"}".formatted(host));
    }

    private static NameServer names() {
        return Objects.requireNonNull(names, MISSING);
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
