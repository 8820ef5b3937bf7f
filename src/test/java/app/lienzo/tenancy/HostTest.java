package app.lienzo.tenancy;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Which tenant a request is for, however its host is spelt, and that nothing it says about hosts comes back in an
/// answer.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostTest {
    private static final List<String> EQUIVALENT = List.of(
            "aurora.localhost",
            "AURORA.localhost",
            "Aurora.LocalHost",
            "aurora.localhost.",
            "aurora.localhost:8443",
            "aurora.localhost:80",
            "AURORA.LOCALHOST.:8443");

    private static final List<String> NOBODYS = List.of(
            "evil.example",
            "aurora.localhost.evil.example",
            "evil-aurora.localhost",
            "x.aurora.localhost",
            "aurora.localhost..",
            "aurora..localhost",
            ".aurora.localhost",
            "aurora_.localhost",
            "xn--aurora-.localhost",
            "xn--urora-pq5d.localhost",
            "аurora.localhost",
            "a%75rora.localhost",
            "127.0.0.1",
            "127.0.0.1:8081",
            "[::1]",
            "[::ffff:127.0.0.1]:8081",
            "0x7f.1",
            "2130706433",
            "",
            " ",
            "*",
            "%",
            "_",
            "aurora.localhost,nimbus.localhost",
            "aurora.localhost nimbus.localhost",
            "user@aurora.localhost",
            "aurora.localhost/nimbus",
            "aurora.localhost#",
            "aurora.localhost?x",
            "aurora.localhost\\nimbus.localhost",
            "aurora.localhost:8443:8443",
            "aurora.localhost:evil",
            "a".repeat(300),
            "a".repeat(64) + ".localhost",
            "a.".repeat(150) + "localhost",
            "' or 1=1 --",
            "<script>alert(1)</script>");

    @Test
    @DisplayName("T03: every spelling of a host is the same organization")
    void spellings_of_one_host_are_one_tenant() {
        for (var host : EQUIVALENT) {
            var answer = Wire.bare("GET", "/sign-in").header("Host", host).send();
            assertThat(answer.status()).as(host).isEqualTo(200);
            assertThat(answer.body()).as(host).contains("Aurora").doesNotContain("Nimbus");
        }
    }

    @Test
    @DisplayName("T03: a host that nobody owns gets one neutral answer: no brand, no cookie, no word of ours")
    void a_foreign_host_gets_a_neutral_answer() {
        for (var host : NOBODYS) {
            for (var path :
                    List.of("/", "/sign-in", "/widget.js", "/api/v1/me", "/manifest.webmanifest", "/channels")) {
                neutral(Wire.bare("GET", path).header("Host", host).send(), host + path);
            }
        }
        neutral(Wire.bare("GET", "/sign-in").send(), "no host at all");
    }

    @Test
    @DisplayName("T03: two Host headers are no host, whichever comes first")
    void two_hosts_are_none() {
        neutral(
                Wire.bare("GET", "/sign-in")
                        .header("Host", "aurora.localhost")
                        .header("Host", "evil.example")
                        .send(),
                "evil second");
        neutral(
                Wire.bare("GET", "/sign-in")
                        .header("Host", "evil.example")
                        .header("Host", "aurora.localhost")
                        .send(),
                "evil first");
        neutral(
                Wire.bare("GET", "/sign-in")
                        .header("Host", "aurora.localhost")
                        .header("Host", "nimbus.localhost")
                        .send(),
                "both ours");
    }

    @Test
    @DisplayName("T03: an absolute request target and the Host header cannot name two organizations")
    void an_absolute_target_does_not_split_the_tenant() {
        for (var target : List.of(
                "http://nimbus.localhost/sign-in",
                "http://evil.example/sign-in",
                "http://user@nimbus.localhost:99/sign-in")) {
            var answer = Wire.bare("GET", target).header("Host", AURORA.host()).send();
            boolean aurora = answer.body().contains("Aurora");
            boolean nimbus = answer.body().contains("Nimbus");
            assertThat(aurora && nimbus).as(target).isFalse();
            if (answer.status() == 200) assertThat(aurora || nimbus).as(target).isTrue();
            assertThat(answer.body()).doesNotContain("evil");
            assertThat(String.join(" ", answer.all("location")))
                    .doesNotContain("evil")
                    .doesNotContain("nimbus");
        }
        // What is signed in at Aurora stays there when the target says Nimbus.
        var owner = Browser.signedIn(AURORA, "owner");
        var split = owner.withCookies(
                        Wire.bare("GET", "http://nimbus.localhost/profile").header("Host", AURORA.host()))
                .send();
        assertThat(split.body()).doesNotContain("Nora Quinn");
        var other = owner.withCookies(
                        Wire.bare("GET", "http://aurora.localhost/profile").header("Host", NIMBUS.host()))
                .send();
        assertThat(other.body()).doesNotContain("Olivia Ortega").doesNotContain("Nora Quinn");
    }

    @Test
    @DisplayName("T01: what a request says about hosts beside its Host header is not believed")
    void forwarded_hosts_are_not_believed() {
        for (var header : List.of(
                "X-Forwarded-Host",
                "X-Original-Host",
                "X-Host",
                "X-Forwarded-Server",
                "X-HTTP-Host-Override",
                "X-Rewrite-Url",
                "X-Original-URL")) {
            for (var value : List.of("nimbus.localhost", "evil.example")) {
                var answer =
                        Wire.to(AURORA, "GET", "/sign-in").header(header, value).send();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body())
                        .as(header)
                        .contains("Aurora")
                        .doesNotContain("Nimbus")
                        .doesNotContain("evil.example");
                neutral(
                        Wire.bare("GET", "/sign-in")
                                .header("Host", "evil.example")
                                .header(header, AURORA.host())
                                .send(),
                        header);
            }
        }
        var forwarded = Wire.to(AURORA, "GET", "/sign-in")
                .header("Forwarded", "host=nimbus.localhost;proto=https;for=1.2.3.4")
                .header("X-Forwarded-Prefix", "/evil")
                .send();
        assertThat(forwarded.body()).contains("Aurora").doesNotContain("Nimbus").doesNotContain("/evil");
    }

    @Test
    @DisplayName("T01: no address that leaves the house is made from a request header")
    void links_are_made_from_what_the_database_knows() {
        var owner = Browser.signedIn(AURORA, "owner");
        for (var path : List.of(
                "/",
                "/sign-in",
                "/profile",
                "/channels",
                "/channels/live-chat/new",
                "/manifest.webmanifest",
                "/api/openapi.json",
                "/api/docs")) {
            for (var browser : List.of(owner, Browser.at(AURORA))) {
                var answer = browser.withCookies(Wire.bare("GET", path)
                                .header("Host", "aurora.localhost:6666")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("X-Forwarded-Port", "6666")
                                .header("X-Forwarded-Proto", "gopher")
                                .header("X-Forwarded-Prefix", "/evil")
                                .header("Forwarded", "host=evil.example;proto=gopher"))
                        .send();
                assertThat(answer.body() + answer.headers())
                        .as(path)
                        .doesNotContain(":6666")
                        .doesNotContain("evil")
                        .doesNotContain("gopher");
            }
        }
        var settings = Wire.bare("GET", AURORA.channel())
                .header("Host", "AURORA.localhost.:6666")
                .header("X-Forwarded-Host", "evil.example")
                .send();
        assertThat(settings.status()).isEqualTo(200);
        assertThat(settings.body())
                .contains("://aurora.localhost/")
                .doesNotContain(":6666")
                .doesNotContain("evil");
    }

    @Test
    @DisplayName(
            "T03: health and metrics do not exist on an organization's host, and the platform's host shows no organization")
    void machines_are_answered_by_address_only() {
        for (var path : List.of(
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/",
                "/q",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc/beans",
                "/q/swagger-ui",
                "//q/metrics",
                "/%71/metrics",
                "/q%2Fmetrics",
                "/q;x/metrics",
                "/./q/metrics")) {
            var answer = Wire.to(AURORA, "GET", path).send();
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body())
                    .doesNotContain("jvm_")
                    .doesNotContain("\"status\":")
                    .doesNotContain("Quarkus");
        }
        assertThat(Wire.bare("GET", "/q/health/live")
                        .header("Host", "127.0.0.1:8080")
                        .send()
                        .status())
                .isEqualTo(200);
        for (var path : List.of(
                "/",
                "/sign-in",
                "/profile",
                "/channels",
                "/widget/v1/channels/aurora-chat",
                "/api/v1/me",
                "/api/v1/conversations",
                "/console",
                "/api/docs",
                "/widget/v1/files/" + java.util.UUID.randomUUID())) {
            var answer = Wire.bare("GET", path).header("Host", "localhost").send();
            assertThat(answer.status()).as(path).isLessThan(500);
            assertThat(answer.body()).as(path).doesNotContain("Aurora").doesNotContain("Nimbus");
        }
    }

    private static void neutral(Wire.Answer answer, String what) {
        assertThat(answer.status()).as(what).isIn(400, 404);
        assertThat(answer.all("set-cookie")).as(what).isEmpty();
        assertThat(answer.all("location")).as(what).isEmpty();
        assertThat(answer.all("server")).as(what).isEmpty();
        assertThat(answer.body().length()).as(what).isLessThan(100);
        assertThat(answer.body().toLowerCase())
                .as(what)
                .doesNotContain("aurora")
                .doesNotContain("nimbus")
                .doesNotContain("exception")
                .doesNotContain("quarkus")
                .doesNotContain("vert")
                .doesNotContain("lienzo")
                .doesNotContain("<");
    }
}
