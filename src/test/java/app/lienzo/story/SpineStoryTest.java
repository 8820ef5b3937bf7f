package app.lienzo.story;

import static app.lienzo.world.Tenant.PASSWORD;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.MailServer;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The whole way of a partner through the operator's side, in two browsers: his and an operator's.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class SpineStoryTest {
    private static Browsers browsers;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String slug = "faro-" + tag;
    private final String lucia = "lucia@" + slug + ".example";
    private final String late = "nuno@" + slug + ".example";
    private final String neighbour = "olga@mesa-" + tag + ".example";
    private final String news = "Novidades " + tag;
    private final List<String> faults = new ArrayList<>();

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

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
            "BY-2, BY-3, B2-1, BY-10, BY-8: applied, confirmed, approved, signed in, before the check list, taken off the list: a campaign leaves the organization out and reaches another one")
    void from_the_form_to_a_campaign_that_leaves_the_organization_out() {
        anotherOrganization();
        var partner = browsers.person(1280, "light", "pt-PT");
        var operator = browsers.operator(1280, "light");

        applies(partner);
        confirms(partner);
        approves(operator);
        partner.reload();
        assertThat(partner.locator("main")).containsText("Aprovad");
        setsThePassword(partner);
        asksToBeTakenOff(partner);
        takesOff(operator);
        seesTheCertificate(partner);
        invitesWithoutWarning(partner);
        sendsCampaign(operator);

        assertThat(MailServer.await(neighbour, mail -> mail.subject().equals(news)))
                .isNotNull();
        for (var address : List.of(lucia, late))
            assertThat(MailServer.to(address)).noneMatch(mail -> mail.subject().equals(news));
        assertThat(faults).isEmpty();
    }

    private void applies(Page partner) {
        partner.navigate(platform() + "/");
        partner.click("a[href='/partners/apply'] >> nth=0");
        partner.waitForURL("**/partners/apply");
        partner.fill("#company", "Faro " + tag);
        assertThat(partner.locator("#slug")).hasValue(slug);
        partner.fill("#person", "Lúcia Prado");
        partner.fill("#email", lucia);
        partner.selectOption("#country", "PT");
        partner.fill("#phone", "912 345 678");
        partner.fill("#clients", "35");
        partner.check("#terms");
        assertThat(partner.locator("#marketing")).not().isChecked();
        assertThat(partner.locator(".pp-proof")).hasAttribute("data-state", "done");
        Browsers.waitAsAPerson(partner);
        partner.click("button.send");
        partner.waitForURL("**/partners/thanks");
    }

    private void confirms(Page partner) {
        partner.navigate(platform() + URI.create(MailServer.await(lucia).link()).getPath());
        partner.click("button.send");
        partner.waitForURL("**/partners/application");
        assertThat(partner.locator("main")).containsText("Em análise");
    }

    private void approves(Page operator) {
        operator.navigate(platform() + "/operator/applications");
        operator.click("text=Faro " + tag);
        operator.fill("#text", "Boa pinta");
        operator.click("form[action$='/notes'] button");
        assertThat(operator.locator("#history")).containsText("Boa pinta");
        operator.selectOption("#language", "pt");
        operator.click("form[action$='/approval'] button.btn-primary");
        assertThat(operator.locator(".notice.good")).isVisible();
    }

    private void setsThePassword(Page partner) {
        var welcome = MailServer.await(lucia, mail -> mail.link().contains("/set-password/"));
        partner.navigate(Browsers.address(slug) + URI.create(welcome.link()).getPath());
        partner.fill("#password", "Fresco2026clave");
        partner.fill("#repeat", "Fresco2026clave");
        partner.click("form[action='/set-password'] button.btn-primary");
        partner.waitForURL(Pattern.compile(".*" + slug + "\\.localhost:\\d+/(?!set-password).*"));
        partner.navigate(Browsers.address(slug) + "/");
        partner.waitForURL("**/organization/setup");
        assertThat(partner.locator(".checklist li").first()).isVisible();
        assertThat(partner.content()).doesNotContain("Lienzo");
        look(partner);
    }

    private void asksToBeTakenOff(Page partner) {
        partner.click("main a[href='/organization/marketing'] >> nth=0");
        look(partner);
        partner.click("form[action='/organization/marketing'] button");
        assertThat(partner.locator("main")).containsText("Solicitada");
        look(partner);
    }

    private void takesOff(Page operator) {
        operator.navigate(platform() + "/operator/optouts");
        look(operator);
        operator.click("text=Faro " + tag);
        operator.click("form[action$='/holder'] button");
        look(operator);
        operator.click("form[action$='/removal'] button");
        assertThat(operator.locator(".badge-st.tone-good").first()).isVisible();
        look(operator);
    }

    private void seesTheCertificate(Page partner) {
        partner.reload();
        assertThat(partner.locator("a[href='/organization/marketing/certificate']"))
                .isVisible();
        look(partner);
    }

    /// Who comes after the removal stays off the list as well, and nobody warns of him any more.
    private void invitesWithoutWarning(Page partner) {
        partner.navigate(Browsers.address(slug) + "/organization/people/invite");
        assertThat(partner.locator("input[name=confirmed]")).hasCount(0);
        partner.fill("#addresses", "Nuno Reis <" + late + ">");
        partner.click("form[action='/organization/people/invite'] button.btn-primary");
        assertThat(partner.locator(".rows")).containsText(late);
        MailServer.await(late);
    }

    private void sendsCampaign(Page operator) {
        operator.navigate(platform() + "/operator/marketing/new");
        look(operator);
        operator.fill("#subject", news);
        operator.fill("#body", "Olá, {{name}}:\n\nhá **novidades**.");
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
    }

    /// In both widths and both schemes.
    private void look(Page page) {
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                // Colours that still move from one scheme to the other are those of neither.
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                ScreensTest.look(page, faults);
                var path = URI.create(page.url())
                        .getPath()
                        .replaceAll("/[0-9a-f-]{36}", "")
                        .replace('/', '_');
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", "spine" + path + "-" + width + "-" + scheme + ".png")));
            }
        }
    }

    private void anotherOrganization() {
        var other = organizations.create("mesa-" + tag, "Mesa " + tag, Plan.STARTUP, "pt", Vocabulary.SERVICE_PROVIDER);
        var owner = new NewMember("olga", "Olga Ruiz", neighbour, OrganizationRole.OWNER, PASSWORD, "pt");
        scope.run(other, () -> QuarkusTransaction.requiringNew().run(() -> members.create(Actor.SYSTEM, owner)));
    }

    private static String platform() {
        return "http://" + Tenant.PLATFORM.host() + ":" + RestAssured.port;
    }
}
