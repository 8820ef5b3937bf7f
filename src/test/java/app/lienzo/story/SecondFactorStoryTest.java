package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.secondfactor.Phone;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecondFactorStoryTest {
    private static Browsers browsers;

    @Inject
    MemberService members;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

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
            "somebody sets up a second factor, signs in with a code of the app and, without the phone, with a recovery code")
    void from_setting_up_to_a_lost_phone() throws Exception {
        var name = somebody(OrganizationRole.MEMBER);
        var faults = new ArrayList<String>();
        var page = browsers.person(390, "dark", "es-ES");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(".*(400|401|404|422).*"))
                faults.add(message.text());
        });
        signIn(page, name);
        page.navigate(Browsers.address("aurora") + "/profile/second-factor");
        look(page, faults);
        page.fill("#password", "Falsa2026clave");
        page.click("form[action='/profile/second-factor/start'] button");
        PlaywrightAssertions.assertThat(page.locator("#problem")).hasText("La contraseña no es correcta.");
        look(page, faults);
        page.fill("#password", Tenant.PASSWORD);
        page.click("form[action='/profile/second-factor/start'] button");
        page.waitForURL("**/profile/second-factor/new");
        look(page, faults);
        var phone = Phone.setUp(page.content());
        page.fill("#code", phone.code());
        page.click("form[action='/profile/second-factor/new'] button");
        var codes = page.locator("#codes").innerText().strip().lines().toList();
        assertThat(codes).hasSize(10);
        look(page, faults);
        var download = page.waitForDownload(() -> page.click("[data-save]"));
        assertThat(Files.readString(download.path())).contains(codes);
        page.click("a.btn-primary");
        page.waitForURL("**/profile/second-factor");
        PlaywrightAssertions.assertThat(page.locator(".badge-st")).hasText("Activado");
        look(page, faults);

        signOut(page);
        signIn(page, name);
        page.waitForURL("**/sign-in/code*");
        look(page, faults);
        page.fill("#code", "000000");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#problem")).isVisible();
        look(page, faults);
        page.fill("#code", phone.code(1));
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));

        signOut(page);
        signIn(page, name);
        page.waitForURL("**/sign-in/code*");
        page.fill("#code", codes.getFirst().toLowerCase(java.util.Locale.ROOT));
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.navigate(Browsers.address("aurora") + "/profile/second-factor");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("sin usar: 9");
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("an Owner wants everybody to have one: who signs in next sets it up on the way")
    void an_owner_requires_it() {
        var faults = new ArrayList<String>();
        var owner = browsers.person(1280, "light", "en-GB");
        signIn(owner, somebody(OrganizationRole.OWNER));
        owner.navigate(Browsers.address("aurora") + "/organization/security");
        look(owner, faults);
        owner.check("[name=required]");
        owner.click("form[action='/organization/security'] button");
        try {
            PlaywrightAssertions.assertThat(owner.locator("[role=status].good")).isVisible();
            look(owner, faults);
            var page = browsers.person(390, "light", "pt-BR");
            signIn(page, somebody(OrganizationRole.MEMBER));
            page.waitForURL("**/sign-in/second-factor*");
            look(page, faults);
            page.fill("#code", Phone.setUp(page.content()).code());
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator("#codes")).isVisible();
            look(page, faults);
            page.click("a.btn-primary");
            page.navigate(Browsers.address("aurora") + "/profile");
            PlaywrightAssertions.assertThat(page.locator("main h1")).isVisible();
        } finally {
            owner.uncheck("[name=required]");
            owner.click("form[action='/organization/security'] button");
            PlaywrightAssertions.assertThat(owner.locator("[name=required]:not(:checked)"))
                    .isVisible();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("somebody makes a token, copies it, sees it used and ends it")
    void a_token_from_its_making_to_its_end() {
        var faults = new ArrayList<String>();
        var page = browsers.person(390, "light", "es-ES");
        signIn(page, somebody(OrganizationRole.MEMBER));
        page.navigate(Browsers.address("aurora") + "/profile/tokens");
        look(page, faults);
        page.click(".empty a");
        look(page, faults);
        page.fill("#name", "Almacén");
        page.check("[name=permissions][value=OWN_ACCOUNT]");
        page.click("form[action='/profile/tokens'] button");
        look(page, faults);
        var secret = page.locator("#secret").innerText().strip();
        PlaywrightAssertions.assertThat(page.locator("[data-copy=secret]")).isVisible();
        AURORA.with(secret).get("/api/v1/me").then().statusCode(200);
        page.click("a.btn-primary");
        PlaywrightAssertions.assertThat(page.locator(".rows")).containsText("usado por última vez");
        page.click("details.ask summary");
        look(page, faults);
        page.click("details.ask form button");
        PlaywrightAssertions.assertThat(page.locator(".empty")).isVisible();
        AURORA.with(secret).get("/api/v1/me").then().statusCode(401);
        assertThat(faults).isEmpty();
    }

    private String somebody(OrganizationRole role) {
        var name = "somebody-" + UUID.randomUUID();
        scope.call(
                organizations.named("aurora").orElseThrow(),
                () -> members.create(
                        Actor.SYSTEM,
                        new NewMember(name, "Somebody", name + "@example.com", role, Tenant.PASSWORD, null)));
        return name;
    }

    private static void signIn(Page page, String name) {
        page.navigate(Browsers.address("aurora") + "/sign-in");
        page.fill("#userName", name);
        page.fill("#password", Tenant.PASSWORD);
        page.click("form[action='/sign-in'] button");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    private static void signOut(Page page) {
        page.navigate(Browsers.address("aurora") + "/profile");
        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in*");
    }

    private static void look(Page page, List<String> faults) {
        page.waitForTimeout(150);
        faults.addAll(Wcag.faults(page));
    }
}
