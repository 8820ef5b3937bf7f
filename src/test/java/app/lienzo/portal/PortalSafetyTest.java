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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a customer at his portal cannot do to the team and to others, and what ends while he is signed in.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalSafetyTest {
    private static final String PORTAL = "/portal/principal";

    @Test
    @DisplayName(
            "BL-1, FD-3: who names no company asks for the one whose plan helps him, and not for his default one without help")
    void a_ticket_goes_to_the_company_that_is_helped() {
        String helpless = AURORA.owner().get("/api/v1/support-plans").path("find { !it.ways.contains('portal') }.id");
        var customer = Customer.active(AURORA, "principal");
        var unhelped = firm(AURORA);
        Rows.list("update lienzo.company set support_plan_id = ?::uuid where id = ?::uuid", helpless, unhelped);
        var helped = firm(AURORA);
        employ(customer, unhelped, true, false);
        employ(customer, helped, false, false);
        var browser = customer.browser();
        var opened = open(browser, "Sin empresa", "");
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
        assertThat(companyOf(customer, "Sin empresa")).isEqualTo(helped);
        assertThat(open(browser, "Con la otra", "&company=" + unhelped).status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("H10: the key of a form that somebody made longer than it is opens a ticket like any other")
    void a_key_of_any_length() {
        var browser = employed(AURORA, firm(AURORA), false).browser();
        browser.get(PORTAL + "/new-ticket");
        var key = new StringBuilder();
        for (int i = 0; i < 300; i++) key.append(UUID.randomUUID());
        var opened = browser.post(PORTAL + "/new-ticket", "type=TASK&priority=LOW&subject=Llave&text=Hola&key=" + key);
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    }

    @Test
    @DisplayName("A02: a contact who sends without end is told to wait, in the look of the space; others go on")
    void a_flood_of_one_contact() {
        var customer = employed(NIMBUS, firm(NIMBUS), false);
        var browser = customer.browser();
        var path = open(browser, "Flood", "").header("Location").replaceAll("\\?.*", "");
        var second = customer.browser();
        second.get(path);
        browser.get(path);
        long begun = System.nanoTime();
        var answers = new ArrayList<Wire.Answer>();
        for (int i = 0; i < 80; i++)
            for (var one : List.of(browser, second)) answers.add(one.post(path + "/replies", "text="));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        assertThat(answers).extracting(Wire.Answer::status).containsOnly(422, 429);
        assertThat(answers.stream().filter(answer -> answer.status() == 422).count())
                .as("one contact, whatever his browser")
                .isLessThanOrEqualTo(61 + seconds);
        var refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.body())
                .contains("Too many requests", "· Nimbus</title>", "class=\"problem\"")
                .doesNotContainIgnoringCase("lienzo");
        assertThat(browser.get(path).status()).as("looking is free").isEqualTo(200);
        var other = employed(NIMBUS, firm(NIMBUS), false).browser();
        assertThat(open(other, "Patient", "").status()).isEqualTo(303);
        browser.get(path);
        assertThat(browser.post(PORTAL + "/sign-out", "").status())
                .as("the way out")
                .isEqualTo(303);
    }

    @Test
    @DisplayName(
            "X09: files that no message takes have a limit; who reached it is told so with his text before him, and can send it without")
    void files_that_wait_have_a_limit() {
        var customer = employed(AURORA, firm(AURORA), false);
        var browser = customer.browser();
        Rows.list("""
                with f as (
                    insert into lienzo.file (tenant_id, id, name, media_type, bytes, content, created_at)
                    select ?, uuidv7(), 'espera.txt', 'text/plain', 1, 'x'::bytea, now() from generate_series(1, 50)
                    returning tenant_id, id
                )
                insert into lienzo.ticket_file (tenant_id, file_id, contact_id, created_at)
                select f.tenant_id, f.id, ?::uuid, now() - interval '1 hour' from f
                """, Rows.id(AURORA), customer.id());
        browser.get(PORTAL + "/new-ticket");
        var words = Map.of("subject", "Con otro", "text", "Mi texto largo", "type", "TASK");
        var refused = browser.upload(
                PORTAL + "/new-ticket", words, "uno-mas.txt", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(22 * 3600, 23 * 3600);
        assertThat(refused.body()).contains("Has subido muchos archivos", "Mi texto largo", "Con otro");
        assertThat(open(browser, "Sin archivo", "").status()).isEqualTo(303);
        Rows.list(
                "update lienzo.ticket_file set created_at = now() - interval '25 hours' where contact_id = ?::uuid",
                customer.id());
        browser.get(PORTAL + "/new-ticket");
        assertThat(browser.upload(
                                PORTAL + "/new-ticket",
                                words,
                                "uno-mas.txt",
                                "x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status())
                .as("those that are about to be forgotten")
                .isEqualTo(303);
    }

    @Test
    @DisplayName(
            "T12: a main contact whose company is taken away sees its tickets no longer, in the list, on the page and in the stream that is open")
    void a_company_is_taken_away() throws Exception {
        watched((main, firm) ->
                AURORA.owner().delete("/api/v1/companies/" + firm).then().statusCode(204));
    }

    @Test
    @DisplayName(
            "T12: a main contact who is none any more sees his company's tickets no longer, in the list, on the page and in the stream that is open")
    void a_main_contact_is_taken_off() throws Exception {
        watched((main, firm) -> AURORA.owner()
                .header(
                        "If-Match",
                        AURORA.owner().get("/api/v1/contacts/" + main).header("ETag"))
                .contentType("application/json")
                .body(Map.of("companies", List.of(Map.of("company", firm, "seesAll", false))))
                .patch("/api/v1/contacts/" + main)
                .then()
                .statusCode(200));
    }

    @Test
    @DisplayName("T05: the stream of a list tells of the tickets in it, and of nobody else's")
    void a_list_hears_of_its_tickets() throws Exception {
        var firm = firm(AURORA);
        var owner = employed(AURORA, firm, false);
        open(owner.browser(), "De la lista", "");
        var colleague = employed(AURORA, firm, false);
        open(colleague.browser(), "Del compañero", "");
        var boss = employed(AURORA, firm, true);
        var mine = owner.browser().request("GET", PORTAL + "/stream");
        var company = boss.browser().request("GET", PORTAL + "/stream?show=company");
        var others = colleague.browser().request("GET", PORTAL + "/stream?show=company");
        try (var hears = mine.patience(20_000).open();
                var sees = company.patience(20_000).open();
                var deaf = others.patience(2_000).open()) {
            for (var stream : List.of(hears, sees, deaf))
                assertThat(stream.getInputStream().read()).isPositive();
            var id = Rows.one(
                    "select id from lienzo.ticket where requester_id = ?::uuid and subject = 'De la lista'",
                    owner.id());
            AURORA.agent()
                    .contentType("application/json")
                    .body(Map.of("text", "Respuesta"))
                    .post("/api/v1/tickets/" + id + "/entries")
                    .then()
                    .statusCode(201);
            for (var stream : List.of(hears, sees))
                assertThat(until(stream, "event:news")).isTrue();
            assertThat(until(deaf, "event:news")).isFalse();
        }
    }

    /// Whether something comes in a stream before it is silent for too long.
    private static boolean until(java.net.Socket stream, String wanted) throws java.io.IOException {
        var heard = new StringBuilder();
        try {
            for (int next = stream.getInputStream().read();
                    next >= 0;
                    next = stream.getInputStream().read())
                if (heard.append((char) next).indexOf(wanted) >= 0) return true;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        }
        return false;
    }

    @Test
    @DisplayName("T12: a contact who is blocked or removed at the console while he looks is nobody from then on")
    void blocked_or_removed_while_he_looks() throws Exception {
        for (var what : List.of("block", "remove")) {
            var customer = employed(AURORA, firm(AURORA), true);
            var browser = customer.browser();
            var path = open(browser, "Mientras mira", "").header("Location").replaceAll("\\?.*", "");
            try (var stream =
                    browser.request("GET", path + "/stream").patience(20_000).open()) {
                assertThat(stream.getInputStream().read()).isPositive();
                var owner = Browser.signedIn(AURORA, "owner");
                assertThat(owner.post("/contacts/" + customer.id() + "/" + what, "")
                                .status())
                        .isEqualTo(303);
                while (stream.getInputStream().read() >= 0) continue;
            }
            for (var page : List.of(path, PORTAL + "/tickets", PORTAL + "/tickets?show=company", PORTAL + "/profile"))
                assertThat(browser.get(page).header("Location"))
                        .as(what + " " + page)
                        .startsWith(PORTAL + "/sign-in");
            assertThat(browser.get(path + "/stream").status()).as(what).isEqualTo(401);
            assertThat(browser.get(PORTAL + "/stream").status()).as(what).isEqualTo(401);
            assertThat(browser.post(path + "/replies", "text=Hola").status())
                    .as(what)
                    .isIn(303, 403);
            assertThat(customer.signIn(Browser.at(AURORA), Tenant.PASSWORD).status())
                    .as(what)
                    .isIn(403, 422);
        }
    }

    private interface Change {
        void happens(String main, String firm);
    }

    /// A main contact looks at a colleague's ticket while it is taken from him.
    private static void watched(Change change) throws Exception {
        var firm = firm(AURORA);
        var owner = employed(AURORA, firm, false);
        var main = employed(AURORA, firm, true);
        var path = open(owner.browser(), "De la empresa", "").header("Location").replaceAll("\\?.*", "");
        var boss = main.browser();
        assertThat(boss.get(path).status()).isEqualTo(200);
        assertThat(boss.get(PORTAL + "/tickets?show=company").body()).contains("De la empresa");
        try (var stream = boss.request("GET", path + "/stream").patience(20_000).open();
                var list = boss.request("GET", PORTAL + "/stream?show=company")
                        .patience(20_000)
                        .open()) {
            assertThat(stream.getInputStream().read()).isPositive();
            assertThat(list.getInputStream().read()).isPositive();
            change.happens(main.id(), firm);
            while (stream.getInputStream().read() >= 0) continue;
            while (list.getInputStream().read() >= 0) continue;
        }
        assertThat(boss.get(path).status()).isEqualTo(404);
        assertThat(boss.get(path + "/live").status()).isEqualTo(404);
        assertThat(boss.get(path + "/stream").status()).isEqualTo(404);
        for (var list : List.of("/tickets", "/tickets?show=company", "/tickets?show=company&q=empresa"))
            assertThat(boss.get(PORTAL + list).body()).as(list).doesNotContain("De la empresa");
        assertThat(owner.browser().get(path).status()).as("whose it is").isEqualTo(200);
    }

    private static Wire.Answer open(Browser browser, String subject, String more) {
        browser.get(PORTAL + "/new-ticket");
        return browser.post(
                PORTAL + "/new-ticket",
                "type=INCIDENT&priority=HIGH&subject=" + Browser.encoded(subject) + "&text=Hola&key="
                        + UUID.randomUUID() + more);
    }

    private static String firm(Tenant tenant) {
        return Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, 'Firma ' || uuidv7(), now(), now()) returning id
                """, Rows.id(tenant), tenant.space());
    }

    private static Customer employed(Tenant tenant, String firm, boolean seesAll) {
        var customer = Customer.active(tenant, "principal");
        employ(customer, firm, true, seesAll);
        return customer;
    }

    private static void employ(Customer customer, String firm, boolean first, boolean seesAll) {
        Rows.list("""
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                values (?, ?::uuid, ?::uuid, ?::uuid, ?, ?)
                """, Rows.id(customer.tenant()), customer.tenant().space(), customer.id(), firm, first, seesAll);
    }

    private static String companyOf(Customer customer, String subject) {
        return Rows.one(
                "select company_id from lienzo.ticket where requester_id = ?::uuid and subject = ?",
                customer.id(),
                subject);
    }
}
