package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ScreensTest {
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
    @CsvSource({"aurora, 1280, light", "aurora, 390, dark", "nimbus, 1280, dark", "nimbus, 390, light"})
    @DisplayName(
            "WCAG 2.2 AA: every screen, on a phone and a desk, in light and dark, under both brands; and no script or style is refused")
    void every_screen_can_be_used_by_everybody(String slug, int width, String scheme) {
        var tenant = slug.equals("aurora") ? Tenant.AURORA : Tenant.NIMBUS;
        var talk = tenant.talk("¿Me ayudan con la factura de este mes?");
        var ticket = tenant.ticket("La factura no cuadra").replied(tenant.owner(), "La **miro**\n\n> 12 €\n\n`x`");
        ticket.noted(tenant.owner(), "Cliente de siempre").changed(tenant.owner(), Map.of("priority", "urgent"));
        var other = tenant.ticket("La misma factura");
        var faults = new ArrayList<String>();
        var page = browsers.person(width, scheme, "es-ES");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404"))
                faults.add("console: " + message.text());
        });
        page.navigate(Browsers.address(slug) + "/sign-in");
        look(page, faults);
        Browsers.signIn(page, slug, "manager");
        String channel = tenant.owner().get("/api/v1/channels").then().extract().path("[0].id");
        var contact = tenant.contact("Ana Contacto", "ana-" + java.util.UUID.randomUUID() + "@screens.example");
        for (var path : List.of(
                "/console",
                "/console?tray=closed",
                "/contacts",
                "/contacts/new",
                "/contacts/" + contact,
                "/contacts/" + contact + "/edit",
                "/contacts/" + contact + "/merge",
                "/console/conversations/" + talk.id(),
                "/tickets",
                "/tickets?list=overdue",
                "/search?q=factura",
                "/tickets/" + ticket.id(),
                "/tickets/new",
                "/tickets/new?conversation=" + talk.id(),
                "/tickets/" + ticket.id() + "/merge?into=" + other.number(),
                "/organization/spaces/" + ticket.space() + "/ticket-states",
                "/organization/spaces/" + ticket.space() + "/ticket-closing",
                "/channels",
                "/channels/live-chat/new",
                "/channels/whatsapp",
                "/channels/" + channel,
                "/companies",
                "/companies/new",
                "/companies/" + tenant.company("Pantalla " + UUID.randomUUID()),
                "/imports",
                "/imports/directory",
                "/organization/spaces",
                "/profile",
                "/profile/access",
                "/profile/password",
                "/forgot",
                "/forgot/sent",
                "/profile/second-factor",
                "/profile/tokens",
                "/profile/tokens/new",
                "/dev/mail",
                "/api/docs",
                "/nowhere")) {
            page.navigate(Browsers.address(slug) + path);
            look(page, faults);
        }
        var owner = Browsers.signIn(browsers.person(width, scheme, "es-ES"), slug, "owner");
        String calendar =
                tenant.owner().get("/api/v1/calendars").then().extract().path("items[0].id");
        String plan =
                tenant.owner().get("/api/v1/support-plans").then().extract().path("[0].id");
        String domain = tenant.owner()
                .contentType("application/json")
                .body(Map.of("host", "ayuda." + UUID.randomUUID().toString().substring(0, 8) + ".example"))
                .post("/api/v1/domains")
                .then()
                .extract()
                .path("id");
        tenant.owner().post("/api/v1/domains/" + domain + "/checks");
        String space = tenant.owner().get("/api/v1/spaces").then().extract().path("[0].id");
        for (var path : List.of(
                "/portal/principal",
                "/portal/segundo",
                "/portal/principal/sign-in",
                "/portal/principal/forgot",
                "/portal/principal/forgot/sent",
                "/portal/principal/set-password",
                "/organization/spaces/" + space + "/portal",
                "/organization/setup",
                "/organization/general",
                "/organization/marketing",
                "/organization/brand-check",
                "/organization/spaces",
                "/organization/spaces/new",
                "/organization/spaces/" + space,
                "/organization/spaces/" + space + "/look",
                "/organization/spaces/" + space + "/fields",
                "/organization/spaces/" + space + "/fields/new?subject=TICKET",
                "/organization/support-plans",
                "/organization/support-plans/new",
                "/organization/company-options",
                "/organization/white-label",
                "/organization/white-label?part=tab",
                "/organization/white-label?part=phone#preview",
                "/organization/audit",
                "/organization/visits",
                "/organization/audit?action=nothing",
                "/organization/scim",
                "/organization/calendars",
                "/organization/calendars/new",
                "/organization/calendars/" + calendar,
                "/organization/response-times",
                "/organization/response-times/" + plan,
                "/organization/domains",
                "/organization/domains/" + domain)) {
            owner.navigate(Browsers.address(slug) + path);
            look(owner, faults);
        }
        assertThat(faults).isEmpty();
    }

    static void look(Page page, List<String> faults) {
        faults.addAll(Wcag.faults(page));
    }
}
