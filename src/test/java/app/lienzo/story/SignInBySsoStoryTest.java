package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.SignOn;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From the Owner's screen to a person at work, with a browser.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SignInBySsoStoryTest {
    private static final String CALLBACK = "https://aurora.localhost" + SignOn.CALLBACK;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Inject
    TenantSql sql;

    @Inject
    Signals signals;

    private Browsers browsers;

    @BeforeAll
    void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    void closeBrowsers() {
        browsers.close();
        scope.run(organizations.named("aurora").orElseThrow(), () -> {
            sql.update("delete from lienzo.sso_settings");
            signals.tell("sso", scope.organization().id());
        });
    }

    @Test
    @DisplayName("DC-1: an Owner tests and switches single sign-on on; a new person comes in by the button")
    void an_owner_sets_it_up_and_a_person_comes_in() {
        var provider = new MockOAuth2Server();
        provider.start();
        try {
            var owner = browsers.person();
            owner.navigate(Browsers.address("aurora") + "/sign-in");
            owner.fill("#userName", "owner");
            owner.fill("#password", "Lienzo2026demo");
            owner.click("form[action='/sign-in'] button");
            owner.waitForURL("**/console*");
            owner.navigate(Browsers.address("aurora") + "/organization/sso");
            owner.fill("#issuer", provider.issuerUrl("people").toString());
            owner.fill("#client", "helpdesk");
            owner.fill("#secret", "whatever");
            owner.fill("#label", "Entrar con Acme");
            owner.fill("#domains", "example.com");
            owner.check("[name=creates]");
            owner.click("button[formaction$='/test']");
            owner.waitForSelector("#report .notice.good");
            assertThat(owner.inputValue("#secret")).as("what was typed is kept").isEqualTo("whatever");
            owner.check("[name=enabled]");
            owner.click("form[action='/organization/sso'] footer button");
            owner.waitForURL("**/organization/sso?saved=1");
            everybodyCanUse(owner);
            owner.setViewportSize(390, 800);
            everybodyCanUse(owner);

            var email = "ana." + UUID.randomUUID() + "@example.com";
            provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                    "people",
                    UUID.randomUUID().toString(),
                    "JWT",
                    null,
                    Map.of("email", email, "email_verified", true, "name", "Ana de Acme"),
                    300));
            var ana = browsers.person();
            ana.navigate(Browsers.address("aurora") + "/sign-in");
            comeBack(ana, () -> ana.click("text=Entrar con Acme"));
            ana.navigate(Browsers.address("aurora") + "/profile");
            assertThat(ana.content()).contains("Ana de Acme");
        } finally {
            provider.shutdown();
        }
    }

    @Test
    @DisplayName("DC-1: a person signs in at a real Keycloak and is at work here")
    void by_a_real_keycloak() {
        var email = "ana." + UUID.randomUUID() + "@example.com";
        try (var keycloak = Keycloak.start(CALLBACK, email)) {
            SignOn.of(AURORA)
                    .with(
                            keycloak.issuer(),
                            Map.of(
                                    "client", Keycloak.CLIENT,
                                    "secret", Keycloak.SECRET,
                                    "label", "Entrar con Keycloak"));
            var ana = browsers.person();
            ana.navigate(Browsers.address("aurora") + "/sign-in");
            ana.click("text=Entrar con Keycloak");
            ana.waitForSelector("#username");
            ana.fill("#username", "ana");
            ana.fill("#password", Keycloak.PASSWORD);
            comeBack(ana, () -> ana.click("#kc-login"));
            ana.navigate(Browsers.address("aurora") + "/profile");
            assertThat(ana.content()).contains("Ana Lago");
            assertThat(ana.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_"));
        }
    }

    private static void everybodyCanUse(Page page) {
        page.click("details summary");
        assertThat(Wcag.faults(page)).isEmpty();
    }

    /// The port of a test is in no link that leaves the house: the browser asks for the right path where nobody
    /// listens, gets an empty page, and is led on by hand.
    private static void comeBack(Page page, Runnable step) {
        page.route(url -> url.startsWith(CALLBACK), route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        step.run();
        page.waitForURL(url -> url.startsWith(CALLBACK));
        var address = URI.create(page.url());
        page.navigate(Browsers.address("aurora") + address.getRawPath() + "?" + address.getRawQuery());
        assertThat(page.url()).doesNotContain("/sign-in");
    }
}
