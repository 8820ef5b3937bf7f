package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OwnerMakesASpaceTest {
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
            "BY-7: an Owner makes a space on a telephone, archives it, changes his mind, and looks at it alone by keyboard")
    void an_owner_makes_a_space_and_looks_at_it_alone() {
        var name = "Líneas Ñ " + UUID.randomUUID().toString().substring(0, 6);
        AURORA.talk("Vengo del espacio principal");
        var owner = Browsers.signIn(browsers.person(390, "light", "es-ES"), "aurora", "owner");
        owner.navigate(Browsers.address("aurora") + "/organization/spaces");
        owner.click(".page-head .btn-primary");
        owner.waitForURL("**/organization/spaces/new");
        owner.fill("#name", name);
        assertThat(owner.locator("#slug"))
                .hasValue(name.toLowerCase(Locale.ROOT)
                        .replace("í", "i")
                        .replace("ñ", "n")
                        .replace(' ', '-'));
        owner.fill("#slug", "principal");
        owner.click("form .btn-primary");
        assertThat(owner.locator("#slug-error")).containsText("principal");
        assertThat(owner.locator("#name")).hasValue(name);
        owner.fill("#slug", "");
        owner.selectOption("#vocabulary", "INTERNAL_IT");
        owner.click("form .btn-primary");
        assertThat(owner.locator("h1")).containsText(name);

        owner.fill("#person", "nadie");
        owner.click("form.inline .btn-primary");
        assertThat(owner.locator("#person-error")).isVisible();
        owner.fill("#person", "agent2@aurora.example");
        owner.click("form.inline .btn-primary");
        assertThat(owner.locator(".people")).containsText("Rosa Iglesias");

        owner.click("form[action$='/archive'] button");
        assertThat(owner.locator(".notice.good")).containsText(name);
        owner.click(".notice.good button");
        assertThat(owner.locator(".notice.good")).isVisible();

        owner.navigate(Browsers.address("aurora") + "/console");
        assertThat(owner.locator("#list")).containsText("Vengo del espacio principal");
        owner.locator(".switch summary").focus();
        owner.keyboard().press("Enter");
        var wanted = owner.locator(".switch button", new Page.LocatorOptions().setHasText(name));
        wanted.focus();
        owner.keyboard().press("Enter");
        assertThat(owner.locator(".switch summary")).containsText(name);
        assertThat(owner.locator("#list")).not().containsText("Vengo del espacio principal");
        owner.reload();
        assertThat(owner.locator(".switch summary")).containsText(name);

        owner.locator(".switch summary").click();
        owner.locator(".switch button").first().click();
        assertThat(owner.locator("#list")).containsText("Vengo del espacio principal");
        AURORA.owner()
                .get("/api/v1/spaces")
                .then()
                .extract()
                .<List<Map<String, String>>>path("findAll { it.name == '" + name + "' }")
                .forEach(space -> AURORA.owner()
                        .contentType("application/json")
                        .body(Map.of("archived", true))
                        .patch("/api/v1/spaces/" + space.get("id"))
                        .then()
                        .statusCode(200));
    }
}
