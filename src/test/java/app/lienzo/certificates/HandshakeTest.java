package app.lienzo.certificates;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.world.Authority;
import app.lienzo.world.Authority.Issued;
import app.lienzo.world.Https;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the HTTPS port shows to whom, over real sockets.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HandshakeTest {
    private static final Authority CA = Authority.ONE;
    private static final String CHALLENGE = "acme-tls/1";

    @Inject
    CertificateService certificates;

    @Inject
    ServedNames names;

    @Inject
    AgroalDataSource database;

    @Inject
    Signals signals;

    @Inject
    CertificateConfig config;

    @Inject
    Proofs proofs;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @TempDir
    Path folder;

    /// An order that waits for an authority.
    @ApplicationScoped
    static class Proofs implements ChallengeCertificates {
        private final Map<String, ChallengeCertificate> waiting = new ConcurrentHashMap<>();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Optional<ChallengeCertificate> find(String host) {
            asked.incrementAndGet();
            return Optional.ofNullable(waiting.get(host));
        }

        void put(String host, Issued issued) {
            waiting.put(host, new ChallengeCertificate(issued.leaf(), issued.key()));
        }

        int asked() {
            return asked.get();
        }
    }

    @Test
    @DisplayName("TLS 24, 25: renewals under load fail no handshake, and each is shown from the next handshake on")
    void renewals_interrupt_nobody() throws Exception {
        var host = host();
        var valid = ConcurrentHashMap.<String>newKeySet();
        var first = CA.issue(host);
        valid.add(serial(first));
        install("aurora", host, first);
        var going = new AtomicBoolean(true);
        var done = new AtomicInteger();
        var failures = ConcurrentHashMap.<String>newKeySet();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++)
                clients.submit(() -> {
                    while (going.get()) {
                        try {
                            var shown = Https.shown(host).getSerialNumber().toString(16);
                            if (!valid.contains(shown)) failures.add("unknown " + shown);
                            done.incrementAndGet();
                        } catch (IOException e) {
                            failures.add(e.toString());
                        }
                    }
                });
            for (int i = 0; i < 25; i++) {
                var next = CA.issue(host);
                valid.add(serial(next));
                install("aurora", host, next);
                var wanted = serial(next);
                within(Duration.ofSeconds(10), () -> wanted.equals(shown(host)));
            }
            going.set(false);
        }
        assertThat(failures).isEmpty();
        assertThat(done.get()).isGreaterThan(25);
    }

    @Test
    @DisplayName(
            "TLS 26: a name that nobody has gets alert 112, no name gets no certificate, and neither gets another's")
    void strangers_are_shown_nothing() throws Exception {
        var host = host();
        install("aurora", host, CA.issue(host));
        for (var name : List.of("nobody.example", "aurora.localhost.evil.example", "sub." + host)) {
            assertThatThrownBy(() -> Https.connect(name))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("unrecognized_name");
        }
        assertThat(Https.openssl("-servername", "nobody.example")).contains("alert number 112");
        assertThat(Https.openssl("-noservername")).contains("alert number 40");
        assertThatThrownBy(() -> Https.connect(null)).isInstanceOf(SSLException.class);
    }

    @Test
    @DisplayName("TLS 26: each host shows its own organization's certificate, a wildcard one label, in both versions")
    void each_host_shows_its_own() throws Exception {
        var aurora = host();
        var nimbus = host();
        install("aurora", aurora, CA.issue(aurora));
        install("nimbus", nimbus, CA.issue(Authority.keys("RSA", 2048), nimbus));
        install("nimbus", "*." + nimbus, CA.issue("*." + nimbus));
        for (var version : List.of("TLSv1.2", "TLSv1.3")) {
            assertThat(names(aurora, version)).containsExactly(aurora);
            assertThat(names(nimbus, version)).containsExactly(nimbus);
            assertThat(names("Shop." + nimbus.toUpperCase(), version)).containsExactly("*." + nimbus);
        }
        assertThatThrownBy(() -> Https.connect("a.b." + nimbus)).hasMessageContaining("unrecognized_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @DisplayName(
            "TLS 27, 28: a session is taken up again under its own name, never under another and never after removal")
    void sessions_stay_with_their_name(String version) throws Exception {
        var first = host();
        var second = host();
        install("aurora", first, CA.issue(first));
        install("nimbus", second, CA.issue(second));
        var session = folder.resolve("session" + version).toString();
        assertThat(Https.openssl(version, "-servername", first, "-sess_out", session))
                .contains("New, TLS");
        assertThat(Https.openssl(version, "-servername", first, "-sess_in", session))
                .contains("Reused, TLS");
        var other = Https.openssl(version, "-servername", second, "-sess_in", session);
        assertThat(other).contains("New, TLS").contains("BEGIN CERTIFICATE").doesNotContain("Reused");
        assertThat(Https.openssl(version, "-noservername", "-sess_in", session)).doesNotContain("Reused");
        assertThat(Https.openssl(version, "-servername", first, "-sess_in", session))
                .contains("Reused, TLS");
        remove("aurora", first);
        await(() -> Https.openssl(version, "-servername", first, "-sess_in", session)
                .contains("alert number 112"));
    }

    @Test
    @DisplayName("TLS 27: a certificate that took over ends what was agreed on under the one before")
    void a_renewed_host_agrees_anew() throws Exception {
        var host = host();
        install("aurora", host, CA.issue(host));
        var session = folder.resolve("session").toString();
        Https.openssl("-servername", host, "-sess_out", session);
        assertThat(Https.openssl("-servername", host, "-sess_in", session)).contains("Reused");
        var renewed = CA.issue(host);
        install("aurora", host, renewed);
        assertThat(Https.openssl("-servername", host, "-sess_in", session)).doesNotContain("Reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    @DisplayName("TLS 29: a proof is shown to acme-tls/1 and to nothing else, and the connection ends at once")
    void proofs_are_for_authorities(String version) throws Exception {
        var host = host();
        install("aurora", host, CA.issue(host));
        assertThatThrownBy(() -> Https.connect(Https.context(), version, host, CHALLENGE))
                .as("no order waits")
                .isInstanceOf(SSLException.class);
        var proof = CA.issue(host);
        proofs.put(host, proof);
        try (var authority = Https.connect(Https.context(), version, host, CHALLENGE)) {
            assertThat(authority.getApplicationProtocol()).isEqualTo(CHALLENGE);
            assertThat(Https.certificate(authority)).isEqualTo(proof.leaf());
            long from = System.nanoTime();
            assertThat(authority.getInputStream().read()).isEqualTo(-1);
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(2));
        }
        for (var offer : List.of(new String[] {"h2", CHALLENGE}, new String[] {CHALLENGE, "http/1.1"}, new String[0])) {
            try (var browser = Https.connect(Https.context(), version, host, offer)) {
                assertThat(Https.certificate(browser)).isNotEqualTo(proof.leaf());
            }
        }
        var fresh = host();
        proofs.put(fresh, CA.issue(fresh));
        try (var authority = Https.connect(Https.context(), version, fresh, CHALLENGE)) {
            assertThat(authority.getApplicationProtocol()).isEqualTo(CHALLENGE);
        }
        assertThatThrownBy(() -> Https.connect(Https.context(), version, fresh, "http/1.1"))
                .hasMessageContaining("unrecognized_name");
        assertThatThrownBy(() -> Https.connect(Https.context(), version, null, CHALLENGE))
                .isInstanceOf(SSLException.class);
    }

    @Test
    @DisplayName("TLS 32, N02: a flood of names that nobody has asks the database nothing and leaves nothing behind")
    void a_flood_of_strangers_costs_nothing() throws Exception {
        int asked = proofs.asked();
        try (var locked = new LockedTable();
                var clients = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 1_000; i++) answers.add(clients.submit(() -> refusal(host())));
            for (var answer : answers)
                assertThat(answer.get(30, TimeUnit.SECONDS)).contains("unrecognized_name");
            assertThat(locked).isNotNull();
        }
        assertThat(proofs.asked()).isEqualTo(asked);
    }

    @Test
    @DisplayName("TLS 33: while a certificate is read slowly, other connections are served, and all who wait get it")
    void a_slow_certificate_holds_up_nobody_else() throws Exception {
        var known = host();
        install("aurora", known, CA.issue(known));
        assertThat(shown(known)).isNotEmpty();
        var cold = host();
        install("nimbus", cold, CA.issue(cold));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<String>>();
            try (var locked = new LockedTable();
                    var kept = Https.connect(known)) {
                for (int i = 0; i < 20; i++) waiting.add(clients.submit(() -> shown(cold)));
                long from = System.nanoTime();
                for (int i = 0; i < 3; i++) {
                    assertThat(Wire.to(AURORA, "GET", "/sign-in").send().status())
                            .isEqualTo(200);
                    assertThat(shown(known)).isNotEmpty();
                }
                assertThat(kept.isClosed()).isFalse();
                assertThat(waiting).noneMatch(Future::isDone);
                assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(5));
                assertThat(locked).isNotNull();
            }
            for (var one : waiting) assertThat(one.get(10, TimeUnit.SECONDS)).isNotEmpty();
        }
    }

    @Test
    @DisplayName(
            "TLS 34: without the database known hosts are served on, others end within the deadline, and all recovers")
    void without_a_database_what_is_known_is_served() throws Exception {
        var known = host();
        install("aurora", known, CA.issue(known));
        assertThat(shown(known)).isNotEmpty();
        var cold = host();
        install("aurora", cold, CA.issue(cold));
        try (var locked = new LockedTable()) {
            assertThat(refusal(cold)).isNotEmpty();
            for (int i = 0; i < 5; i++) assertThat(shown(known)).isNotEmpty();
            assertThat(locked).isNotNull();
        }
        await(() -> !shown(cold).isEmpty());
    }

    @Test
    @DisplayName("TLS 35: a change that was told to nobody, and one that was committed late, are noticed all the same")
    void lost_hints_are_made_up_for() throws Exception {
        var host = host();
        var late = host();
        install("aurora", host, CA.issue(host));
        install("aurora", late, CA.issue(late));
        try (var connection = Rows.as("postgres");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(silently(late));
            Rows.list(silently(host) + " returning id::text");
            await(() -> refusal(host).contains("unrecognized_name"));
            assertThat(shown(late)).isNotEmpty();
            connection.commit();
        }
        await(() -> refusal(late).contains("unrecognized_name"));
    }

    @Test
    @DisplayName("TLS 35: a replica whose listener was cut off hears of what it missed")
    void a_cut_listener_catches_up() {
        Rows.list("select pg_terminate_backend(pid)::text from pg_stat_activity where query like 'listen %'");
        var host = host();
        install("aurora", host, CA.issue(host));
        await(() -> !shown(host).isEmpty());
    }

    @Test
    @DisplayName(
            "TLS 42: a first message in single bytes, or in several records, is understood; one without end is not")
    void first_messages_come_in_pieces() throws Exception {
        var host = host();
        install("aurora", host, CA.issue(host));
        var hello = FirstMessage.of(host, "http/1.1");
        assertThat(FirstMessage.answer(hello, 1)).as("byte by byte").isEqualTo(FirstMessage.HANDSHAKE);
        assertThat(FirstMessage.answer(FirstMessage.inRecordsOf(hello, 7), 1_000))
                .isEqualTo(FirstMessage.HANDSHAKE);
        var many = new ArrayList<String>();
        for (int i = 0; i < 30; i++) many.add(("p" + i).repeat(60).substring(0, 120));
        many.add("http/1.1");
        var large = FirstMessage.of(host, many.toArray(String[]::new));
        assertThat(large.length).isGreaterThan(3_000);
        assertThat(FirstMessage.answer(large, 500)).isEqualTo(FirstMessage.HANDSHAKE);
        assertThat(FirstMessage.answer(FirstMessage.endless(), 4_000)).isNotEqualTo(FirstMessage.HANDSHAKE);
        for (var nonsense : List.of(
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0000\u0000",
                "\u0015\u0003\u0001\u0000\u0002\u0001\u0000"))
            assertThat(FirstMessage.answer(nonsense.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 100))
                    .isNotEqualTo(FirstMessage.HANDSHAKE);
    }

    @Test
    @DisplayName("TLS 43: whoever connects and says nothing, or not all, is cut off")
    void the_silent_are_cut_off() throws Exception {
        try (var mute = new Socket(InetAddress.getLoopbackAddress(), Https.port());
                var stuck = new Socket(InetAddress.getLoopbackAddress(), Https.port())) {
            stuck.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
            for (var socket : List.of(mute, stuck)) {
                socket.setSoTimeout(12_000);
                assertThat(socket.getInputStream().read()).isLessThan(22);
            }
        }
    }

    @Test
    @DisplayName("TLS 43: one address holds a limited number of connections, and gets others once it lets go")
    void an_address_has_a_limit() {
        var count = new AddressCount(2);
        var here = new java.net.InetSocketAddress("10.0.0.1", 1);
        var sameNetwork = new java.net.InetSocketAddress("2001:db8::1", 1);
        var sameNetworkToo = new java.net.InetSocketAddress("2001:db8::ffff:2", 1);
        assertThat(count.enter(here)).isTrue();
        assertThat(count.enter(here)).isTrue();
        assertThat(count.enter(here)).isFalse();
        assertThat(count.enter(new java.net.InetSocketAddress("10.0.0.2", 1))).isTrue();
        count.leave(here);
        assertThat(count.enter(here)).isTrue();
        assertThat(count.enter(sameNetwork)).isTrue();
        assertThat(count.enter(sameNetworkToo)).isTrue();
        assertThat(count.enter(sameNetwork)).isFalse();
    }

    @Test
    @DisplayName("Only TLS 1.2 and 1.3 with forward secrecy are spoken")
    void old_versions_are_refused() throws Exception {
        var host = host();
        install("aurora", host, CA.issue(host));
        assertThat(Https.openssl("-servername", host, "-tls1_1", "-cipher", "ALL@SECLEVEL=0"))
                .contains("alert");
        assertThat(Https.openssl("-servername", host, "-tls1_2", "-cipher", "AES128-GCM-SHA256:ECDHE-ECDSA-AES128-SHA"))
                .contains("alert number 40");
        assertThat(Https.openssl("-servername", host, "-alpn", "h2")).contains("ALPN protocol: h2");
    }

    @Test
    @DisplayName(
            "N03: a database that was copied from another server, whose transactions were ahead, has all its names")
    void a_restored_database_serves_its_names() {
        var host = host();
        install("aurora", host, CA.issue(host));
        Rows.list("update platform.certificate set changed_in = '900000000000' where host = ?", host);
        var restarted = new ServedNames(database, signals, Clock.systemUTC(), config);
        restarted.look();
        assertThat(restarted.active(host)).isTrue();
        var next = CA.issue(host);
        install("aurora", host, next);
        var newest = in("aurora", () -> certificates.serving(host)).orElseThrow();
        restarted.look();
        assertThat(restarted.best(host).orElseThrow().id()).isEqualTo(newest.id());
        Rows.list("delete from platform.certificate where host = ?", host);
    }

    /// Nobody reads or writes certificates as long as it is open: a database that does not answer.
    private static final class LockedTable implements AutoCloseable {
        private final java.sql.Connection connection;

        LockedTable() throws SQLException {
            connection = Rows.as("postgres");
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table platform.certificate in access exclusive mode");
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private static String silently(String host) {
        return "update platform.certificate set sealed_key = null, changed_in = pg_current_xact_id() where host = '%s'"
                .formatted(host);
    }

    private static Set<String> names(String host, String version) throws IOException {
        try (var socket = Https.connect(Https.context(), version, host)) {
            return Set.copyOf(CoveredNames.of(Https.certificate(socket)));
        }
    }

    /// The serial number of what a host shows; empty when it shows nothing.
    private static String shown(String host) {
        try {
            return Https.shown(host).getSerialNumber().toString(16);
        } catch (IOException e) {
            return "";
        }
    }

    private static String refusal(String host) {
        try {
            Https.shown(host);
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String serial(Issued issued) {
        return issued.leaf().getSerialNumber().toString(16);
    }

    /// Installs it, and waits until the host is known here.
    private void install(String slug, String host, Issued issued) {
        in(
                slug,
                () -> certificates.install(
                        new NewCertificate(host, issued.chain(), issued.key(), CertificateSource.ACME)));
        within(Duration.ofSeconds(10), () -> names.active(host));
    }

    private void remove(String slug, String host) {
        in(slug, () -> {
            certificates.remove(host);
            return host;
        });
    }

    private static String host() {
        return "h" + UUID.randomUUID().toString().substring(0, 12) + ".flood.example";
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) {
        within(Duration.ofSeconds(10), () -> {
            try {
                return condition.holds();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void within(Duration patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("Not within " + patience);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private <T> T in(String slug, Callable<T> work) {
        return scope.call(organizations.named(slug).orElseThrow(), work);
    }
}
