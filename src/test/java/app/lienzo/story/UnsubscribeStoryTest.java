package app.lienzo.story;

import static app.lienzo.world.Tenant.PASSWORD;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.operators.Operators;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// From the check list to a campaign that leaves the organization out.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class UnsubscribeStoryTest {
    private static Browsers browsers;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @Test
    @DisplayName(
            "BY-8: an Owner asks from the check list, an operator does it, the certificate is there, a campaign leaves the organization out")
    void an_organization_is_taken_off_the_list() {
        var slug = "story-" + UUID.randomUUID().toString().substring(0, 8);
        organization(slug);
        var owner = browsers.person();
        owner.navigate(Browsers.address(slug) + "/sign-in");
        owner.fill("#userName", "owner");
        owner.fill("#password", PASSWORD);
        owner.click("form[action='/sign-in'] button");
        owner.waitForURL("**/organization/setup*");
        owner.click("a.btn[href='/organization/marketing']");
        look(owner);
        owner.click("form[action='/organization/marketing'] button");
        assertThat(owner.locator("main")).containsText("Solicitada");
        look(owner);

        var operator = operator();
        operator.navigate("http://localhost:" + RestAssured.port + "/operator/optouts");
        look(operator);
        operator.click("text=Mesa " + slug);
        operator.click("form[action$='/holder'] button");
        look(operator);
        operator.click("form[action$='/removal'] button");
        assertThat(operator.locator("main")).containsText("Hecha");
        look(operator);

        owner.reload();
        assertThat(owner.locator("a[href='/organization/marketing/certificate']"))
                .isVisible();
        look(owner);
        campaign(operator, slug);
        assertThat(MailServer.to("owner@" + slug + ".example"))
                .noneMatch(mail -> mail.subject().contains("Noticias " + slug));
        assertThat(faults).isEmpty();
    }

    private void campaign(Page operator, String slug) {
        operator.navigate("http://localhost:" + RestAssured.port + "/operator/marketing");
        look(operator);
        operator.click("a[href='/operator/marketing/new']");
        look(operator);
        operator.fill("#subject", "Noticias " + slug);
        operator.fill("#body", "Hola, {{name}}:\n\nhay **novedades**.");
        operator.selectOption("#language", "pt");
        operator.check("input[name=speakers]");
        operator.click("main form button.btn-primary");
        look(operator);
        operator.click("button[formaction$='/send']");
        for (int i = 0; i < 100 && !operator.locator(".badge-st.tone-good").isVisible(); i++) {
            operator.waitForTimeout(100);
            operator.reload();
        }
        assertThat(operator.locator(".badge-st.tone-good")).isVisible();
        look(operator);
        assertThat(Rows.list(
                        "select 1 from lienzo.campaign_recipient r join platform.organization o on o.id = r.organization_id where o.slug = ?",
                        slug))
                .isEmpty();
    }

    /// In both widths and both schemes.
    private void look(Page page) {
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            for (var scheme : com.microsoft.playwright.options.ColorScheme.values()) {
                if (scheme == com.microsoft.playwright.options.ColorScheme.NO_PREFERENCE) continue;
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                ScreensTest.look(page, faults);
            }
        }
    }

    private static Page operator() {
        var page = browsers.person();
        for (var cookie : Operators.signedIn("operator").cookieHeader().split("; ")) {
            var pair = cookie.split("=", 2);
            page.context()
                    .addCookies(List.of(new Cookie(pair[0], pair[1])
                            .setUrl("https://localhost:" + RestAssured.port)
                            .setSecure(true)
                            .setHttpOnly(true)));
        }
        return page;
    }

    private void organization(String slug) {
        var organization = organizations.create(slug, "Mesa " + slug, Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        scope.run(
                organization,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> members.create(
                                Actor.SYSTEM,
                                new NewMember(
                                        "owner",
                                        "Olga Ruiz",
                                        "owner@" + slug + ".example",
                                        OrganizationRole.OWNER,
                                        PASSWORD,
                                        "pt"))));
    }
}
