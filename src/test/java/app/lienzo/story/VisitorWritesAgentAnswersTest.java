package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VisitorWritesAgentAnswersTest {
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
    @CsvSource({"aurora, aurora-chat, nimbus, Aurora", "nimbus, nimbus-chat, aurora, Nimbus"})
    @DisplayName(
            "B2-6, BY-1, T05: a visitor of a foreign site writes, an agent answers under his brand, the other tenant sees nothing")
    void a_visitor_writes_and_an_agent_answers(String tenant, String channel, String other, String brand) {
        var question = "¿Llega a tiempo? " + UUID.randomUUID();
        try (var shop = ForeignSite.with(tenant, channel)) {
            var agent = browsers.signedIn(tenant, "agent");
            var stranger = browsers.signedIn(other, "owner");
            assertThat(agent.title()).endsWith(brand);

            var visitor = browsers.person();
            visitor.navigate(shop.address());
            visitor.locator("[part=launcher]").click();
            write(visitor, question);

            // By itself: nobody reloads the console.
            var row = agent.locator(".row-card", new Page.LocatorOptions().setHasText(question));
            row.click();
            assertThat(agent.locator(".log .msg .body").first()).hasText(question);
            assertThat(agent.locator("#reply")).isVisible();
            var id = agent.locator(".thread").getAttribute("data-id");

            agent.fill("#reply", "Sí, mañana antes de las diez.");
            agent.locator(".send").click();
            assertThat(visitor.locator("[part=log]")).containsText("Sí, mañana antes de las diez.");

            // The page is loaded again and the conversation is still there.
            visitor.reload();
            open(visitor);
            assertThat(visitor.locator("[part=log]")).containsText(question);
            assertThat(visitor.locator("[part=log]")).containsText("Sí, mañana antes de las diez.");
            write(visitor, "Gracias");
            assertThat(agent.locator(".log")).containsText("Gracias");

            assertThat(stranger.content()).doesNotContain(question).doesNotContain(id);
            var foreign = stranger.navigate(Browsers.address(other) + "/console/conversations/" + id);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(stranger.content()).doesNotContain(question).doesNotContain(brand + "<");
            stranger.navigate(Browsers.address(other) + "/console?q=" + question.substring(question.length() - 12));
            assertThat(stranger.locator(".row-card").count()).isZero();
        }
    }

    @Test
    @DisplayName("B2-6: what one agent takes leaves the other's list by itself and cannot be opened by him")
    void what_one_agent_takes_leaves_the_others_list() {
        var question = "¿Dónde está mi pedido? " + UUID.randomUUID();
        try (var shop = ForeignSite.with("aurora", "aurora-second")) {
            var ana = browsers.signedIn("aurora", "agent");
            var bruno = browsers.signedIn("aurora", "agent2");
            var visitor = browsers.person();
            visitor.navigate(shop.address());
            open(visitor);
            write(visitor, question);
            var onBrunosList = bruno.locator(".row-card", new Page.LocatorOptions().setHasText(question));
            assertThat(onBrunosList).isVisible();
            var id = onBrunosList.getAttribute("data-id");

            ana.locator(".row-card", new Page.LocatorOptions().setHasText(question))
                    .click();
            assertThat(ana.locator("#reply")).isVisible();

            assertThat(onBrunosList).hasCount(0);
            var opened = bruno.navigate(Browsers.address("aurora") + "/console/conversations/" + id);
            assertThat(opened.status()).isEqualTo(404);
            assertThat(bruno.content()).doesNotContain(question);
        }
    }

    @Test
    @DisplayName("A note is kept among the team: the visitor's widget never shows it")
    void a_note_never_reaches_the_visitor() {
        try (var shop = ForeignSite.with("aurora", "aurora-chat")) {
            var question = "Nota " + UUID.randomUUID();
            var agent = browsers.signedIn("aurora", "agent");
            var visitor = browsers.person();
            visitor.navigate(shop.address());
            open(visitor);
            write(visitor, question);
            agent.locator(".row-card", new Page.LocatorOptions().setHasText(question))
                    .click();
            agent.locator(".composer .kind button[data-kind=NOTE]").click();
            agent.fill("#note", "Cliente de siempre");
            agent.locator(".send").click();
            assertThat(agent.locator(".msg.note")).containsText("Cliente de siempre");
            agent.locator(".composer .kind button[data-kind=REPLY]").click();
            agent.fill("#reply", "Ahora mismo");
            agent.locator(".send").click();
            assertThat(visitor.locator("[part=log]")).containsText("Ahora mismo");
            assertThat(visitor.locator("[part=log]")).not().containsText("Cliente de siempre");
        }
    }

    @Test
    @DisplayName("Rows that say what they said are left alone while others come: nobody misses one that he clicks on")
    void rows_that_say_the_same_are_left_alone() {
        var before = AURORA.talk("Ya estaba " + UUID.randomUUID());
        var agent = browsers.signedIn("aurora", "agent");
        var stays = agent.locator("#row-" + before.id());
        assertThat(stays).isVisible();
        stays.evaluate("row => { row.stays = true; row.focus(); }");

        for (int i = 0; i < 2; i++) {
            var fresh = AURORA.talk("Acaba de llegar " + UUID.randomUUID());
            assertThat(agent.locator("#row-" + fresh.id())).isVisible();
        }
        assertThat(stays).isFocused();
        assertThat(stays.evaluate("row => row.stays")).isEqualTo(true);

        before.visitor().writes("Algo más");
        assertThat(stays).containsText("Algo más");
        assertThat(stays).isFocused();
        assertThat(agent.locator(".row-card").first()).hasId("row-" + before.id());
    }

    @Test
    @DisplayName("A lost connection loses nothing and doubles nothing")
    void a_lost_connection_loses_and_doubles_nothing() {
        try (var shop = ForeignSite.with("aurora", "aurora-chat")) {
            var visitor = browsers.person();
            visitor.navigate(shop.address());
            open(visitor);
            write(visitor, "Antes");
            visitor.context().setOffline(true);
            type(visitor, "Durante uno");
            type(visitor, "Durante dos");
            visitor.context().setOffline(false);
            for (var text : new String[] {"Antes", "Durante uno", "Durante dos"}) {
                assertThat(sent(visitor, text)).hasCount(1);
            }
        }
    }

    @Test
    @DisplayName("X15: a site that the channel does not name gets no chat")
    void a_site_that_is_not_named_gets_no_chat() {
        try (var shop = ForeignSite.with("aurora", "aurora-chat")) {
            var visitor = browsers.person();
            var refused = new ArrayList<String>();
            visitor.onRequestFailed(request -> refused.add(request.url()));
            visitor.navigate(shop.address("127.0.0.1"));
            visitor.waitForCondition(() -> refused.stream().anyMatch(url -> url.endsWith("/aurora-chat")));
            assertThat(visitor.locator("[part=launcher]")).isHidden();
        }
    }

    private static void open(Page visitor) {
        if (!visitor.locator("[part=panel]").isVisible())
            visitor.locator("[part=launcher]").click();
        assertThat(visitor.locator("[part=input]")).isVisible();
    }

    private static void write(Page visitor, String text) {
        type(visitor, text);
        assertThat(sent(visitor, text)).hasCount(1);
    }

    private static void type(Page visitor, String text) {
        visitor.locator("[part=input]").fill(text);
        visitor.locator("[part=input]").press("Enter");
    }

    private static Locator sent(Page visitor, String text) {
        return visitor.locator(
                "[part=log] [data-from=visitor][data-status=sent], [part=log] [data-from=visitor][data-status=read]",
                new Page.LocatorOptions().setHasText(text));
    }
}
