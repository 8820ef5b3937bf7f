package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BrandEditorTest {
    private static final String HERE = "/organization/white-label";

    @Test
    @DisplayName(
            "BY-4: an Owner changes the colour, sees it in the preview while he types, publishes, and a visitor sees it then and not before; undo takes it back")
    void a_colour_on_its_way_to_everybody() {
        try (var browsers = new Browsers()) {
            var owner = browsers.signedIn("aurora", "owner");
            var visitor = browsers.person();
            owner.navigate(Browsers.address("aurora") + HERE);
            PlaywrightAssertions.assertThat(button(owner)).hasCSS("background-color", "rgb(11, 122, 117)");

            owner.fill("#color", "#7a0b4f");
            PlaywrightAssertions.assertThat(button(owner)).hasCSS("background-color", "rgb(122, 11, 79)");
            PlaywrightAssertions.assertThat(owner.locator("#wl-state .state")).hasText("Borrador");
            assertThat(colour(visitor)).as("nobody else sees a draft").isEqualTo("rgb(11, 122, 117)");

            owner.fill("#color", "#f2a65a");
            owner.click("#contrast-color button[name='fix']");
            owner.waitForCondition(() -> !owner.inputValue("#color").equals("#f2a65a"));
            PlaywrightAssertions.assertThat(owner.locator("#contrast-color .wl-ratio.ok"))
                    .isVisible();

            owner.fill("#color", "#7a0b4f");
            owner.click("[data-publish]");
            PlaywrightAssertions.assertThat(owner.locator(".notice.good")).containsText("Publicado");
            assertThat(colour(visitor)).isEqualTo("rgb(122, 11, 79)");

            owner.click(".notice.good button");
            PlaywrightAssertions.assertThat(owner.locator(".notice.good")).containsText("anterior");
            assertThat(colour(visitor)).isEqualTo("rgb(11, 122, 117)");

            owner.fill("#name", "Alba");
            PlaywrightAssertions.assertThat(owner.locator("[data-discard]")).isVisible();
            owner.click("[data-discard]");
            PlaywrightAssertions.assertThat(owner.locator("#name")).hasValue("Aurora");
        }
    }

    @Test
    @DisplayName("BY-4: without a script the same form keeps the draft, and shows it")
    void without_a_script() {
        try (var browsers = new Browsers()) {
            var owner = browsers.signedIn("nimbus", "owner");
            owner.route("**/*.js", route -> route.abort());
            owner.navigate(Browsers.address("nimbus") + HERE);
            owner.fill("#name", "Cumulus");
            owner.click(".wl-tab[data-part='portal']");
            owner.waitForURL("**part=portal*");
            assertThat(owner.inputValue("#name")).isEqualTo("Cumulus");
            PlaywrightAssertions.assertThat(
                            owner.frameLocator(".wl-page iframe").locator(".masthead"))
                    .isVisible();
            assertThat(owner.locator(".wl-page iframe").getAttribute("src")).endsWith("/portal");
            owner.click("[data-discard]");
            PlaywrightAssertions.assertThat(owner.locator("#name")).hasValue("Nimbus");
        }
    }

    /// The sign-in button in the preview, whose page is another one a moment later.
    private static Locator button(Page owner) {
        return owner.frameLocator(".wl-page iframe:not([data-next])")
                .locator(".btn-primary")
                .first();
    }

    private static String colour(Page visitor) {
        visitor.navigate(Browsers.address("aurora") + "/sign-in");
        return (String) visitor.locator("form[action='/sign-in'] .btn-primary")
                .evaluate("button => getComputedStyle(button).backgroundColor");
    }
}
