package app.lienzo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The programme's pages and the desk for applications, as browsers show them; the way through them is
/// `SpineStoryTest`.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PartnerStoryTest {
    private static Browsers browsers;

    @BeforeAll
    static void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark", "1280, dark", "390, light"})
    @DisplayName(
            "WCAG 2.2 AA: the programme's pages and the operators' applications, on a phone and a desk, in light and dark")
    void every_screen_can_be_used_by_everybody(int width, String scheme) {
        var faults = new ArrayList<String>();
        var tag = tag();
        var email = "mar@puerto-" + tag + ".example";
        var page = browsers.person(width, scheme, "es-ES");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("422")
                    && !message.text().contains("410")) faults.add("console: " + message.text());
        });
        look(page, "/", "programme", width, scheme, faults);
        look(page, "/partners/apply", "form", width, scheme, faults);
        page.evaluate("document.querySelector('form[data-proved]').noValidate = true");
        page.fill("#company", "Puerto " + tag);
        assertThat(page.locator(".pp-proof")).hasAttribute("data-state", "done");
        Browsers.waitAsAPerson(page);
        page.click("text=Enviar");
        assertThat(page.locator("#email-error")).isVisible();
        shot(page, "form-faults", width, scheme, faults);
        look(page, "/partners/thanks", "thanks", width, scheme, faults);
        look(page, "/partners/application", "gone", width, scheme, faults);
        apply(page, tag, email);
        page.navigate(here(MailServer.await(email).link()));
        shot(page, "confirm", width, scheme, faults);
        page.click("button.send");
        page.waitForURL("**/partners/application");
        shot(page, "application", width, scheme, faults);
        var id = Rows.one("select id::text from lienzo.partner_application where email = ?", email);
        var operator = browsers.operator(width, scheme);
        look(operator, "/operator/applications", "list", width, scheme, faults);
        look(operator, "/operator/applications?list=DECIDED", "decided", width, scheme, faults);
        look(operator, "/operator/applications/" + id, "one", width, scheme, faults);
        assertThat(faults).isEmpty();
    }

    private static void apply(Page page, String tag, String email) {
        page.navigate(platform() + "/");
        page.click("text=Socio Marca Blanca >> nth=0");
        page.waitForURL("**/partners/apply");
        page.fill("#company", "Faro " + tag);
        assertThat(page.locator("#slug")).hasValue("faro-" + tag);
        page.fill("#person", "Lucía Prado");
        page.fill("#email", email);
        page.selectOption("#country", "ES");
        page.fill("#phone", "912 345 678");
        page.fill("#clients", "35");
        page.check("#terms");
        assertThat(page.locator("#marketing")).not().isChecked();
        assertThat(page.locator(".pp-proof")).hasAttribute("data-state", "done");
        Browsers.waitAsAPerson(page);
        page.click("button.send");
        page.waitForURL("**/partners/thanks");
    }

    private static void look(Page page, String path, String name, int width, String scheme, List<String> faults) {
        page.navigate(platform() + path);
        shot(page, name, width, scheme, faults);
    }

    private static void shot(Page page, String name, int width, String scheme, List<String> faults) {
        ScreensTest.look(page, faults);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "partners-" + name + "-" + width + "-" + scheme + ".png")));
    }

    private static String platform() {
        return "http://" + Tenant.PLATFORM.host() + ":" + RestAssured.port;
    }

    private static String here(String link) {
        return platform() + URI.create(link).getPath();
    }

    private static String tag() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
