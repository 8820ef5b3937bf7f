package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TicketTest {
    @Test
    @DisplayName("BL-3: a ticket has its type, and who asked for it became a contact")
    void a_ticket_is_opened_for_somebody_new() {
        var answer = open(
                        AURORA.agent(), AURORA, Map.of("type", "incident", "priority", "high", "tags", List.of("Red")))
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("type", equalTo("incident"))
                .body("priority", equalTo("high"))
                .body("state.category", equalTo("new"))
                .body("tags", equalTo(List.of("red")))
                .body("requester.name", equalTo("Ana Gil"))
                .body("company", nullValue())
                .extract();
        AURORA.agent()
                .get("/api/v1/tickets/" + answer.path("id") + "/entries")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("description"))
                .body("items[0].by", equalTo("contact"))
                .body("items[0].html", equalTo("<p>No <strong>enciende</strong></p>"));
    }

    @Test
    void the_same_address_is_the_same_requester() {
        var first = AURORA.ticket("Uno");
        var second = AURORA.ticket("Dos", first.email().toUpperCase(java.util.Locale.ROOT));
        assertThat(second.requester()).isEqualTo(first.requester());
    }

    @Test
    @DisplayName("T05: no other organization and no other space finds a ticket, by id, list or number")
    void a_ticket_stays_in_its_space() {
        var word = "secreto" + UUID.randomUUID().toString().substring(0, 8);
        var ticket = AURORA.ticket(word);
        NIMBUS.owner().get(ticket.path()).then().statusCode(404);
        NIMBUS.owner().get(ticket.path() + "/entries").then().statusCode(404);
        for (var asked : List.of(word, "#" + ticket.number())) {
            NIMBUS.owner()
                    .queryParam("q", asked)
                    .get("/api/v1/tickets")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(ticket.id())));
        }
        var elsewhere = AURORA.member("agent2");
        elsewhere.get(ticket.path()).then().statusCode(404);
    }

    @Test
    @DisplayName("Numbers have no gaps, also when openings fail and many open at once")
    void numbers_have_no_gaps() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> i % 4 == 0
                            ? open(AURORA.agent(), AURORA, Map.of("attachments", List.of(UUID.randomUUID())))
                                    .statusCode()
                            : open(AURORA.agent(), AURORA, Map.of()).statusCode())
                    .toList();
            for (var done : many.invokeAll(work)) assertThat(done.get()).isIn(201, 422);
        }
        assertThat(Rows.one("""
                select max(number) - count(*) from lienzo.ticket where tenant_id = ? and space_id = ?::uuid
                """, Rows.id(AURORA), space(AURORA))).isEqualTo("0");
    }

    @Test
    void the_same_key_twice_is_one_ticket() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("requester", Map.of("email", key.substring(0, 8) + "@example.com"));
        var first = open(AURORA.agent().header("Idempotency-Key", key), AURORA, body);
        var second = open(AURORA.agent().header("Idempotency-Key", key), AURORA, body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        open(AURORA.agent().header("Idempotency-Key", key), AURORA, Map.of("subject", "Otra cosa"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/ticket-key-reused"));
    }

    @Test
    @DisplayName(
            "FD-3: the company is the requester's first one and stays when he changes his; another one must be his")
    void the_company_is_frozen_when_the_ticket_is_opened() {
        var first = AURORA.ticket("Antes");
        var company = company(AURORA, first.requester(), true);
        var other = company(AURORA, AURORA.ticket("Otro").requester(), true);
        var ticket = AURORA.ticket("Después", first.email());
        AURORA.agent().get(ticket.path()).then().body("company.id", equalTo(company));
        AURORA.agent().get(first.path()).then().body("company", nullValue());
        patch(ticket, Map.of("company", other), null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/company-not-his"));
        open(AURORA.agent(), AURORA, Map.of("requester", Map.of("id", first.requester()), "company", other))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/company-not-his"));
        Rows.list("delete from lienzo.contact_company where contact_id = ?::uuid returning 1", first.requester());
        AURORA.agent().get(ticket.path()).then().body("company.id", equalTo(company));
    }

    @Test
    void every_change_is_a_line_with_from_and_to() {
        var ticket = AURORA.ticket("Cambia");
        patch(ticket, Map.of("priority", "urgent", "subject", "Otro asunto", "state", "on-hold"), null)
                .then()
                .statusCode(200)
                .body("priority", equalTo("urgent"))
                .body("state.category", equalTo("on-hold"));
        AURORA.agent()
                .get(ticket.path() + "/entries")
                .then()
                .body("items.change.what", hasItem("priority"))
                .body("items.find { it.change?.what == 'priority' }.change.from", equalTo(":NORMAL"))
                .body("items.find { it.change?.what == 'priority' }.change.to", equalTo(":URGENT"))
                .body("items.find { it.change?.what == 'subject' }.change.from", equalTo("Cambia"))
                .body("items.find { it.change?.what == 'state' }.author", equalTo("Olivia Ortega"));
    }

    @Test
    @DisplayName("Of two agents who change the same ticket the second one is told, and nothing is lost silently")
    void who_saw_an_old_version_is_told() {
        var ticket = AURORA.ticket("Dos a la vez");
        var seen = AURORA.agent().get(ticket.path()).getHeader("ETag");
        patch(ticket, Map.of("priority", "high"), seen).then().statusCode(200);
        patch(ticket, Map.of("priority", "low"), seen)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/ticket-changed"));
        AURORA.agent().get(ticket.path()).then().body("priority", equalTo("high"));
    }

    @Test
    void an_answer_accepts_a_ticket_and_a_note_does_not() {
        var ticket = AURORA.ticket("Primera respuesta");
        ticket.noted(AURORA.agent(), "Mirando");
        AURORA.agent()
                .get(ticket.path())
                .then()
                .body("state.category", equalTo("new"))
                .body("acceptedAt", nullValue());
        ticket.replied(AURORA.agent(), "Ahora mismo");
        AURORA.agent()
                .get(ticket.path())
                .then()
                .body("state.category", equalTo("open"))
                .body("acceptedAt", notNullValue())
                .body("answeredAt", notNullValue());
    }

    @Test
    void a_reply_to_something_newer_is_stopped_unless_sent_anyway() {
        var ticket = AURORA.ticket("Guardia");
        ticket.replied(AURORA.owner(), "Ya contesté yo");
        entry(ticket, Map.of("text", "Yo también", "seen", 1))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/ticket-newer"));
        entry(ticket, Map.of("text", "Yo también")).then().statusCode(201);
    }

    @Test
    void a_closed_ticket_takes_no_more_words() {
        var ticket = AURORA.ticket("Cerrado").changed(AURORA.agent(), Map.of("state", "closed"));
        entry(ticket, Map.of("text", "Hola")).then().statusCode(409).body("type", equalTo("/problems/ticket-closed"));
    }

    @Test
    void a_ticket_is_given_only_to_who_works_in_its_space() {
        var ticket = AURORA.ticket("Asignar");
        var foreign =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(NIMBUS));
        patch(ticket, Map.of("assignee", foreign), null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/member-unknown"));
        var agent =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(AURORA));
        patch(ticket, Map.of("assignee", agent), null)
                .then()
                .statusCode(200)
                .body("assignee.id", equalTo(agent))
                .body("state.category", equalTo("open"))
                .body("acceptedAt", notNullValue());
        patch(ticket, Map.of("assignee", "none"), null).then().statusCode(200).body("assignee", nullValue());
    }

    @Test
    @DisplayName("T10: fields that the form does not have are refused by name, and nothing is stored")
    void foreign_fields_are_refused() {
        var before = Rows.one("select count(*) from lienzo.ticket");
        open(AURORA.agent(), AURORA, Map.of("number", 1, "tenantId", "nimbus", "createdAt", "2000-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/property-unknown"))
                .body("errors[0].pointer", oneOf("#/number", "#/tenantId", "#/createdAt"));
        assertThat(Rows.one("select count(*) from lienzo.ticket")).isEqualTo(before);
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_kept() {
        var before = Rows.one("select count(*) from lienzo.ticket");
        open(AURORA.agent(), AURORA, Map.of("subject", "  ")).then().statusCode(422);
        open(AURORA.agent(), AURORA, Map.of("subject", "x".repeat(251))).then().statusCode(422);
        open(AURORA.agent(), AURORA, Map.of("requester", Map.of("email", "nobody")))
                .then()
                .statusCode(422);
        open(AURORA.agent(), AURORA, Map.of("requester", Map.of("id", UUID.randomUUID())))
                .then()
                .statusCode(422);
        open(AURORA.agent(), AURORA, Map.of("type", "wish")).then().statusCode(422);
        open(AURORA.agent(), AURORA, Map.of("description", "x".repeat(50_001)))
                .then()
                .statusCode(422);
        open(AURORA.agent(), AURORA, Map.of("space", space(NIMBUS))).then().statusCode(404);
        assertThat(Rows.one("select count(*) from lienzo.ticket")).isEqualTo(before);
    }

    @Test
    void a_list_is_read_page_by_page() {
        var tag = "pagina-" + UUID.randomUUID().toString().substring(0, 8);
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> open(AURORA.agent(), AURORA, Map.of("tags", List.of(tag)))
                        .<String>path("id"))
                .toList()
                .reversed();
        var first = AURORA.agent().queryParams("tag", tag, "limit", 3).get("/api/v1/tickets");
        var second = AURORA.agent()
                .queryParams("tag", tag, "limit", 3, "after", first.<String>path("next"))
                .get("/api/v1/tickets");
        assertThat(first.<List<String>>path("items.id")).isEqualTo(ids.subList(0, 3));
        assertThat(second.<List<String>>path("items.id")).isEqualTo(ids.subList(3, 5));
        assertThat(second.<Object>path("next")).isNull();
    }

    @Test
    @DisplayName("H10: whatever stands in a list's query is a value: refused, or found nowhere")
    void what_looks_like_sql_is_a_value() {
        for (var text : List.of("' or 1=1 --", "%", "_", "\\", "#1; drop table ticket", "${7*7}")) {
            AURORA.agent()
                    .queryParam("q", text)
                    .get("/api/v1/tickets")
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
        for (var wrong : List.of(
                Map.of("limit", "-1"),
                Map.of("limit", "1000000000"),
                Map.of("after", "x"),
                Map.of("state", "open' or '1'='1"),
                Map.of("assignee", "1 or 1=1"),
                Map.of("dueBefore", "now()"),
                Map.of("type", "question,wish"),
                Map.of("q", "x".repeat(101)))) {
            int status =
                    AURORA.agent().queryParams(wrong).get("/api/v1/tickets").statusCode();
            assertThat(status).as(wrong.toString()).isIn(400, 404, 422);
        }
    }

    @Test
    @DisplayName("X08, T06: a file comes back as a download under a harmless name, only out of a ticket one may see")
    void files_come_back_harmless() {
        for (var name : List.of("../../x.txt", "gpj.\u202etxt", "n".repeat(300) + ".txt", "CON.txt", "a\"b.txt")) {
            String file = AURORA.agent()
                    .multiPart("file", name, "hola".getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/html")
                    .post("/api/v1/ticket-attachments")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            AURORA.agent().get("/api/v1/ticket-attachments/" + file).then().statusCode(404);
            var ticket = AURORA.ticket("Con archivo");
            AURORA.agent()
                    .contentType("application/json")
                    .body(Map.of("text", "x", "attachments", List.of(file)))
                    .post(ticket.path() + "/entries")
                    .then()
                    .statusCode(201);
            var got = AURORA.owner().get("/api/v1/ticket-attachments/" + file);
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.getHeader("Content-Disposition"))
                    .startsWith("attachment")
                    .doesNotContain("..", "\u202e");
            assertThat(got.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            NIMBUS.owner().get("/api/v1/ticket-attachments/" + file).then().statusCode(404);
            entry(AURORA.ticket("Otro"), Map.of("text", "robo", "attachments", List.of(file)))
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void links_followers_and_merging_work_by_the_api() {
        var one = AURORA.ticket("Uno");
        var other = AURORA.ticket("Dos");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("number", other.number(), "how", "part-of"))
                .post(one.path() + "/links")
                .then()
                .statusCode(201)
                .body("[0].how", equalTo("part-of"));
        AURORA.agent().get(other.path() + "/links").then().body("[0].how", equalTo("has-part"));
        AURORA.agent().delete(one.path() + "/links/" + other.id()).then().statusCode(204);
        AURORA.agent().delete(one.path() + "/links/" + other.id()).then().statusCode(404);
        var agent =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(AURORA));
        AURORA.agent().put(one.path() + "/followers/" + agent).then().statusCode(204);
        AURORA.agent().get(one.path() + "/followers").then().body("id", hasItem(agent));
        AURORA.agent().delete(one.path() + "/followers/" + agent).then().statusCode(204);
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("into", other.number()))
                .post(one.path() + "/merge")
                .then()
                .statusCode(403);
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("into", other.number()))
                .post(one.path() + "/merge")
                .then()
                .statusCode(200)
                .body("id", equalTo(other.id()));
    }

    @Test
    @DisplayName("FD-2: custom fields take their default, and a change of one is a line under its label")
    void custom_fields_take_their_default() {
        var label = "Planta " + UUID.randomUUID().toString().substring(0, 6);
        var field = AURORA.owner()
                .contentType("application/json")
                .body(Map.of(
                        "space",
                        space(AURORA),
                        "subject",
                        "ticket",
                        "label",
                        label,
                        "kind",
                        "choice",
                        "options",
                        List.of("Baja", "Alta"),
                        "defaultValue",
                        "Baja"))
                .post("/api/v1/fields")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var key = field.getString("key");
        var ticket = AURORA.ticket("Con campo");
        AURORA.agent().get(ticket.path()).then().body("fields.'" + key + "'", equalTo("Baja"));
        patch(ticket, Map.of("fields", Map.of(key, "Alta")), null).then().statusCode(200);
        patch(ticket, Map.of("fields", Map.of(key, "Sótano")), null).then().statusCode(422);
        AURORA.agent()
                .get(ticket.path() + "/entries")
                .then()
                .body("items.find { it.change?.what == 'field:" + label + "' }.change.to", equalTo("Alta"));
        AURORA.owner().delete("/api/v1/fields/" + field.getString("id"));
    }

    private static Response open(RequestSpecification member, Tenant tenant, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "space",
                space(tenant),
                "requester",
                Map.of("email", UUID.randomUUID().toString().substring(0, 8) + "@example.com", "name", "Ana Gil"),
                "subject",
                "Impresora",
                "description",
                "No **enciende**"));
        body.putAll(more);
        return member.contentType("application/json").body(body).post("/api/v1/tickets");
    }

    private static Response patch(Tenant.Ticket ticket, Map<String, ?> body, @Nullable String match) {
        var request = AURORA.owner().contentType("application/json").body(body);
        if (match != null) request.header("If-Match", match);
        return request.patch(ticket.path());
    }

    private static Response entry(Tenant.Ticket ticket, Map<String, ?> body) {
        return AURORA.agent().contentType("application/json").body(body).post(ticket.path() + "/entries");
    }

    private static String space(Tenant tenant) {
        return Rows.one(
                "select space_id from lienzo.channel where tenant_id = ? and key = ?",
                Rows.id(tenant),
                tenant.channelKey());
    }

    private static String company(Tenant tenant, String contact, boolean seesAll) {
        return Rows.one("""
                with c as (
                    insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                    select tenant_id, uuidv7(), space_id, 'Firma ' || uuidv7(), now(), now() from lienzo.contact
                    where tenant_id = ? and id = ?::uuid returning *
                )
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select tenant_id, space_id, ?::uuid, id, true, ? from c returning company_id
                """, Rows.id(tenant), contact, contact, seesAll);
    }
}
