package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.recovery.People;
import app.lienzo.world.MailServer;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the mail to the own page: a first password, a forgotten one, one's own.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirstSignInTest {
    private static final String FRESH = "Fresco2026clave";
    private static Browsers browsers;

    @Inject
    People people;

    @BeforeAll
    static void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"aurora, 1280, light, es-ES", "nimbus, 390, dark, pt-BR"})
    @DisplayName(
            "B2-1: welcome mail, a password chosen with the keyboard alone, signed in; and the link works no second time")
    void from_the_welcome_mail_to_the_own_page(String slug, int width, String scheme, String locale) {
        var tenant = slug.equals("aurora") ? Tenant.AURORA : Tenant.NIMBUS;
        var member = people.invited(tenant);
        people.welcome(tenant, member);
        var link = here(slug, MailServer.await(member.email()).link());
        var page = browsers.person(width, scheme, locale);
        var faults = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load"))
                faults.add(message.text());
        });
        page.navigate(link);
        assertThat(page.url()).endsWith("/set-password");
        look(page, faults);
        assertThat(page.inputValue("#userName")).isEqualTo(member.userName());

        page.focus("#userName");
        page.keyboard().press("Tab");
        page.keyboard().type("Fresco");
        assertThat(page.locator("[data-rule=upper].met").count()).isEqualTo(1);
        assertThat(page.locator("[data-rule=digit].met").count()).isZero();
        page.waitForSelector("#strength .strength");
        look(page, faults);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Fresco");
        page.keyboard().press("Enter");
        page.waitForSelector("#password-error");
        PlaywrightAssertions.assertThat(page.locator("#password")).isFocused();
        look(page, faults);

        page.keyboard().type(FRESH);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getAttribute("#password", "type")).as("shown").isEqualTo("text");
        page.keyboard().press("Tab");
        page.keyboard().type(FRESH);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !page.url().contains("set-password"));
        page.navigate(Browsers.address(slug) + "/profile");
        assertThat(page.content()).contains(member.email());

        page.navigate(link);
        assertThat(page.locator("a.btn[href='/forgot']").count()).isEqualTo(1);
        look(page, faults);
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("B2-3: a forgotten password, from the sign-in page to the own page")
    void a_forgotten_password() {
        var member = people.somebody(Tenant.AURORA);
        var page = browsers.person(390, "light", "en-US");
        page.navigate(Browsers.address("aurora") + "/sign-in");
        page.click("a[href='/forgot']");
        page.fill("#userName", member.email());
        page.click("form[action='/forgot'] button");
        page.waitForURL("**/forgot/sent");
        assertThat(page.locator("h1").textContent()).isEqualTo("Check your mail");

        page.navigate(here("aurora", MailServer.await(member.email()).link()));
        page.fill("#password", FRESH);
        page.fill("#repeat", FRESH + "x");
        page.click("form[action='/set-password'] button.btn-primary");
        assertThat(page.textContent("#repeat-error")).isEqualTo("The two passwords are not the same.");
        PlaywrightAssertions.assertThat(page.locator("#repeat")).isFocused();
        page.fill("#password", FRESH);
        page.fill("#repeat", FRESH);
        page.click("form[action='/set-password'] button.btn-primary");
        page.waitForCondition(() -> !page.url().contains("set-password"));

        page.navigate(Browsers.address("aurora") + "/profile/password");
        page.fill("#current", FRESH);
        page.fill("#password", Tenant.PASSWORD);
        page.fill("#repeat", Tenant.PASSWORD);
        page.click("form[action='/profile/password'] button.btn-primary");
        page.waitForURL("**/profile/password?saved=1");
        assertThat(page.locator(".notice.good").count()).isEqualTo(1);
    }

    private static String here(String slug, String link) {
        return Browsers.address(slug) + URI.create(link).getRawPath();
    }

    private static void look(Page page, List<String> faults) {
        page.waitForTimeout(150);
        faults.addAll(Wcag.faults(page));
    }
}
