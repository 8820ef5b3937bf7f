package app.lienzo.portal;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a customer writes at his portal arrives once, however often he presses, and is found again however much it is.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalConversationTest {
    private static final String PORTAL = "/portal/principal";

    @Test
    @DisplayName(
            "SO-1: a reply that is sent four times at once is one, and each of the four leads back to the ticket; the next one is another")
    void a_reply_pressed_twice_is_one() throws Exception {
        var customer = customer(AURORA);
        var browser = customer.browser();
        var path = opened(browser, "Doble clic");
        var key = key(browser.get(path));
        for (var answer : atOnce(4, () -> browser.post(path + "/replies", "text=Una+vez&key=" + key))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo(path + "?done=sent#newest");
        }
        assertThat(replies(AURORA, path)).containsExactly("<p>Una vez</p>");
        var next = browser.get(path);
        assertThat(key(next)).isNotEqualTo(key);
        browser.post(path + "/replies", "text=Una+vez&key=" + key(next));
        assertThat(replies(AURORA, path)).hasSize(2);
    }

    @Test
    @DisplayName("SO-1, X09: a reply with a file that is sent twice is one, with the file in it once")
    void a_reply_with_a_file_is_one() {
        var browser = customer(AURORA).browser();
        var path = opened(browser, "Con captura");
        var words = Map.of("text", "Mira", "key", key(browser.get(path)));
        var content = "captura".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++)
            assertThat(browser.upload(path + "/replies", words, "captura.txt", content)
                            .status())
                    .isEqualTo(303);
        assertThat(replies(AURORA, path)).hasSize(1);
        var page = browser.get(path).body();
        assertThat(page.split("captura\\.txt", -1)).hasSize(2);
        var other = browser.upload(path + "/replies", words, "captura.txt", "otra".getBytes(StandardCharsets.UTF_8));
        assertThat(other.status()).as("another file under the same key").isEqualTo(422);
    }

    @Test
    @DisplayName(
            "SO-1: other words in a form that was sent already are said to be so, stay before their writer, and can be sent from there")
    void other_words_in_a_form_that_was_sent() {
        var browser = customer(NIMBUS).browser();
        var path = opened(browser, "Went back");
        var key = key(browser.get(path));
        browser.post(path + "/replies", "text=First&key=" + key);
        var again = browser.post(path + "/replies", "text=Second+thoughts&key=" + key);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Second thoughts", "You have sent this form before");
        browser.post(path + "/replies", "text=Second+thoughts&key=" + key(again));
        assertThat(replies(NIMBUS, path)).containsExactly("<p>First</p>", "<p>Second thoughts</p>");

        var form = key(browser.get(PORTAL + "/new-ticket"));
        assertThat(open(browser, "Printer", form).status()).isEqualTo(303);
        var other = open(browser, "Scanner", form);
        assertThat(other.status()).isEqualTo(422);
        assertThat(open(browser, "Scanner", key(other)).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("SO-1: a new ticket that is sent four times at once is one; two customers with the same key have two")
    void a_ticket_pressed_twice_is_one() throws Exception {
        var customer = customer(AURORA);
        var browser = customer.browser();
        var key = key(browser.get(PORTAL + "/new-ticket"));
        var answers = atOnce(4, () -> open(browser, "Una sola", key));
        assertThat(answers).extracting(Wire.Answer::status).containsOnly(303);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(tickets(customer)).isEqualTo("1");
        var other = customer(AURORA);
        var there = other.browser();
        there.get(PORTAL + "/new-ticket");
        assertThat(open(there, "Una sola", key).status()).isEqualTo(303);
        assertThat(tickets(other)).isEqualTo("1");
        var abroad = customer(NIMBUS);
        var far = abroad.browser();
        far.get(PORTAL + "/new-ticket");
        open(far, "Una sola", key);
        assertThat(tickets(abroad)).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "SO-1: of a long ticket the newest lines are shown, and links lead back to its beginning, without JavaScript; a note is on none of the pages")
    void a_long_ticket_is_read_in_pages() {
        var browser = customer(AURORA).browser();
        var path = opened(browser, "Muy largo");
        grown(AURORA, path, 620);
        var newest = browser.get(path).body();
        assertThat(newest)
                .contains("línea 620<", "línea 571<", "id=\"newest\"", "name=\"text\"")
                .doesNotContain("línea 570<", "nota interna");
        var page = newest;
        var seen = new java.util.ArrayList<String>();
        for (int pages = 0; page.contains("?before="); pages++) {
            assertThat(pages).isLessThan(20);
            var earlier = page.replaceAll("(?s).*href=\"" + path + "\\?before=(\\d+)\".*", "$1");
            page = browser.get(path + "?before=" + earlier).body();
            assertThat(page)
                    .contains(path + "#newest")
                    .doesNotContain("nota interna", "id=\"newest\"", "name=\"text\"");
            assertThat(browser.get(path + "/live?before=" + earlier).body()).contains(path + "#newest");
            seen.addAll(java.util.regex.Pattern.compile("línea (\\d+)<")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .toList());
        }
        assertThat(seen).hasSize(570).doesNotHaveDuplicates().contains("1", "570");
        assertThat(page).contains("Hola");
        assertThat(browser.get(path + "?before=nonsense").body()).contains("línea 620<");
        assertThat(browser.get(path + "/live").body()).contains("línea 620<").doesNotContain("línea 570<");
        var stranger = customer(AURORA).browser();
        assertThat(stranger.get(path + "?before=100").status()).isEqualTo(404);
        var abroad = customer(NIMBUS).browser();
        assertThat(abroad.get(path + "?before=100").body()).doesNotContain("línea");
    }

    private interface Work {
        Wire.Answer run();
    }

    private static List<Wire.Answer> atOnce(int times, Work work) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = hands.invokeAll(IntStream.range(0, times)
                    .<java.util.concurrent.Callable<Wire.Answer>>mapToObj(_ -> work::run)
                    .toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private static String key(Wire.Answer page) {
        return page.body().replaceAll("(?s).*name=\"key\" value=\"([0-9a-f-]+)\".*", "$1");
    }

    private static Wire.Answer open(Browser browser, String subject, String key) {
        return browser.post(
                PORTAL + "/new-ticket",
                "type=TASK&priority=LOW&subject=" + Browser.encoded(subject) + "&text=Hola&key=" + key);
    }

    private static String opened(Browser browser, String subject) {
        browser.get(PORTAL + "/new-ticket");
        return open(browser, subject, UUID.randomUUID().toString())
                .header("Location")
                .replaceAll("\\?.*", "");
    }

    private static Customer customer(Tenant tenant) {
        var customer = Customer.active(tenant, "principal");
        Rows.list("""
                with c as (
                    insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                    values (?, uuidv7(), ?::uuid, 'Firma ' || uuidv7(), now(), now()) returning *
                )
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select tenant_id, space_id, ?::uuid, id, true, false from c
                """, Rows.id(tenant), tenant.space(), customer.id());
        return customer;
    }

    /// Lines of both sides, with a note after every tenth, as if they had been written.
    private static void grown(Tenant tenant, String path, int lines) {
        Rows.list("""
                with t as (
                    update lienzo.ticket set last_seq = 1 + ? + ? / 10 where tenant_id = ? and space_id = ?::uuid and number = ?::bigint
                    returning *
                ), l as (select row_number() over (order by i, note) + 1 as seq, i, note
                    from generate_series(1, ?) i cross join (values (false), (true)) n(note) where not note or i % 10 = 0)
                insert into lienzo.ticket_entry (tenant_id, ticket_id, seq, id, kind, by, author, body, at)
                select t.tenant_id, t.id, l.seq, uuidv7(), case when l.note then 'NOTE' else 'REPLY' end, 'MEMBER', 'Ana',
                       case when l.note then '<p>nota interna</p>' else '<p>línea ' || l.i || '</p>' end, now() from t, l
                """, lines, lines, Rows.id(tenant), tenant.space(), path.substring(path.lastIndexOf('/') + 1), lines);
    }

    private static List<String> replies(Tenant tenant, String path) {
        return Rows.list("""
                select e.body from lienzo.ticket_entry e join lienzo.ticket t on t.tenant_id = e.tenant_id and t.id = e.ticket_id
                where t.tenant_id = ? and t.space_id = ?::uuid and t.number = ?::bigint and e.kind = 'REPLY' order by e.seq
                """, Rows.id(tenant), tenant.space(), path.substring(path.lastIndexOf('/') + 1));
    }

    private static String tickets(Customer customer) {
        return Rows.one("select count(*) from lienzo.ticket where requester_id = ?::uuid", customer.id());
    }
}
