package app.lienzo.tenancy;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class OwnHostTest {
    /// Its first label is the organization's, so that the last look at all mails knows whose it is.
    private static final String OWN = "aurora.own-host.example";

    private static final String OTHER = "nimbus.own-host.example";

    @Inject
    SiteService sites;

    @Inject
    OrganizationService organizations;

    @Inject
    Links links;

    @Inject
    Scope scope;

    @BeforeEach
    void take() {
        as(AURORA, () -> sites.reserve(OWN, null));
        as(NIMBUS, () -> sites.reserve(OTHER, null));
        as(AURORA, () -> sites.become(OWN, SiteState.SERVED));
        as(NIMBUS, () -> sites.become(OTHER, SiteState.SERVED));
    }

    @AfterEach
    void giveBack() {
        as(AURORA, () -> sites.release(OWN));
        as(NIMBUS, () -> sites.release(OTHER));
    }

    @Test
    @DisplayName("BY-5, N04: a name is answered from the moment it is served until the moment it is given up")
    void a_name_is_answered_while_it_is_served() {
        assertThat(at(OWN, "/sign-in").send().body()).contains("Aurora").doesNotContain("Nimbus");
        assertThat(at(OTHER, "/sign-in").send().body()).contains("Nimbus").doesNotContain("Aurora");
        as(AURORA, () -> sites.become(OWN, SiteState.QUARANTINED));
        assertThat(at(OWN, "/sign-in").send().status()).isEqualTo(404);
        as(AURORA, () -> sites.become(OWN, SiteState.SERVED));
        assertThat(at(OWN, "/sign-in").send().status()).isEqualTo(200);
        as(AURORA, () -> sites.release(OWN));
        assertThat(at(OWN, "/sign-in").send().status()).isEqualTo(404);
    }

    @Test
    @DisplayName("BY-5: a name that is proved and has no certificate yet says so under its brand, and lets nobody in")
    void a_name_that_waits_says_so() {
        var waiting = "aurora.waiting-host.example";
        as(AURORA, () -> sites.reserve(waiting, null));
        try {
            for (var path : List.of("/", "/sign-in", "/api/v1/me", "/portal/principal", "/widget.js")) {
                var answer = at(waiting, path)
                        .header("Authorization", "Bearer aurora-owner-token")
                        .send();
                assertThat(answer.status()).as(path).isEqualTo(503);
                assertThat(answer.header("retry-after")).isEqualTo("60");
                assertThat(answer.body()).contains(waiting, "Aurora").doesNotContain("Nimbus", "password", "userName");
            }
            as(AURORA, () -> sites.become(waiting, SiteState.QUARANTINED));
            assertThat(at(waiting, "/").send().status()).isEqualTo(404);
        } finally {
            as(AURORA, () -> sites.release(waiting));
        }
    }

    @Test
    @DisplayName("N04: nobody takes, changes or gives up a name that another organization has, not even in SQL")
    void names_belong_to_one() throws SQLException {
        assertThat(as(NIMBUS, () -> sites.reserve(OWN, null))).isFalse();
        assertThat(as(NIMBUS, () -> sites.become(OWN, SiteState.QUARANTINED))).isFalse();
        assertThat(as(NIMBUS, () -> sites.release(OWN))).isFalse();
        assertThat(as(NIMBUS, () -> sites.makePrimary(OWN))).isFalse();
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            for (var nobody : List.of(
                    "delete from platform.site", "update platform.site set state = 'QUARANTINED', is_primary = true"))
                assertThat(statement.executeUpdate(nobody)).as(nobody).isZero();
            statement.execute("set lienzo.tenant = '" + Rows.id(NIMBUS) + "'");
            assertThatThrownBy(() -> statement.execute(
                            "insert into platform.site (host, organization_id) values ('x.own-host.example', '"
                                    + Rows.id(AURORA) + "')"))
                    .hasMessageContaining("row-level security");
        }
        assertThat(at(OWN, "/sign-in").send().body()).contains("Aurora");
    }

    @Test
    @DisplayName(
            "T03: other spellings of an organization's own name are the same name, and neighbours of it are nobody's")
    void spellings() {
        for (var same : List.of("AURORA.own-host.example", OWN + ".", OWN + ":8443", "ａurora.own-host.example"))
            assertThat(Wire.bare("GET", "/sign-in").header("Host", same).send().body())
                    .as(same)
                    .satisfiesAnyOf(
                            body -> assertThat(body).contains("Aurora"),
                            // What is not ASCII cannot stand in the header at all.
                            body -> assertThat(same).matches(".*[^\\x00-\\x7f].*"));
        for (var stranger : List.of("x." + OWN, "own-host.example", OWN + ".localhost", OWN + "..")) {
            var answer = Wire.bare("GET", "/sign-in").header("Host", stranger).send();
            assertThat(answer.status()).as(stranger).isIn(400, 404);
            assertThat(answer.body()).as(stranger).doesNotContain("Aurora");
            assertThat(answer.all("set-cookie")).as(stranger).isEmpty();
        }
    }

    @Test
    @DisplayName("T04: a session works on every host of its organization and is none on another's, own name or not")
    void sessions_stay_with_their_organization() {
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.withCookies(at(OWN, "/profile")).send().status()).isEqualTo(200);
        for (var elsewhere : List.of(OTHER, NIMBUS.host())) {
            var answer = owner.withCookies(at(elsewhere, "/profile")).send();
            assertThat(answer.status()).as(elsewhere).isIn(302, 303, 401);
            assertThat(answer.body()).doesNotContain("Aurora");
        }
        var theirs = Browser.signedIn(NIMBUS, "owner");
        assertThat(theirs.withCookies(at(OWN, "/profile")).send().status()).isIn(302, 303, 401);
    }

    @Test
    @DisplayName("T04: a token for programs works on its organization's own name and nowhere else")
    void tokens_stay_with_their_organization() {
        assertThat(at(OWN, "/api/v1/me")
                        .header("Authorization", "Bearer aurora-owner-token")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(at(OTHER, "/api/v1/me")
                        .header("Authorization", "Bearer aurora-owner-token")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("T01, BY-5: links begin with the primary name while it is served, and with the platform's otherwise")
    void links_follow_the_primary_name() {
        assertThat(origin(AURORA)).isEqualTo("https://aurora.localhost");
        assertThat(as(AURORA, () -> sites.makePrimary(OWN))).isTrue();
        assertThat(origin(AURORA)).isEqualTo("https://" + OWN);
        assertThat(origin(NIMBUS)).isEqualTo("https://nimbus.localhost");
        as(AURORA, () -> sites.become(OWN, SiteState.QUARANTINED));
        assertThat(origin(AURORA)).isEqualTo("https://aurora.localhost");
        assertThat(as(AURORA, () -> sites.makePrimary(OWN))).isFalse();
    }

    @Test
    @DisplayName("T01: a mail asked for with forged headers leads to the primary name and nowhere else")
    void mails_follow_the_primary_name() {
        as(AURORA, () -> sites.makePrimary(OWN));
        var browser = Browser.at(AURORA);
        var answer = browser.request("POST", "/forgot")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example;proto=http")
                .header("X-Original-Host", OTHER)
                .from("127.44.0.9")
                .form("form-token=" + Browser.encoded(browser.token()) + "&userName=member")
                .send();
        assertThat(answer.status()).isEqualTo(303);
        var mail =
                MailServer.await("member@aurora.example", found -> found.html().contains(OWN));
        assertThat(mail.link()).startsWith("https://" + OWN + "/set-password/");
        assertThat(mail.header("Message-ID")).endsWith("@" + OWN + ">");
        assertThat(mail.html() + mail.text()).doesNotContain("evil", OTHER, "aurora.localhost");
    }

    @Test
    @DisplayName("BY-5: people under the platform's name are sent to the primary one when wished; programs are not")
    void people_are_sent_on() {
        as(AURORA, () -> sites.makePrimary(OWN));
        assertThat(page("/sign-in?next=%2Fprofile").status()).isEqualTo(200);
        as(AURORA, () -> sites.redirect(true));
        var sent = page("/sign-in?next=%2Fprofile");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("location")).isEqualTo("https://" + OWN + "/sign-in?next=%2Fprofile");
        assertThat(sent.header("cache-control")).isEqualTo("no-store");
        for (var path : List.of("/api/v1/me", AURORA.channel(), "/sign-in/sso/callback?code=x", "/assets/x.css"))
            assertThat(page(path).status()).as(path).isNotEqualTo(302);
        assertThat(Wire.to(AURORA, "GET", "/sign-in")
                        .header("Accept", "text/html")
                        .header("HX-Request", "true")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(Wire.to(AURORA, "GET", "/sign-in")
                        .header("Accept", "application/json")
                        .send()
                        .status())
                .isNotEqualTo(302);
        assertThat(at(OWN, "/sign-in").header("Accept", "text/html").send().status())
                .isEqualTo(200);
        as(AURORA, () -> sites.become(OWN, SiteState.QUARANTINED));
        assertThat(page("/sign-in").status()).isEqualTo(200);
    }

    private static Wire.Answer page(String path) {
        return Wire.to(AURORA, "GET", path)
                .header("Accept", "text/html,*/*;q=0.8")
                .send();
    }

    private static Wire.Request at(String host, String path) {
        return Wire.bare("GET", path).header("Host", host);
    }

    private String origin(Tenant tenant) {
        return scope.call(organizations.named(tenant.slug()).orElseThrow(), links::origin);
    }

    private <T> T as(Tenant tenant, Callable<T> work) {
        return scope.call(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
