package app.lienzo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.files.SamplePictures;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client's person is invited, comes by the mail, sees his own space and nothing else, and gets a face.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class InvitedAgentTest {
    private static Browsers browsers;

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
            "BY-7, B2-4: a client's person invited as Agent sets a password, sees only his space, and uploads a face")
    void an_invited_agent_comes_in() {
        var elsewhere = Tenant.AURORA_SECOND.talk("De otro cliente");
        var here = Tenant.AURORA.talk("Del propio cliente");
        var address = "cliente-" + UUID.randomUUID() + "@client.example";

        var owner = browsers.person();
        signIn(owner, "owner", "Lienzo2026demo");
        owner.navigate(Browsers.address("aurora") + "/organization/people");
        owner.click("text=Invitar personas");
        owner.fill("#addresses", "Clara Luz <" + address + ">");
        owner.getByLabel("Principal: Agente").check();
        owner.check("input[name=confirmed]");
        owner.click("text=Enviar invitaciones");
        assertThat(owner.locator(".rows")).containsText("Invitación enviada");
        var userName = Rows.one("select user_name from lienzo.member where email = ?", address);

        var mail = MailServer.await(address);
        assertThat(mail.text()).contains(userName);
        var page = browsers.person();
        var path = mail.link().replaceFirst("https?://[^/]+", "");
        page.navigate(Browsers.address("aurora") + path);
        page.fill("#userName", userName);
        page.fill("#password", "Clara2026luz!");
        page.fill("#repeat", "Clara2026luz!");
        page.click("form[action='/set-password'] button.btn-primary");
        page.waitForURL(url -> !url.contains("set-password"));

        page.navigate(Browsers.address("aurora") + "/console");
        assertThat(page.locator("#list")).containsText("Del propio cliente");
        assertThat(page.locator("#list")).not().containsText("De otro cliente");
        assertThat(page.navigate(Browsers.address("aurora") + "/console/conversations/" + elsewhere.id())
                        .status())
                .isEqualTo(404);
        assertThat(page.navigate(Browsers.address("aurora") + "/console/conversations/" + here.id())
                        .status())
                .isEqualTo(200);
        assertThat(page.navigate(Browsers.address("aurora") + "/organization/people")
                        .status())
                .isEqualTo(403);

        page.navigate(Browsers.address("aurora") + "/profile/details");
        page.setInputFiles("#picture", new FilePayload("yo.png", "image/png", SamplePictures.png(300, 200)));
        page.click("text=Subir");
        assertThat(page.locator(".rail .me img.avatar")).isVisible();
        page.waitForFunction("document.querySelector('.rail .me img').naturalWidth === 256");

        owner.navigate(Browsers.address("aurora") + "/organization/people");
        owner.locator("#q").pressSequentially(address.substring(0, 20));
        assertThat(owner.locator("#people tbody tr")).hasCount(1);
        assertThat(owner.locator("#people tbody tr img.avatar")).isVisible();
        assertThat(owner.locator("#people tbody")).containsText("Principal");
    }

    @ParameterizedTest
    @CsvSource({"aurora, 1280, light", "aurora, 390, dark", "nimbus, 1280, dark", "nimbus, 390, light"})
    @DisplayName("WCAG 2.2 AA: the screens of people, on a phone and a desk, in light and dark, under both brands")
    void the_screens_of_people_can_be_used_by_everybody(String slug, int width, String scheme) {
        var faults = new ArrayList<String>();
        var page = browsers.person(width, scheme, "es-ES");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4"))
                faults.add("console: " + message.text());
        });
        page.navigate(Browsers.address(slug) + "/sign-in");
        Browsers.signIn(page, slug, "owner");
        var tenant = slug.equals("aurora") ? Tenant.AURORA : Tenant.NIMBUS;
        var agent =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent2'", Rows.id(tenant));
        for (var path : List.of(
                "/organization/people",
                "/organization/people?q=nobody-at-all",
                "/organization/people/invite",
                "/organization/people/" + agent,
                "/organization/people/" + agent + "/access",
                "/profile/details",
                "/profile/access")) {
            page.navigate(Browsers.address(slug) + path);
            look(page, faults);
        }
        page.navigate(Browsers.address(slug) + "/organization/people/invite");
        page.fill("#addresses", "nonsense");
        page.click("form.panel button.btn-primary");
        look(page, faults);
        page.navigate(Browsers.address(slug) + "/profile/details");
        page.fill("#phone", "1");
        page.click("#data button.btn-primary");
        assertThat(page.locator("#fault")).isVisible();
        look(page, faults);
        assertThat(faults).isEmpty();
    }

    private static void signIn(Page page, String userName, String password) {
        page.navigate(Browsers.address("aurora") + "/sign-in");
        page.fill("#userName", userName);
        page.fill("#password", password);
        page.click("form[action='/sign-in'] button");
        page.waitForURL("**/console*");
    }

    private static void look(Page page, List<String> faults) {
        page.waitForTimeout(150);
        faults.addAll(Wcag.faults(page));
    }
}
