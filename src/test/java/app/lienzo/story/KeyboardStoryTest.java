package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Locator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeyboardStoryTest {
    private static Browsers browsers;

    private final String word = "tecla" + UUID.randomUUID().toString().substring(0, 8);

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
            "T05: the palette opens by keys, finds while one types, is walked by arrows, leads by Enter, and gives the focus back; nothing of another organization is in it")
    void the_palette_is_worked_by_keys() {
        AURORA.ticket("Uno " + word);
        AURORA.ticket("Dos " + word);
        NIMBUS.ticket("Ajeno " + word);
        indexed(AURORA, 2);
        indexed(NIMBUS, 1);
        var page = browsers.signedIn("aurora", "agent");
        page.navigate(Browsers.address("aurora") + "/tickets?list=all");
        var dialog = page.locator("dialog.palette");
        var input = dialog.locator("[role=combobox]");

        // From inside of a field too, and back into it.
        page.focus("#filters [name=tag]");
        page.keyboard().press("Control+k");
        assertThat(dialog).isVisible();
        assertThat(input).isFocused();
        assertThat(dialog.locator("[role=option]").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(page.locator("#filters [name=tag]")).isFocused();

        page.keyboard().press("Meta+k");
        assertThat(dialog).isVisible();
        page.keyboard().type(word);
        var found = dialog.locator("[data-found] [role=option]");
        assertThat(found).hasCount(2);
        assertThat(dialog).not().containsText("Ajeno");
        assertThat(found.first()).hasAttribute("aria-selected", "true");
        chosen(dialog, input, found.first());
        page.keyboard().press("ArrowDown");
        chosen(dialog, input, found.nth(1));
        page.keyboard().press("ArrowUp");
        chosen(dialog, input, found.first());
        page.keyboard().press("ArrowUp");
        chosen(dialog, input, dialog.locator("[role=option]").last());
        page.keyboard().press("ArrowDown");

        int at = found.first().innerText().contains("Uno") ? 0 : 1;
        for (int i = 0; i < at; i++) page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-subject]")).containsText("Uno " + word);
    }

    @Test
    @DisplayName("The list of tickets is worked by its keys: move, tick, change several, take it back, open")
    void the_list_is_worked_by_keys() {
        for (int i = 1; i <= 3; i++) AURORA.ticket("Lista " + i + " " + word, word + "@example.com");
        var page = browsers.signedIn("aurora", "agent");
        page.navigate(Browsers.address("aurora") + "/tickets?list=all&who=" + word + "%40example.com");
        var rows = page.locator("#rows tbody tr");
        assertThat(rows).hasCount(3);
        page.keyboard().press("j");
        assertThat(link(rows, 0)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(link(rows, 1)).isFocused();
        page.keyboard().press("k");
        assertThat(link(rows, 0)).isFocused();

        page.keyboard().press("x");
        assertThat(rows.nth(0).locator(".tick input")).isChecked();
        assertThat(page.locator("#bulk")).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Shift+X");
        for (int i = 0; i < 3; i++)
            assertThat(rows.nth(i).locator(".tick input")).isChecked();
        page.keyboard().press("b");
        assertThat(page.locator("#bulk [name=assignTo]")).isFocused();
        page.selectOption("#bulk [name=priority]", "URGENT");
        page.locator("#bulk .btn-primary").press("Enter");
        assertThat(page.locator(".notice.good [data-undo]")).isVisible();
        assertThat(rows.locator(".pri-URGENT")).hasCount(3);
        page.waitForLoadState();
        page.keyboard().press("z");
        page.waitForURL(url -> url.contains("undone="));
        assertThat(rows.locator(".pri-URGENT")).hasCount(0);
        assertThat(rows.locator(".pri-NORMAL")).hasCount(3);

        page.keyboard().press("/");
        assertThat(page.locator("#filters select").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(link(rows, 0)).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        // Keys of the list do nothing while their sheet is open.
        page.keyboard().press("x");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(rows.locator(".tick input:checked")).hasCount(0);
        page.keyboard().press("j");
        page.keyboard().press("o");
        page.waitForURL("**/tickets/*-*");
    }

    @Test
    @DisplayName("A ticket is worked by its keys: take, note, reply, follow, solve, and nothing while one types")
    void a_ticket_is_worked_by_keys() {
        var ticket = AURORA.ticket("Teclas " + word);
        var page = browsers.signedIn("aurora", "agent");
        page.navigate(Browsers.address("aurora") + "/tickets/" + ticket.id());
        page.keyboard().press("t");
        until(ticket, "assignee_id is not null");
        page.keyboard().press("n");
        assertThat(page.locator("#composer [name=note]")).isFocused();
        page.keyboard().type("tener efecto");
        assertThat(page.locator("#composer [name=note]")).hasValue("tener efecto");
        page.keyboard().press("Escape");
        page.keyboard().press("r");
        assertThat(page.locator("#composer [name=reply]")).isFocused();
        page.keyboard().type("Listo");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-entries]")).containsText("Listo");
        assertThat(page.locator("#composer")).hasAttribute("aria-busy", "false");
        page.keyboard().press("Escape");
        page.keyboard().press("e");
        until(ticket, "category = 'SOLVED'");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
    }

    private static void chosen(Locator dialog, Locator input, Locator option) {
        assertThat(option).hasAttribute("aria-selected", "true");
        assertThat(dialog.locator("[aria-selected=true]")).hasCount(1);
        assertThat(input).hasAttribute("aria-activedescendant", option.getAttribute("id"));
    }

    private static Locator link(Locator rows, int at) {
        return rows.nth(at).locator(".what a");
    }

    private static void until(Tenant.Ticket ticket, String condition) {
        Patience.until(
                condition,
                () -> !Rows.list("select 1 from lienzo.ticket where id = ?::uuid and " + condition, ticket.id())
                        .isEmpty());
    }

    private void indexed(Tenant tenant, int many) {
        Patience.until(
                "found",
                () -> Rows.list(
                                        "select 1 from lienzo.search_document where tenant_id = ? and kind = 'TICKET' and title like ?",
                                        Rows.id(tenant),
                                        "%" + word)
                                .size()
                        == many);
    }
}
