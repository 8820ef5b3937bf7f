package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChatBecomesTicketTest {
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
    @DisplayName("A visitor's chat becomes a ticket: made from the desk, linked both ways, answered, noted")
    void a_chat_becomes_a_ticket() {
        var question = "La cafetera pierde agua " + UUID.randomUUID();
        var talk = AURORA.talk(question);
        var agent = browsers.signedIn("aurora", "agent");
        agent.navigate(Browsers.address("aurora") + "/console/conversations/" + talk.id());
        agent.locator(".thread .make").click();
        assertThat(agent.locator("#subject")).hasValue(java.util.regex.Pattern.compile("La cafetera.*"));
        agent.locator("input[name=type][value=INCIDENT]").check();
        agent.locator(".new-ticket .btn-primary").click();
        assertThat(agent.locator(".head h1")).containsText("La cafetera");
        assertThat(agent.locator(".said .rich").first()).containsText(question);
        assertThat(agent.locator("aside.facts")).containsText("Conversación");

        agent.waitForLoadState();
        agent.keyboard().press("n");
        agent.fill("#note", "Tiene garantía");
        assertThat(agent.locator(".send .for-note")).isVisible();
        agent.locator(".send").click();
        assertThat(agent.locator(".said.note")).containsText("Tiene garantía");
        var ticket = agent.url();
        agent.navigate(Browsers.address("aurora") + "/console/conversations/" + talk.id());
        var link = agent.locator(".person .mini", new Page.LocatorOptions().setHasText("La cafetera"));
        assertThat(link.first()).isVisible();
        link.first().click();
        assertThat(agent).hasURL(ticket);
    }

    @Test
    @DisplayName(
            "Two agents at one ticket see each other, each other's words at once, and who writes past whom is stopped")
    void two_agents_at_one_ticket() {
        var ticket = AURORA.ticket("Dos agentes");
        var olivia = browsers.signedIn("aurora", "owner");
        var diego = browsers.signedIn("aurora", "agent");
        for (var page : new Page[] {olivia, diego}) {
            page.navigate(Browsers.address("aurora") + "/tickets/" + ticket.id());
        }
        assertThat(olivia.locator("[data-others]")).containsText("Diego");
        assertThat(diego.locator("[data-others]")).containsText("Olivia");
        olivia.fill("#reply", "Yo me encargo");
        diego.fill("#reply", "Ya está hecho");
        assertThat(olivia.locator("[data-others]")).containsText("escribiendo");
        diego.locator(".send").click();
        assertThat(olivia.locator(".said.out .rich")).containsText("Ya está hecho");
        olivia.locator(".send").click();
        assertThat(olivia.locator("[data-guard]")).containsText("Nuevo mientras tanto");
        assertThat(olivia.locator("#reply")).hasValue("Yo me encargo");
        olivia.locator("[data-guard] button[name=force]").click();
        assertThat(diego.locator(".said.out .rich").last()).containsText("Yo me encargo");

        assertThat(olivia.locator(".head [data-state]")).hasClass(java.util.regex.Pattern.compile("cat-OPEN"));
        olivia.selectOption("#f-priority", "URGENT");
        assertThat(diego.locator(".change").last()).containsText("Urgente");
        assertThat(diego.locator("#f-priority")).hasValue("URGENT");
        olivia.locator("[data-takes-back]").click();
        assertThat(diego.locator("#f-priority")).hasValue("NORMAL");
    }

    @Test
    @DisplayName(
            "X01, X03: nothing that is said in a ticket runs, although the page's own promises about scripts are set aside")
    void nothing_that_is_said_runs() {
        var ticket = AURORA.ticket("Ataques");
        for (var payload : Payloads.all()) say(ticket, payload);
        var page = browsers.unprotected();
        var ran = new ArrayList<String>();
        page.onDialog(dialog -> {
            ran.add(dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (request.url().contains("evil.example")) ran.add(request.url());
        });
        Browsers.signIn(page, "aurora", "owner");
        page.navigate(Browsers.address("aurora") + "/tickets/" + ticket.id());
        assertThat(page.locator(".said").last()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        for (var older = page.locator(".older"); older.count() > 0; older = page.locator(".older")) {
            int before = page.locator(".said").count();
            older.first().click();
            page.waitForFunction("n => document.querySelectorAll('.said').length > n", before);
        }
        page.evaluate("""
                () => { for (const one of document.querySelectorAll('.rich *')) {
                  for (const kind of ['mouseover', 'focus', 'animationend', 'toggle', 'error', 'load'])
                    one.dispatchEvent(new Event(kind, { bubbles: true }));
                  if (one.tagName !== 'A') one.dispatchEvent(new MouseEvent('click', { bubbles: true })); } }""");
        assertThat(page.evaluate("() => window.hacked === undefined")).isEqualTo(true);
        assertThat(page.locator(
                                ".rich :is(script, style, img, svg, math, iframe, form, input, button, base, meta, link, object, embed, video, audio, template, [style], [id], [class], [onclick])")
                        .count())
                .isZero();
        assertThat(
                        (Object)
                                page.evaluate(
                                        "() => [...document.querySelectorAll('.rich a')].filter(a => !/^(https?|mailto|tel):/.test(a.href)).length"))
                .isEqualTo(0);
        assertThat(ran).isEmpty();
    }

    private static void say(Tenant.Ticket ticket, String payload) {
        for (var html : new boolean[] {true, false}) {
            var status = AURORA.owner()
                    .contentType("application/json")
                    .body(Map.of("kind", "note", "text", "x " + payload, "html", html))
                    .post(ticket.path() + "/entries")
                    .statusCode();
            assertThat(status).as(payload).isEqualTo(201);
        }
    }
}
