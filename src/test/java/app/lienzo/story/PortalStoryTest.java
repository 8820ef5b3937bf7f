package app.lienzo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the activation mail to an answer: a customer at his portal, in the words of either vocabulary.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalStoryTest {
    private static final String FRESH = "Fresco2026clave";
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
    @CsvSource({
        "aurora, 1280, light, es-ES, portal de clientes, Incidente, Los de mi empresa",
        "nimbus, 390, dark, en-US, service portal, Incident, My site’s"
    })
    @DisplayName(
            "FD-4, SO-1, SO-2: a customer activates, opens an incident, sees the agent's answer at once; the main contact sees it and new ones too, a colleague does not")
    void from_the_activation_mail_to_the_answer(
            String slug, int width, String scheme, String locale, String portal, String incident, String ofCompany) {
        var tenant = slug.equals("aurora") ? Tenant.AURORA : Tenant.NIMBUS;
        var firm = firm(tenant);
        var customer = employ(Customer.known(tenant, "principal"), firm, false);
        Browser.signedIn(tenant, "agent").post("/contacts/" + customer.id() + "/portal/activation", "");
        var mail = MailServer.await(customer.email());
        assertThat(mail.text()).contains(portal);

        var faults = new ArrayList<String>();
        var page = browsers.person(width, scheme, locale);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load"))
                faults.add(message.text());
        });
        page.navigate(Browsers.address(slug) + URI.create(mail.link()).getRawPath());
        ScreensTest.look(page, faults);
        page.fill("#password", FRESH);
        page.waitForSelector("#strength .strength");
        page.fill("#repeat", FRESH);
        page.click("form[action$='/set-password'] button.btn-primary");
        page.waitForURL("**/portal/principal/tickets");
        ScreensTest.look(page, faults);

        page.locator("a[href$='/new-ticket']").first().click();
        page.locator(".kinds .choice", new Page.LocatorOptions().setHasText(incident))
                .first()
                .click();
        page.fill("#subject", "La impresora no imprime");
        page.fill("#text", "Desde esta **mañana**");
        page.click("button[name=preview]");
        assertThat(page.locator(".look .rich strong")).hasText("mañana");
        ScreensTest.look(page, faults);
        page.click("form[action$='/new-ticket'] button.btn-primary");
        page.waitForURL("**/tickets/*?done=opened");
        assertThat(page.locator(".said")).containsText("Desde esta mañana");
        ScreensTest.look(page, faults);
        var path = URI.create(page.url()).getPath();

        page.fill("#text", "Lo que estoy escribiendo");
        answer(tenant, path, "Ya la reiniciamos");
        assertThat(page.locator(".said")).containsText("Ya la reiniciamos");
        assertThat(page.locator("#text")).hasValue("Lo que estoy escribiendo");

        var main = employ(Customer.active(tenant, "principal"), firm, true);
        var boss = signedIn(main, width, scheme, locale);
        boss.locator(".tabs a", new Page.LocatorOptions().setHasText(ofCompany)).click();
        change(tenant, path, "solved");
        assertThat(boss.locator(".tickets .state.st-SOLVED")).hasCount(1);
        tenant.ticket("Recién llegada", customer.email());
        assertThat(boss.locator(".tickets")).containsText("Recién llegada");
        boss.locator(".tickets a", new Page.LocatorOptions().setHasText("La impresora no imprime"))
                .click();
        assertThat(boss.locator(".said")).containsText("Ya la reiniciamos");

        var colleague = signedIn(employ(Customer.active(tenant, "principal"), firm, false), width, scheme, locale);
        assertThat(colleague.locator(".tickets")).hasCount(0);
        assertThat(colleague.navigate(Browsers.address(slug) + path).status()).isEqualTo(404);
        for (var screen :
                java.util.List.of("/profile", "/profile/password", "/support", "/new-ticket", "/tickets", "")) {
            boss.navigate(Browsers.address(slug) + "/portal/principal" + screen);
            ScreensTest.look(boss, faults);
        }
        assertThat(faults).isEmpty();

        var other = boss.context().newPage();
        other.navigate(Browsers.address(slug) + "/portal/principal/tickets?show=company");
        assertThat(other.locator(".tickets")).hasCount(1);
        boss.navigate(Browsers.address(slug) + path);
        assertThat(boss.locator(".said")).hasCount(1);
        takenOff(main, firm);
        assertThat(boss.locator(".said")).hasCount(0);
        assertThat(other.locator(".tickets")).hasCount(0);
    }

    /// He is main contact no more.
    private static void takenOff(Customer main, String firm) {
        var contact = "/api/v1/contacts/" + main.id();
        main.tenant()
                .owner()
                .contentType("application/json")
                .body(Map.of("companies", java.util.List.of(Map.of("company", firm, "seesAll", false))))
                .patch(contact)
                .then()
                .statusCode(200);
    }

    private static void change(Tenant tenant, String path, String state) {
        tenant.agent()
                .contentType("application/json")
                .body(Map.of("state", state))
                .patch("/api/v1/tickets/" + id(tenant, path))
                .then()
                .statusCode(200);
    }

    private static String id(Tenant tenant, String path) {
        return Rows.one(
                "select id from lienzo.ticket where tenant_id = ? and space_id = ?::uuid and number = ?::bigint",
                Rows.id(tenant),
                tenant.space(),
                path.substring(path.lastIndexOf('/') + 1));
    }

    private static Page signedIn(Customer customer, int width, String scheme, String locale) {
        var page = browsers.person(width, scheme, locale);
        page.navigate(Browsers.address(customer.tenant().slug()) + customer.portal() + "/sign-in");
        page.fill("#email", customer.email());
        page.fill("#password", Tenant.PASSWORD);
        page.click("form[action$='/sign-in'] button.btn-primary");
        page.waitForURL("**/portal/principal/tickets");
        return page;
    }

    private static void answer(Tenant tenant, String path, String text) {
        tenant.agent()
                .contentType("application/json")
                .body(Map.of("text", text))
                .post("/api/v1/tickets/" + id(tenant, path) + "/entries")
                .then()
                .statusCode(201);
    }

    private static String firm(Tenant tenant) {
        return Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, 'Firma ' || uuidv7(), now(), now()) returning id
                """, Rows.id(tenant), tenant.space());
    }

    private static Customer employ(Customer customer, String firm, boolean seesAll) {
        Rows.list("""
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                values (?, ?::uuid, ?::uuid, ?::uuid, true, ?)
                """, Rows.id(customer.tenant()), customer.tenant().space(), customer.id(), firm, seesAll);
        return customer;
    }
}
