package app.lienzo.portal;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.channels.ChannelService;
import app.lienzo.channels.LiveChatSettings;
import app.lienzo.channels.Texts;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.SiteService;
import app.lienzo.tenancy.SiteState;
import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.MailServer;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    SpaceService spaces;

    @Inject
    ChannelService channels;

    @Inject
    SiteService sites;

    @Test
    @DisplayName(
            "SO-1, SO-2: a space's front page carries the brand, its own words for customers and every way to reach support")
    void a_front_page_says_whose_it_is_and_how_to_get_help() {
        var customers = page(AURORA, "principal", "es");
        assertThat(customers)
                .contains("<html lang=\"es\"", "Portal de clientes · Aurora", "<h1>Principal</h1>")
                .contains("Te damos la bienvenida al portal de clientes")
                .contains("mailto:ayuda@aurora.example", "href=\"tel:+576015550100\"", "https://aurora.example/ayuda")
                .contains("https://aurora.example/privacidad", "https://aurora.example/terminos")
                .contains("data-channel=\"aurora-chat\"")
                .doesNotContainIgnoringCase("nimbus");
        var users = page(NIMBUS, "principal", "en");
        assertThat(users)
                .contains("Service portal · Nimbus", "Welcome to the service portal", "data-channel=\"nimbus-chat\"")
                .doesNotContainIgnoringCase("aurora");
        assertThat(page(NIMBUS, "segundo", "pt"))
                .contains("Portal de serviços · Nimbus")
                .doesNotContain("widget.js");
        assertThat(customers)
                .contains("href=\"/portal/principal/sign-in\"")
                .as("the door of members")
                .doesNotContain("\"/sign-in");
    }

    @Test
    @DisplayName("SO-1: whoever chooses a language on the front page comes back to it in that language")
    void a_language_is_chosen_and_kept() {
        var customer = Browser.at(AURORA);
        customer.get("/portal/principal");
        var chosen = customer.post("/language", "language=pt&next=%2Fportal%2Fprincipal");
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("location")).isEqualTo("/portal/principal");
        assertThat(customer.get("/portal/principal").body()).contains("<html lang=\"pt\"", "Portal do cliente");
    }

    @Test
    @DisplayName(
            "BY-1: a space that is not there, is archived or is another organization's has the organization's own 404")
    void an_unknown_space_has_a_branded_404() {
        var slug = "portal-" + UUID.randomUUID().toString().substring(0, 8);
        var space = inAurora(() -> spaces.create(slug, "Solo de Aurora"));
        assertThat(page(AURORA, slug, "es")).contains("Solo de Aurora");
        var owner = Browser.signedIn(AURORA, "owner");
        owner.post("/organization/spaces/" + space.id() + "/archive", "");
        for (var answer : List.of(
                get(AURORA, "/portal/" + slug), get(AURORA, "/portal/nowhere"), get(NIMBUS, "/portal/" + slug))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("class=\"problem\"").doesNotContain("Solo de Aurora");
        }
        assertThat(get(NIMBUS, "/portal/nowhere").body()).contains("· Nimbus</title>");
    }

    @Test
    @DisplayName(
            "X10: the chat of a space works on the organization's own host whatever sites it names, and on no other")
    void the_chat_works_on_the_own_host() {
        var slug = "chat-" + UUID.randomUUID().toString().substring(0, 8);
        inAurora(() -> channels.add(
                spaces.create(slug, "Con chat").id(),
                slug,
                "secret",
                new LiveChatSettings("Chat", List.of("https://shop.example"), Texts.NONE, Texts.NONE, "", "UTC")));
        assertThat(page(AURORA, slug, "es")).contains("data-channel=\"" + slug + "\"");
        var channel = "/widget/v1/channels/" + slug;
        assertThat(arrival(AURORA, channel, "http://" + AURORA.host())).isEqualTo(201);
        assertThat(arrival(AURORA, channel, "http://" + NIMBUS.host())).isEqualTo(403);
        assertThat(arrival(AURORA, channel, "http://" + AURORA.host() + ".evil.example"))
                .isEqualTo(403);
        assertThat(arrival(AURORA, channel, "null")).isEqualTo(403);
        assertThat(arrival(NIMBUS, channel, "http://" + NIMBUS.host())).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "BY-5, SO-1: a host that serves a space's own site shows its front page and nothing of the application")
    void a_host_of_its_own_shows_the_front_page() {
        var host = "portal-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        var space = inAurora(() -> spaces.named("segundo").orElseThrow());
        inAurora(() -> sites.reserve(host, space.id()) && sites.become(host, SiteState.SERVED));

        var front = Wire.bare("GET", "/").header("Host", host).send();
        assertThat(front.status()).isEqualTo(200);
        assertThat(front.body()).contains("<h1>Segundo</h1>", "· Aurora</title>", "data-channel=\"aurora-second\"");
        for (var path : List.of(
                "/sign-in",
                "/forgot",
                "/api/docs",
                "/portal/principal",
                "/portal;a/principal",
                "/%70ortal/principal",
                "/assets/../portal/principal",
                "/assets/..%2fportal/principal",
                "/widget/%2e%2e/portal/principal",
                "/api/v1/me"))
            assertThat(Wire.bare("GET", path).header("Host", host).send().status())
                    .as(path)
                    .isIn(401, 404);
        assertThat(front.body()).contains("href=\"/portal/segundo/sign-in\"");
        var customer = Customer.known(AURORA, "segundo");
        Browser.signedIn(AURORA, "agent2").post("/contacts/" + customer.id() + "/portal/activation", "");
        var link = MailServer.await(customer.email()).link();
        assertThat(link).startsWith("https://" + host).contains("/portal/segundo/set-password/");
        assertThat(Wire.bare("GET", URI.create(link).getPath())
                        .header("Host", host)
                        .send()
                        .header("Location"))
                .isEqualTo("/portal/segundo/set-password");
        assertThat(Wire.bare("GET", "/portal/segundo/tickets")
                        .header("Host", host)
                        .send()
                        .header("Location"))
                .startsWith("/portal/segundo/sign-in");
        assertThat(Wire.bare("GET", "/widget.js").header("Host", host).send().status())
                .isEqualTo(200);
        assertThat(Wire.bare("GET", "/manifest.webmanifest")
                        .header("Host", host)
                        .send()
                        .status())
                .isEqualTo(200);
        inAurora(() -> sites.release(host));
    }

    private static int arrival(Tenant tenant, String channel, String origin) {
        return Wire.to(tenant, "POST", channel + "/visitors")
                .header("Origin", origin)
                .json("{\"language\":\"es\"}")
                .from("127.9.0." + (1 + Math.floorMod(UUID.randomUUID().hashCode(), 200)))
                .send()
                .status();
    }

    private <T> T inAurora(Callable<T> work) {
        return scope.call(
                organizations.named("aurora").orElseThrow(),
                () -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(work));
    }

    private static String page(Tenant tenant, String slug, String language) {
        var answer = Wire.to(tenant, "GET", "/portal/" + slug)
                .header("Accept-Language", language)
                .send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Wire.Answer get(Tenant tenant, String path) {
        return Wire.to(tenant, "GET", path).header("Accept", "text/html").send();
    }
}
