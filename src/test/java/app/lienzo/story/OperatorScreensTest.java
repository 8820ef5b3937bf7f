package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.operators.Operators;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The operators' screens; pictures of them lie in `target/screens`.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OperatorScreensTest {
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
    @DisplayName("WCAG 2.2 AA: every operator's screen, on a phone and a desk, in light and dark")
    void operators_screens_can_be_used_by_everybody(int width, String scheme) {
        var faults = new ArrayList<String>();
        var page = browsers.person(width, scheme, "es-ES");
        var operator = Operators.signedIn("operator");
        page.context()
                .addCookies(List.of(new Cookie("__Host-session", operator.cookie("__Host-session"))
                        .setUrl("https://localhost/")
                        .setSecure(true)
                        .setHttpOnly(true)));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404"))
                faults.add("console: " + message.text());
        });
        var aurora = "/operator/organizations/" + Rows.id(Tenant.AURORA);
        for (var path : List.of(
                "/operator",
                "/operator/organizations",
                "/operator/organizations?q=nobody-at-all",
                "/operator/founding",
                aurora,
                aurora + "/visits",
                aurora + "/brand-check",
                "/operator/channel-requests",
                "/operator/announcements",
                "/operator/health")) {
            var answer = page.navigate("http://localhost:" + RestAssured.port + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(page.url()).endsWith(path);
            picture(page, path, width, scheme);
            ScreensTest.look(page, faults);
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    @DisplayName("WCAG 2.2 AA: the banner of a visit stands above every page and leaves its foot in reach")
    void a_visit_has_its_banner(int width, String scheme) {
        var faults = new ArrayList<String>();
        var operator = Operators.signedIn("operator");
        var form = "/operator/organizations/" + Rows.id(Tenant.AURORA) + "/visits";
        operator.get(form);
        var address = operator.post(form, "userName=owner&reason=Pantallas")
                .body()
                .replaceAll("(?s).*href=\"[^\"]+(/visit/[^\"]+)\".*", "$1");
        var page = browsers.person(width, scheme, "es-ES");
        page.navigate(Browsers.address("aurora") + address);
        for (var path : List.of("/console", "/tickets", "/organization/visits")) {
            page.navigate(Browsers.address("aurora") + path);
            assertThat(page.locator(".above form button").isVisible()).isTrue();
            picture(page, "/visit" + path, width, scheme);
            ScreensTest.look(page, faults);
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollHeight <= window.innerHeight + 1"))
                .isTrue();
        page.locator(".above form button").click();
        page.waitForURL("**/sign-in");
        assertThat(faults).isEmpty();
    }

    private static void picture(Page page, String path, int width, String scheme) {
        var name = path.replaceAll("[^a-z-]+", "_") + "-" + width + "-" + scheme + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name)));
    }
}
