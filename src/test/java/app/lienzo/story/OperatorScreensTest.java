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

    @ParameterizedTest
    @CsvSource({
        "aurora, 1280, light",
        "aurora, 1280, dark",
        "aurora, 390, light",
        "aurora, 390, dark",
        "nimbus, 1280, light",
        "nimbus, 1280, dark",
        "nimbus, 390, light",
        "nimbus, 390, dark"
    })
    @DisplayName("WCAG 2.2 AA: the set-up, a prepared channel and the gate for customers, under both brands")
    void what_an_owner_meets_can_be_used_by_everybody(String slug, int width, String scheme) {
        var faults = new ArrayList<String>();
        var tenant = slug.equals("aurora") ? Tenant.AURORA : Tenant.NIMBUS;
        var newcomer = Rows.one(
                "select id from lienzo.member where tenant_id = ? and user_name = 'useradmin'", Rows.id(tenant));
        var channel = Rows.one("""
                insert into platform.channel_request (organization_id, id, space_id, kind, number, member_id, member, asked_at, state,
                    reason, decided_at)
                values (?, uuidv7(), ?::uuid, 'WHATSAPP', '+34600123456', ?::uuid, 'Ana Pérez', now(), 'ACTIVATED', 'Todo listo', now())
                returning id
                """, Rows.id(tenant), tenant.space(), newcomer);
        try {
            var page = browsers.person(width, scheme, slug.equals("aurora") ? "es-ES" : "en-US");
            Browsers.signIn(page, slug, "owner");
            for (var path : List.of(
                    "/organization/setup",
                    "/channels",
                    "/channels/whatsapp/" + channel,
                    "/organization/people/invite",
                    "/organization/visits")) {
                assertThat(page.navigate(Browsers.address(slug) + path).status())
                        .as(path)
                        .isEqualTo(200);
                picture(page, "/" + slug + path.replace(channel, "one"), width, scheme);
                ScreensTest.look(page, faults);
            }
        } finally {
            Rows.list("delete from platform.channel_request where id = ?::uuid", channel);
        }
        assertThat(faults).isEmpty();
    }

    private static void picture(Page page, String path, int width, String scheme) {
        var name = path.replaceAll("[^a-z-]+", "_") + "-" + width + "-" + scheme + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name)));
    }
}
