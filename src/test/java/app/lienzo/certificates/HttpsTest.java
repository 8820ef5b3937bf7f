package app.lienzo.certificates;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Authority;
import app.lienzo.world.Browser;
import app.lienzo.world.Https;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Requests over HTTPS, and what becomes of those that come without.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HttpsTest {
    private static final Authority CA = Authority.ONE;

    @Inject
    CertificateService certificates;

    @Inject
    ServedNames names;

    @Inject
    Vertx vertx;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    /// The platform's own names have a certificate only within these tests: elsewhere they are asked for over HTTP.
    @BeforeEach
    void both_have_a_certificate() {
        install(AURORA, AURORA.host(), AURORA.host());
        install(NIMBUS, NIMBUS.host(), NIMBUS.host(), AURORA.host());
    }

    @AfterEach
    void and_none_afterwards() {
        for (var tenant : List.of(AURORA, NIMBUS)) {
            in(tenant, () -> certificates.remove(tenant.host()));
            within(() -> !names.active(tenant.host()));
        }
    }

    @Test
    @DisplayName("A page comes over HTTPS as HTTP/1.1 and as HTTP/2, to its own organization")
    void pages_come_over_https() throws Exception {
        assertThat(over(AURORA.host(), Wire.to(AURORA, "GET", "/sign-in")).body())
                .contains("Aurora");
        assertThat(over(NIMBUS.host(), Wire.to(NIMBUS, "GET", "/sign-in")).body())
                .contains("Nimbus");
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2));
        var answer = client.request(new RequestOptions()
                        .setServer(SocketAddress.inetSocketAddress(Https.port(), "127.0.0.1"))
                        .setHost(AURORA.host())
                        .setURI("/sign-in"))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> response.version() + " " + body))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(answer).startsWith("HTTP_2").contains("Aurora");
    }

    @Test
    @DisplayName(
            "TLS 30: a request for a host that the connection was not made for gets 421, unless its certificate covers it")
    void host_and_connection_belong_together() throws Exception {
        var fronted = over(AURORA.host(), Wire.to(NIMBUS, "GET", "/sign-in"));
        assertThat(fronted.status()).isEqualTo(421);
        assertThat(fronted.body()).doesNotContain("Nimbus").doesNotContain("Aurora");
        assertThat(fronted.all("set-cookie")).isEmpty();
        assertThat(over(AURORA.host(), Wire.bare("GET", "/sign-in").header("Host", "nobody.example"))
                        .status())
                .isEqualTo(421);
        var covered = over(NIMBUS.host(), Wire.to(AURORA, "GET", "/sign-in"));
        assertThat(covered.status()).isEqualTo(200);
        assertThat(covered.body()).contains("Aurora").doesNotContain("Nimbus");
    }

    @Test
    @DisplayName("TLS 31: every spelling of the host is the same one over TLS, and what is none gets nothing")
    void hosts_are_spelt_in_many_ways() throws Exception {
        for (var host :
                List.of("AURORA.localhost", "aurora.localhost.", "aurora.localhost:8443", "Aurora.Localhost.:1"))
            assertThat(over(AURORA.host(), Wire.bare("GET", "/sign-in").header("Host", host))
                            .status())
                    .as(host)
                    .isEqualTo(200);
        for (var host : List.of("", "127.0.0.1", "[::1]", "a b", "a@b", "aurora.localhost:99999", "x".repeat(300)))
            assertThat(over(AURORA.host(), Wire.bare("GET", "/sign-in").header("Host", host))
                            .status())
                    .as(host)
                    .isIn(400, 404, 421);
        var two = Wire.to(AURORA, "GET", "/sign-in").header("Host", NIMBUS.host());
        assertThat(over(AURORA.host(), two).status()).isIn(400, 404, 421);
        assertThat(over(AURORA.host(), Wire.bare("GET", "/sign-in")).status()).isIn(400, 404);
        var absolute = over(AURORA.host(), Wire.to(AURORA, "GET", "https://nimbus.localhost/sign-in"));
        assertThat(absolute.body()).doesNotContain("Nimbus");
    }

    @Test
    @DisplayName("TLS 30: over HTTP people are led to HTTPS, programs are told, authorities and health are answered")
    void without_tls_people_are_led_on() {
        for (var method : List.of("GET", "HEAD", "POST")) {
            var answer = Wire.to(AURORA, method, "/sign-in?next=%2Fa").send();
            assertThat(answer.status()).as(method).isEqualTo(308);
            assertThat(answer.header("location")).isEqualTo("https://aurora.localhost/sign-in?next=%2Fa");
            assertThat(answer.all("set-cookie")).isEmpty();
        }
        assertThat(Wire.bare("GET", "//evil.example/x")
                        .header("Host", "AURORA.localhost.:80")
                        .send()
                        .header("location"))
                .isEqualTo("https://aurora.localhost//evil.example/x");
        var api = Wire.to(AURORA, "GET", "/api/v1/me")
                .header("Authorization", "Bearer x")
                .send();
        assertThat(api.status()).isEqualTo(403);
        assertThat(api.header("content-type")).isEqualTo("application/problem+json");
        assertThat(Wire.to(AURORA, "GET", "/.well-known/acme-challenge/nothing")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(Wire.bare("GET", "/q/health/live")
                        .header("Host", "127.0.0.1")
                        .send()
                        .status())
                .isEqualTo(200);
        in(AURORA, () -> certificates.remove(AURORA.host()));
        within(() -> !names.active(AURORA.host()));
        assertThat(Wire.to(AURORA, "GET", "/sign-in").send().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H05: an answer over TLS says HTTPS for a year, one without TLS and one of this very machine do not")
    void strict_transport_is_for_tls() throws Exception {
        var host = "h" + UUID.randomUUID() + ".strict.example";
        install(AURORA, host, host);
        var secure = over(host, Wire.bare("GET", "/sign-in").header("Host", host));
        assertThat(secure.header("strict-transport-security")).isEqualTo("max-age=31536000");
        assertThat(secure.header("content-security-policy")).contains("frame-ancestors 'none'");
        assertThat(secure.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(over(AURORA.host(), Wire.to(AURORA, "GET", "/sign-in")).all("strict-transport-security"))
                .isEmpty();
        assertThat(Wire.to(AURORA, "GET", "/sign-in").send().all("strict-transport-security"))
                .isEmpty();
    }

    @Test
    @DisplayName("H06: a person signs in over HTTPS; his cookies are bound to the host and never readable")
    void people_sign_in_over_https() throws Exception {
        var page = over(AURORA.host(), Wire.to(AURORA, "GET", "/sign-in"));
        var token = page.body().split("name=\"form-token\" value=\"")[1].split("\"")[0];
        var form = over(
                AURORA.host(),
                Wire.to(AURORA, "POST", "/sign-in")
                        .header("Origin", "https://" + AURORA.host())
                        .header("Cookie", "__Host-form=" + page.cookie("__Host-form"))
                        .form("form-token=" + Browser.encoded(token) + "&userName=owner&password=" + Tenant.PASSWORD));
        assertThat(form.status()).isEqualTo(303);
        var session = form.all("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-session="))
                .findFirst()
                .orElseThrow();
        assertThat(session)
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    private static Wire.Answer over(String name, Wire.Request request) throws IOException {
        try (var socket = Https.connect(name)) {
            return request.over(socket);
        }
    }

    private void install(Tenant tenant, String host, String... names) {
        var issued = CA.issue(names);
        in(
                tenant,
                () -> certificates.install(
                        new NewCertificate(host, issued.chain(), issued.key(), CertificateSource.ACME)));
        within(() -> this.names.active(host));
    }

    private void in(Tenant tenant, Runnable work) {
        scope.run(organizations.named(tenant.slug()).orElseThrow(), work);
    }

    private static void within(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("Not in time");
            LockSupport.parkNanos(5_000_000);
        }
    }
}
