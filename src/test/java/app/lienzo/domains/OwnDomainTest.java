package app.lienzo.domains;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.acme.AcmeService;
import app.lienzo.acme.Preflight;
import app.lienzo.acme.Readiness;
import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.NewCertificate;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Authority;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Patience;
import app.lienzo.world.Pebble;
import app.lienzo.world.Relay;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Names of their own over HTTP, with a real name server and a real certificate authority.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class OwnDomainTest {
    private static final String EDGE = "edge.hosting.example";
    private static final String OURS = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<String> made = new ArrayList<>();

    @Inject
    DomainService domains;

    @Inject
    DomainCheckService checks;

    @Inject
    CertificateService certificates;

    @Inject
    AcmeService acme;

    @Inject
    Preflight preflight;

    @Inject
    TidyDomains tidy;

    @Inject
    OrganizationService organizations;

    @Inject
    Links links;

    @Inject
    Scope scope;

    @BeforeEach
    void edge() {
        Pebble.a(EDGE, OURS);
    }

    @AfterEach
    void forget() {
        for (var host : made) {
            Pebble.clear(host);
            // No worker goes on about a name that no test asks for any more.
            Rows.list("delete from platform.acme_order where host = ? returning host", host);
            Rows.list("delete from platform.site where host = ? returning host", host);
            // Both organizations claim names that carry one's name: for the brand check that would be a leak.
            Rows.list("delete from lienzo.domain where host = ? returning id", host);
        }
        // Nobody's links may go on beginning with a name of a test.
        Rows.list("update platform.site set is_primary = false, redirects = false returning host");
    }

    @Test
    @DisplayName(
            "BY-5, N01: a pasted address becomes a name with two records; a wrong one stays in the form with its reason")
    void a_name_is_added() {
        var owner = Browser.signedIn(AURORA, "owner");
        var host = name(AURORA);
        owner.get("/organization/domains");
        var added = owner.post("/organization/domains", "host=" + Browser.encoded(" https://" + host + "/path?x=1 "));
        assertThat(added.status()).isEqualTo(303);
        var page = owner.get(added.header("location"));
        assertThat(page.body())
                .contains(">CNAME<", ">" + EDGE + "<", ">TXT<", "_site-proof." + host, "site-proof=", "data-copy=");
        assertThat(page.body()).doesNotContainIgnoringCase("lienzo");

        var again = owner.post("/organization/domains", "host=" + host);
        assertThat(again.status()).isEqualTo(409);
        var wrong = owner.post("/organization/domains", "host=" + Browser.encoded("аpple.com"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"аpple.com\"", "aria-invalid=\"true\"");
        for (var ours : List.of("localhost", "x.localhost", "aurora.localhost", EDGE, "x." + EDGE))
            assertThat(owner.post("/organization/domains", "host=" + ours).status())
                    .as(ours)
                    .isEqualTo(422);

        var stranger = Browser.signedIn(NIMBUS, "owner");
        assertThat(stranger.get(added.header("location")).status()).isEqualTo(404);
        assertThat(stranger.post(added.header("location") + "/check", "").status())
                .isEqualTo(404);
        assertThat(stranger.post(added.header("location") + "/end", "").status())
                .isEqualTo(404);
        assertThat(Browser.signedIn(AURORA, "agent")
                        .get("/organization/domains")
                        .status())
                .isIn(403, 404);
    }

    @Test
    @DisplayName(
            "BY-5: an international name is shown in both spellings, and a domain itself gets addresses instead of an alias")
    void records_fit_the_name() {
        var owner = Browser.signedIn(AURORA, "owner");
        var word = "ß" + UUID.randomUUID().toString().substring(0, 6);
        owner.get("/organization/domains");
        var added = owner.post("/organization/domains", "host=" + Browser.encoded("a" + word + ".example"));
        var page = owner.get(added.header("location")).body();
        assertThat(page).contains("a" + word + ".example", "xn--", ">A<", ">127.0.0.1<", ">@<", ">_site-proof<");
        assertThat(page).doesNotContain(">CNAME<");
    }

    @Test
    @DisplayName(
            "BY-5: whoever has the link reads the records without an account; nobody else does, and nobody once it is over")
    void instructions_are_for_whoever_has_the_link() {
        var domain = claimed(AURORA, name(AURORA));
        var key = as(AURORA, () -> domains.instructionKey(domain.id()));
        var path = "/domain-records/" + domain.id() + "/";
        var page = Wire.to(AURORA, "GET", path + key).send();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(EDGE, "_site-proof." + domain.host()).doesNotContainIgnoringCase("lienzo");
        assertThat(Wire.to(AURORA, "GET", path + "x" + key).send().status()).isEqualTo(404);
        assertThat(Wire.to(NIMBUS, "GET", path + key).send().status()).isEqualTo(404);
        as(AURORA, () -> end(domain));
        assertThat(Wire.to(AURORA, "GET", path + key).send().status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "BY-5, N04: from a claim to a served name with a certificate by itself, and gone with its key when it is removed")
    void a_name_lives_and_ends() {
        var host = name(AURORA);
        var domain = claimed(AURORA, host);
        check(AURORA, domain);
        assertThat(view(AURORA, domain).stage()).isEqualTo(DomainStage.WAITING_FOR_DNS);
        assertThat(at(host)).isEqualTo(404);
        assertThat(codes(AURORA, domain)).contains("proof-waiting", "address-waiting");

        point(domain);
        check(AURORA, domain);
        assertThat(view(AURORA, domain).ownership()).isEqualTo(Ownership.VERIFIED);
        await(() -> view(AURORA, domain).stage() == DomainStage.ACTIVE);
        assertThat(at(host)).isNotEqualTo(404);
        var certificate = as(AURORA, () -> certificates.serving(host)).orElseThrow();
        assertThat(certificate.issuer()).contains("Pebble");
        var mail = MailServer.await(
                "owner@aurora.example", found -> found.subject().contains(host));
        assertThat(mail.link()).endsWith("/organization/domains/" + domain.id());
        assertThat(happened(AURORA, domain))
                .contains(Happening.ADDED, Happening.VERIFIED, Happening.POINTED, Happening.ACTIVE);

        var owner = Browser.signedIn(AURORA, "owner");
        var path = "/organization/domains/" + domain.id();
        assertThat(owner.get(path).body()).contains("Pebble");
        assertThat(owner.post(path + "/end", "confirm=other").status()).isEqualTo(422);
        assertThat(at(host)).isNotEqualTo(404);
        assertThat(owner.post(path + "/end", "confirm=" + host).status()).isEqualTo(303);
        // What knows certificates hears of it a moment later; until then it sends people to HTTPS.
        await(() -> at(host) == 404);
        assertThat(as(AURORA, () -> certificates.serving(host))).isEmpty();
        assertThat(Rows.list("select 1 from platform.certificate where host = ? and sealed_key is not null", host))
                .isEmpty();

        var next = claimed(NIMBUS, host);
        check(NIMBUS, next);
        assertThat(view(NIMBUS, next).ownership()).isEqualTo(Ownership.CLAIMED);
        assertThat(codes(NIMBUS, next)).contains("proof-other");
        assertThat(at(host)).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "N01, failure mode 36: a proved name goes to another organization only after its own proof stood for a day, with notice")
    void a_proof_has_to_stand() {
        var host = name(AURORA);
        var first = claimed(AURORA, host);
        point(first);
        check(AURORA, first);
        var second = claimed(NIMBUS, host);
        check(NIMBUS, second);
        assertThat(view(NIMBUS, second).stage()).isEqualTo(DomainStage.WAITING_FOR_DNS);

        prove(second);
        check(NIMBUS, second);
        check(NIMBUS, second);
        assertThat(view(NIMBUS, second).stage()).isEqualTo(DomainStage.CONTESTED);
        assertThat(holder(host)).isEqualTo(Rows.id(AURORA));
        MailServer.await(
                "owner@aurora.example",
                mail -> mail.html().contains(host) && mail.html().contains("prueba"));
        assertThat(happened(AURORA, first)).containsOnlyOnce(Happening.CLAIMED_BY_ANOTHER);

        Rows.list(
                "update lienzo.domain set proof_seen_at = proof_seen_at - interval '25 hours' where id = ?",
                second.id());
        check(NIMBUS, second);
        assertThat(holder(host)).isEqualTo(Rows.id(NIMBUS));
        assertThat(view(AURORA, first).ownership()).isEqualTo(Ownership.LOST);
        assertThat(inTheTrail(first)).isEqualTo("domain-verified domain-lost");
        assertThat(inTheTrail(second)).isEqualTo("domain-verified");
        assertThat(view(NIMBUS, second).ownership()).isEqualTo(Ownership.VERIFIED);
        // The old proof still stands in the zone and is worth nothing.
        check(AURORA, first);
        assertThat(holder(host)).isEqualTo(Rows.id(NIMBUS));
        as(NIMBUS, () -> end(second));
    }

    @Test
    @DisplayName("N01: whoever has a name is not contested any more when the rival gives up, and keeps it")
    void a_rival_gives_up() {
        var host = name(AURORA);
        var first = claimed(AURORA, host);
        point(first);
        check(AURORA, first);
        var second = claimed(NIMBUS, host);
        prove(second);
        check(NIMBUS, second);
        assertThat(contested(first)).isTrue();
        var owner = Browser.signedIn(NIMBUS, "owner");
        var page = "/organization/domains/" + second.id();
        owner.get(page);
        assertThat(owner.post(page + "/end", "confirm=" + host).status()).isEqualTo(303);
        await(() -> !contested(first));
        assertThat(holder(host)).isEqualTo(Rows.id(AURORA));
        as(AURORA, () -> end(first));
    }

    private static boolean contested(DomainView domain) {
        return "t".equals(Rows.one("select contested from lienzo.domain where id = ?", domain.id()));
    }

    @Test
    @DisplayName("N01: while one looks at a name nobody else does, and who died while looking is waited for no longer")
    void one_look_at_a_time() {
        var domain = claimed(AURORA, name(AURORA));
        // The product looks at names by itself too, and may have done so in between.
        Rows.list(
                "update lienzo.domain set looking_until = now() + interval '1 minute', checked_at = null where id = ?",
                domain.id());
        check(AURORA, domain);
        assertThat(lookedAt(domain)).isEqualTo("f");
        Rows.list("update lienzo.domain set looking_until = now() - interval '1 second' where id = ?", domain.id());
        check(AURORA, domain);
        assertThat(lookedAt(domain)).isEqualTo("t");
    }

    /// What the trail says the system did to a name, oldest first.
    private static String inTheTrail(DomainView domain) {
        return Rows.one(
                "select string_agg(action, ' ' order by id) from lienzo.audit_entry where subject_id = ? and action in ('domain-verified', 'domain-lost', 'domain-quarantined')",
                domain.id());
    }

    private static String lookedAt(DomainView domain) {
        return Rows.one("select checked_at is not null from lienzo.domain where id = ?", domain.id());
    }

    @Test
    @DisplayName("N01: a claim that ends while it is looked at takes nothing from the organization that has the name")
    void a_claim_that_ended_takes_nothing() throws SQLException, InterruptedException {
        var host = name(AURORA);
        var first = claimed(AURORA, host);
        point(first);
        check(AURORA, first);
        var second = claimed(NIMBUS, host);
        prove(second);
        check(NIMBUS, second);
        Rows.list(
                "update lienzo.domain set proof_seen_at = proof_seen_at - interval '25 hours' where id = ?",
                second.id());
        var owner = Browser.signedIn(NIMBUS, "owner");
        var page = "/organization/domains/" + second.id();
        owner.get(page);
        try (var other = Rows.as("postgres");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update lienzo.domain set ownership = 'REMOVED', ended_at = now() where id = '%s'"
                    .formatted(second.id()));
            var late = Thread.ofVirtual().start(() -> owner.post(page + "/check", ""));
            Rows.awaitWaiter("lienzo.domain");
            other.commit();
            late.join();
        }
        assertThat(holder(host)).isEqualTo(Rows.id(AURORA));
        assertThat(view(AURORA, first).ownership()).isEqualTo(Ownership.VERIFIED);
        as(AURORA, () -> end(first));
    }

    @Test
    @DisplayName(
            "N04, failure mode 37: a name that moved is answered for a week, warned of, quarantined, and comes back by itself")
    void a_name_moves_and_comes_back() {
        var host = name(AURORA);
        var domain = claimed(AURORA, host);
        point(domain);
        check(AURORA, domain);
        await(() -> view(AURORA, domain).stage() == DomainStage.ACTIVE);
        var owner = Browser.signedIn(AURORA, "owner");
        var path = "/organization/domains/" + domain.id();
        owner.get(path);
        assertThat(owner.post(path + "/primary", "").status()).isEqualTo(303);
        assertThat(as(AURORA, links::origin)).isEqualTo("https://" + host);

        Pebble.clear(host);
        Pebble.servfail(host);
        check(AURORA, domain);
        assertThat(view(AURORA, domain).stage()).isEqualTo(DomainStage.ACTIVE);
        assertThat(codes(AURORA, domain)).contains("dns-fails");

        Pebble.clear(host);
        Pebble.a(host, "192.0.2.66");
        for (int i = 0; i < 3; i++) check(AURORA, domain);
        assertThat(view(AURORA, domain).stage()).isEqualTo(DomainStage.ATTENTION);
        assertThat(view(AURORA, domain).pointing()).isEqualTo(Pointing.POINTED);
        Rows.list(
                "update lienzo.domain set contrary_since = contrary_since - interval '25 hours' where id = ?",
                domain.id());
        check(AURORA, domain);
        assertThat(view(AURORA, domain).pointing()).isEqualTo(Pointing.MOVED);
        assertThat(at(host)).isNotEqualTo(404);
        MailServer.await(
                "owner@aurora.example",
                mail -> mail.subject().contains(host) && mail.subject().contains("apunta a otro"));
        Rows.list("update lienzo.domain set moved_at = moved_at - interval '8 days' where id = ?", domain.id());
        check(AURORA, domain);
        assertThat(view(AURORA, domain).stage()).isEqualTo(DomainStage.QUARANTINED);
        await(() -> at(host) == 404);
        assertThat(as(AURORA, () -> certificates.serving(host))).isEmpty();
        assertThat(as(AURORA, links::origin)).isEqualTo("https://aurora.localhost");

        Pebble.clear(host);
        Pebble.cname(host, EDGE);
        check(AURORA, domain);
        await(() -> view(AURORA, domain).stage() == DomainStage.ACTIVE);
        assertThat(at(host)).isNotEqualTo(404);
        as(AURORA, () -> end(domain));
    }

    @Test
    @DisplayName("N03, BY-5, failure modes 4 to 7: what is wrong with the records is said, each thing by its own name")
    void what_is_wrong_is_said() throws IOException {
        var host = name(AURORA);
        var domain = claimed(AURORA, host);
        prove(domain);
        says(domain, "address-waiting", () -> {});
        says(domain, "address-elsewhere", () -> Pebble.a(host, "192.0.2.7"));
        says(domain, "address-conflict", () -> Pebble.a(host, OURS, "192.0.2.7"));
        says(domain, "address-ipv6", () -> {
            Pebble.a(host, OURS);
            Pebble.aaaa(host, "2001:db8::7");
        });
        says(domain, "dns-fails", () -> Pebble.servfail(host));
        says(domain, "address-elsewhere", () -> Pebble.cname(host, elsewhere()));
        Pebble.clear(host);
        try (var _ = Relay.at("127.0.0.2", Pebble.httpPort(), () -> RestAssured.port)) {
            says(domain, "address-proxy", () -> Pebble.a(host, "127.0.0.2"));
        }
        assertThat(view(AURORA, domain).active()).isFalse();
        as(AURORA, () -> end(domain));
    }

    @Test
    @DisplayName(
            "BY-5: a proof under the wrong name, with another text, or missing for a quarter of an hour is told apart")
    void what_is_wrong_with_the_proof_is_said() {
        var host = "help." + name(AURORA);
        var domain = claimed(AURORA, host);
        var value = Records.proofValue(token(domain));
        var doubled = "_site-proof." + host + "."
                + host.substring("help.".length() + host.substring(5).indexOf('.') + 1);
        made.add(doubled);
        check(AURORA, domain);
        assertThat(codes(AURORA, domain)).contains("proof-waiting");
        Pebble.txt(doubled, value);
        check(AURORA, domain);
        assertThat(codes(AURORA, domain)).contains("proof-misplaced");
        Pebble.clear(doubled);
        Rows.list("update lienzo.domain set created_at = created_at - interval '16 minutes' where id = ?", domain.id());
        check(AURORA, domain);
        assertThat(codes(AURORA, domain)).contains("proof-missing", "address-missing");
        Pebble.txt("_site-proof." + host, "site-proof=somebody-elses");
        check(AURORA, domain);
        assertThat(codes(AURORA, domain)).contains("proof-other");
        assertThat(Browser.signedIn(AURORA, "owner")
                        .get("/organization/domains/" + domain.id())
                        .body())
                .contains("site-proof=somebody-elses");
        as(AURORA, () -> end(domain));
    }

    @Test
    @DisplayName(
            "N03, failure mode 5: CAA records of the name, of what it is an alias for and of its parents decide who may issue")
    void caa_is_asked_for() {
        var parent = name(AURORA);
        var host = "help." + parent;
        var domain = claimed(AURORA, host);
        prove(domain);
        Pebble.a(host, OURS);
        check(AURORA, domain);
        assertThat(ready(host)).isEqualTo(new Readiness.Ready(List.of()));
        Pebble.caa(parent, "issue", "ca.example.net; accounturi=x");
        assertThat(ready(host)).isEqualTo(new Readiness.Ready(List.of("ca.example.net")));
        Pebble.caa(host, "issue", ";");
        assertThat(ready(host)).isEqualTo(new Readiness.Never("caa-forbids-all"));
        assertThat(as(NIMBUS, () -> preflight.check(host))).isEqualTo(new Readiness.Never("domain-not-verified"));
        Pebble.a(host, OURS, "192.0.2.9");
        assertThat(ready(host)).isInstanceOf(Readiness.NotReady.class);
        as(AURORA, () -> end(domain));
    }

    @Test
    @DisplayName("BY-5, T05: programs add, check and remove names of their own organization and see no other's")
    void programs_do_the_same() {
        var host = name(AURORA);
        String id = AURORA.owner()
                .contentType("application/json")
                .body(Map.of("host", "https://" + host + "/"))
                .post("/api/v1/domains")
                .then()
                .statusCode(201)
                .body("host", equalTo(host))
                .body("records.type", equalTo(List.of("CNAME", "TXT")))
                .extract()
                .path("id");
        AURORA.owner()
                .post("/api/v1/domains/" + id + "/checks")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting-for-dns"));
        AURORA.owner().get("/api/v1/domains").then().statusCode(200).body("id", hasItem(id));
        NIMBUS.owner().get("/api/v1/domains").then().statusCode(200).body("id", not(hasItem(id)));
        NIMBUS.owner().delete("/api/v1/domains/" + id).then().statusCode(404);
        AURORA.agent().get("/api/v1/domains").then().statusCode(403);
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("host", "co.uk"))
                .post("/api/v1/domains")
                .then()
                .statusCode(422);
        AURORA.owner().delete("/api/v1/domains/" + id).then().statusCode(204);
    }

    @Test
    @DisplayName("BY-5: a certificate of one's own is taken for a proved name only, and what is wrong with it is said")
    void a_certificate_of_ones_own() {
        var host = name(AURORA);
        var domain = claimed(AURORA, host);
        var owner = Browser.signedIn(AURORA, "owner");
        var path = "/organization/domains/" + domain.id();
        owner.get(path);
        assertThat(owner.post(path + "/certificate", "chain=x&key=y").status()).isEqualTo(409);
        prove(domain);
        check(AURORA, domain);
        var wrong = owner.post(path + "/certificate", "chain=x&key=y");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("role=\"alert\"", "<details open");
        assertThat(owner.post(path + "/primary", "").status()).isEqualTo(409);
        assertThat(owner.post("/organization/domains/redirect", "redirects=on").status())
                .isEqualTo(409);
        as(AURORA, () -> end(domain));
    }

    @Test
    @DisplayName(
            "N03, BY-5: a certificate is installed while somebody holds its name, and a name is looked at while a worker holds its order")
    void names_and_orders_do_not_wait_for_each_other() throws SQLException {
        var host = name(AURORA);
        var domain = claimed(AURORA, host);
        prove(domain);
        check(AURORA, domain);
        assertThat(view(AURORA, domain).ownership()).isEqualTo(Ownership.VERIFIED);
        // As if it led here, without an order that brings it a certificate by itself.
        Rows.list("update lienzo.domain set pointing = 'POINTED' where id = ?", domain.id());
        var issued = Authority.ONE.issue(host);
        var certificate = new NewCertificate(host, issued.chain(), issued.key(), CertificateSource.ACME);
        whileHeld("select 1 from lienzo.domain where id = ? for update", domain.id(), () -> {
            certificates.install(certificate);
            return true;
        });
        await(() -> view(AURORA, domain).active());

        as(AURORA, () -> want(host));
        whileHeld("select 1 from platform.acme_order where host = ? for update", host, () -> want(host));
    }

    private boolean want(String host) {
        acme.want(host);
        return true;
    }

    /// Does it while somebody else has the row locked.
    private void whileHeld(String row, Object key, Callable<Boolean> work) throws SQLException {
        try (var connection = Rows.as("postgres");
                var lock = connection.prepareStatement(row)) {
            connection.setAutoCommit(false);
            lock.setObject(1, key);
            lock.executeQuery();
            CompletableFuture.runAsync(() -> as(AURORA, work))
                    .orTimeout(15, TimeUnit.SECONDS)
                    .join();
            connection.rollback();
        }
    }

    @Test
    @DisplayName("N01: a look that is late is planned for now and as the same one; a name that is busy is passed over")
    void late_looks_are_planned_again() throws SQLException {
        var late = claimed(NIMBUS, name(NIMBUS));
        var busy = claimed(NIMBUS, name(NIMBUS));
        for (var domain : List.of(late, busy))
            Rows.list(
                    "update lienzo.domain set next_check_at = now() - interval '40 minutes', attempts = 60 where id = ?",
                    domain.id());
        var before = plan(late);
        try (var other = Rows.as("postgres");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from lienzo.domain where id = '%s' for update".formatted(busy.id()));
            as(NIMBUS, () -> {
                tidy.run();
                return true;
            });
            other.rollback();
        }
        assertThat(plan(late)).isEqualTo(before);
        assertThat(soon(late)).isEqualTo("t");
        assertThat(soon(busy)).isEqualTo("f");
    }

    private static String plan(DomainView domain) {
        return Rows.one("select attempts || ' ' || check_number from lienzo.domain where id = ?", domain.id());
    }

    /// Whether it is looked at within minutes from now.
    private static String soon(DomainView domain) {
        return Rows.one(
                "select next_check_at between now() - interval '1 minute' and now() + interval '3 minutes'"
                        + " from lienzo.domain where id = ?",
                domain.id());
    }

    @Test
    @DisplayName("N01: claims, names a day and the text of a zone have limits")
    void limits() {
        var domain = claimed(NIMBUS, name(NIMBUS));
        Rows.list("update lienzo.domain set created_at = created_at - interval '8 days' where id = ?", domain.id());
        check(NIMBUS, domain);
        assertThat(view(NIMBUS, domain).ownership()).isEqualTo(Ownership.EXPIRED);
        Rows.list("update lienzo.domain set ended_at = ended_at - interval '31 days' where id = ?", domain.id());
        as(NIMBUS, () -> {
            tidy.run();
            return true;
        });
        assertThat(Rows.list("select 1 from lienzo.domain where id = ?", domain.id()))
                .isEmpty();
    }

    @Test
    @DisplayName("BY-5: somebody else on port 80, a redirect and silence are told apart from us")
    void who_answers_is_told_apart() throws IOException {
        assertThat(answered("HTTP/1.1 301 Moved\r\nLocation: https://x.example/\r\n\r\n"))
                .isEqualTo("port-redirects");
        assertThat(answered("HTTP/1.1 200 OK\r\n\r\nhello" + "x".repeat(100_000)))
                .isEqualTo("port-answers-other");
        assertThat(answered("nonsense")).isEqualTo("port-answers-other");
        assertThat(answered(null)).isEqualTo("port-closed");
    }

    /// What is said of a name that leads to us when its port 80 gives this answer.
    private String answered(String answer) throws IOException {
        var host = name(AURORA);
        var domain = claimed(AURORA, host);
        Pebble.a(host, OURS);
        try (var door = new ServerSocket(0, 5, InetAddress.getByName(OURS))) {
            Thread.ofVirtual().start(() -> {
                try (var caller = door.accept()) {
                    caller.getInputStream().read();
                    if (answer != null)
                        caller.getOutputStream().write(answer.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException _) {
                    // It had heard enough.
                }
            });
            Pebble.httpAt(answer == null ? 1 : door.getLocalPort());
            check(AURORA, domain);
            return codes(AURORA, domain).stream()
                    .filter(code -> code.startsWith("port-"))
                    .findFirst()
                    .orElse("none");
        } finally {
            Pebble.httpAt(null);
            as(AURORA, () -> end(domain));
        }
    }

    private void says(DomainView domain, String code, Runnable records) {
        var proof = "_site-proof." + domain.host();
        Pebble.clear(domain.host());
        records.run();
        check(AURORA, domain);
        assertThat(codes(AURORA, domain)).as(code).contains(code);
        assertThat(proof).isNotEmpty();
    }

    private String elsewhere() {
        var name = name(AURORA);
        Pebble.a(name, "192.0.2.8");
        return name;
    }

    private Readiness ready(String host) {
        return as(AURORA, () -> preflight.check(host));
    }

    /// The first label tells the last look at all mails whose it is.
    private String name(Tenant tenant) {
        var host = tenant.slug() + ".d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        made.add(host);
        made.add("help." + host);
        made.add("_site-proof." + host);
        made.add("_site-proof.help." + host);
        return host;
    }

    private DomainView claimed(Tenant tenant, String host) {
        var owner = Browser.signedIn(tenant, "owner");
        owner.get("/organization/domains");
        var added = owner.post("/organization/domains", "host=" + host);
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        var location = added.header("location");
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        // The planned look runs by itself; these tests say when.
        Rows.list("update lienzo.domain set check_number = check_number + 1000 where id = ?", id);
        Patience.until(
                "the planned look is over",
                () -> Rows.list(
                                "select 1 from platform.scheduled_tasks where position(convert_to(?, 'UTF8') in task_data) > 0 and execution_time < now() + interval '1 minute'",
                                id.toString())
                        .isEmpty());
        return as(tenant, () -> domains.require(id));
    }

    private void prove(DomainView domain) {
        Pebble.txt("_site-proof." + domain.host(), Records.proofValue(token(domain)));
    }

    private void point(DomainView domain) {
        prove(domain);
        Pebble.cname(domain.host(), EDGE);
    }

    private static String token(DomainView domain) {
        return Rows.one("select token from lienzo.domain where id = ?", domain.id());
    }

    private void check(Tenant tenant, DomainView domain) {
        as(tenant, () -> {
            checks.now(domain.id());
            return true;
        });
    }

    private DomainView view(Tenant tenant, DomainView domain) {
        return as(tenant, () -> domains.require(domain.id()));
    }

    private List<String> codes(Tenant tenant, DomainView domain) {
        var findings = view(tenant, domain).findings();
        return findings == null
                ? List.of()
                : findings.causes().stream().map(Findings.Cause::code).toList();
    }

    private List<Happening> happened(Tenant tenant, DomainView domain) {
        return as(tenant, () -> domains.history(domain.id())).stream()
                .map(DomainEvent::happening)
                .toList();
    }

    private boolean end(DomainView domain) {
        Rows.list(
                "update lienzo.domain set ownership = 'REMOVED', ended_at = now(), active_at = null where id = ?",
                domain.id());
        Rows.list("delete from platform.site where host = ?", domain.host());
        return true;
    }

    private static String holder(String host) {
        return Rows.one("select organization_id from platform.site where host = ?", host);
    }

    private static int at(String host) {
        return Wire.bare("GET", "/sign-in").header("Host", host).send().status();
    }

    private static void await(Callable<Boolean> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!wanted.call()) {
                if (System.nanoTime() > end) throw new AssertionError("It did not happen");
                Thread.sleep(50);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T as(Tenant tenant, Callable<T> work) {
        return scope.call(organizations.named(tenant.slug()).orElseThrow(), work);
    }
}
