package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.Browser;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TicketPageTest {
    private static final String BOUNDARY = "----tickets";

    @Test
    void the_address_people_share_is_the_spaces_and_the_number() {
        var ticket = AURORA.ticket("Compartido");
        var owner = Browser.signedIn(AURORA, "owner");
        var led = owner.get("/tickets/" + ticket.id());
        assertThat(led.status()).isEqualTo(303);
        assertThat(led.header("Location")).endsWith("-" + ticket.number());
        var page = owner.get(led.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Compartido", "Respuesta pública", "Nota interna");
        assertThat(Browser.signedIn(NIMBUS, "owner").get(led.header("Location")).status())
                .isEqualTo(404);
        assertThat(Browser.signedIn(AURORA, "agent2")
                        .get(led.header("Location"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("Without a script: a reply with a file, a note, and what is wrong comes back with what was typed")
    void replying_works_without_a_script() {
        var ticket = AURORA.ticket("Sin guion");
        var owner = Browser.signedIn(AURORA, "owner");
        var path = path(owner, ticket);
        owner.get(path);
        var sent =
                send(owner, ticket, Map.of("kind", "REPLY", "reply", "Hola **Ana**", "note", "", "seen", "1"), "a.txt");
        assertThat(sent.status()).isEqualTo(303);
        var kept = send(owner, ticket, Map.of("kind", "NOTE", "reply", "", "note", "Solo nosotros", "seen", "2"), null);
        assertThat(kept.status()).isEqualTo(303);
        var page = owner.get(path).body();
        assertThat(page).contains("Hola <strong>Ana</strong>", "Solo nosotros", "a.txt");
        AURORA.owner()
                .get(ticket.path() + "/entries")
                .then()
                .body("items.kind", hasItem("note"))
                .body("items.find { it.kind == 'reply' }.attachments[0].name", equalTo("a.txt"));
        var empty = send(owner, ticket, Map.of("kind", "REPLY", "reply", " ", "note", "Lo otro", "seen", "9"), null);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Lo otro");
    }

    @Test
    void a_reply_past_something_newer_is_shown_first() {
        var ticket = AURORA.ticket("Guardia");
        var owner = Browser.signedIn(AURORA, "owner");
        owner.get(path(owner, ticket));
        ticket.replied(AURORA.agent(), "Ya respondí");
        var stopped = send(owner, ticket, Map.of("kind", "REPLY", "reply", "Tarde", "seen", "1"), null);
        assertThat(stopped.status()).isEqualTo(409);
        assertThat(stopped.body()).contains("Tarde", "Enviar de todos modos");
        assertThat(send(owner, ticket, Map.of("kind", "REPLY", "reply", "Tarde", "seen", "1", "force", "1"), null)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void what_is_changed_can_be_taken_back_once() {
        var ticket = AURORA.ticket("Deshacer");
        var owner = Browser.signedIn(AURORA, "owner");
        owner.get(path(owner, ticket));
        var done = owner.post("/tickets/" + ticket.id() + "/facts", "version=0&priority=URGENT&state=solved");
        assertThat(done.status()).isEqualTo(303);
        var undo = done.header("Location").replaceAll(".*undo=", "");
        AURORA.owner().get(ticket.path()).then().body("state.category", equalTo("solved"));
        var back = owner.post("/ticket-undos/" + undo, "next=" + Browser.encoded(path(owner, ticket)));
        assertThat(back.header("Location")).endsWith("undone=1");
        AURORA.owner()
                .get(ticket.path())
                .then()
                .body("state.category", equalTo("new"))
                .body("priority", equalTo("normal"));
        assertThat(owner.post("/ticket-undos/" + undo, "next=/").header("Location"))
                .endsWith("undone=0");
        var stale = owner.post("/tickets/" + ticket.id() + "/facts", "version=0&priority=LOW");
        assertThat(stale.status()).isEqualTo(409);
    }

    @Test
    @DisplayName("T06: two tickets are merged only within a space; the one goes on, the other leads there")
    void merging_keeps_what_was_said() {
        var from = AURORA.ticket("El que se va");
        var into = AURORA.ticket("El que queda", from.email());
        from.replied(AURORA.owner(), "Respuesta antigua");
        var file = from.file(AURORA.owner(), "note", "adjunto");
        var owner = Browser.signedIn(AURORA, "owner");
        var shown = owner.get("/tickets/" + from.id() + "/merge?into=%23" + into.number());
        assertThat(shown.body()).contains("lo público sigue siendo público");
        var merged = owner.post("/tickets/" + from.id() + "/merge", "into=" + into.number());
        assertThat(merged.status()).isEqualTo(303);
        assertThat(merged.header("Location")).contains("-" + into.number() + "?merged=" + from.number());
        assertThat(owner.get("/tickets/" + from.id()).header("Location")).contains("-" + into.number());
        AURORA.owner()
                .get(into.path() + "/entries")
                .then()
                .body("items.text", hasItem("Respuesta antigua"))
                .body("items.change.what", hasItem("merged-in"));
        AURORA.owner().get("/api/v1/ticket-attachments/" + file).then().statusCode(200);
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("text", "Tarde"))
                .post(from.path() + "/entries")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/ticket-merged"));
        var elsewhere = AURORA_SECOND.ticket("De otro espacio");
        var refused = owner.post("/tickets/" + into.id() + "/merge", "into=" + (elsewhere.number() + 900_000));
        assertThat(refused.status()).isEqualTo(422);
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.post("/tickets/" + into.id() + "/merge", "into=1").status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("Tickets of two requesters are merged without the one reading the other's words")
    void what_another_customer_said_becomes_notes() {
        var from = AURORA.ticket("Privado de A");
        var into = AURORA.ticket("De B");
        var owner = Browser.signedIn(AURORA, "owner");
        owner.post("/tickets/" + from.id() + "/merge", "into=" + into.number());
        AURORA.owner()
                .get(into.path() + "/entries")
                .then()
                .body("items.find { it.text == 'Privado de A' }.kind", equalTo("note"));
    }

    @Test
    @DisplayName("T06: a line becomes a ticket of its own; a line of another ticket does not, through this one")
    void a_line_becomes_its_own_ticket() {
        var ticket = AURORA.ticket("Con dos cosas").replied(AURORA.owner(), "Y otra cosa distinta");
        var owner = Browser.signedIn(AURORA, "owner");
        owner.get(path(owner, ticket));
        var made = owner.post("/tickets/" + ticket.id() + "/entries/2/split", "");
        assertThat(made.status()).isEqualTo(303);
        assertThat(owner.get(made.header("Location")).body()).contains("Y otra cosa distinta", "#" + ticket.number());
        assertThat(owner.post("/tickets/" + ticket.id() + "/entries/1/split", "")
                        .status())
                .isEqualTo(422);
        assertThat(owner.post("/tickets/" + ticket.id() + "/entries/99/split", "")
                        .status())
                .isEqualTo(404);
        var foreign = NIMBUS.ticket("Ajeno").replied(NIMBUS.owner(), "Ajeno");
        assertThat(owner.post("/tickets/" + foreign.id() + "/entries/2/split", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("T06: links join tickets of one space, seen from both")
    void links_are_seen_from_both() {
        var one = AURORA.ticket("Duplicado");
        var other = AURORA.ticket("Original");
        var owner = Browser.signedIn(AURORA, "owner");
        owner.get(path(owner, one));
        owner.post("/tickets/" + one.id() + "/links", "how=DUPLICATE_OF&number=" + other.number());
        assertThat(owner.get(path(owner, one)).body()).contains("<span class=\"sub\">Duplicado de</span>", "Original");
        assertThat(owner.get(path(owner, other)).body()).contains("<span class=\"sub\">Tiene el duplicado</span>");
        var foreign = NIMBUS.ticket("Fuera");
        assertThat(owner.post("/tickets/" + one.id() + "/links/" + foreign.id() + "/removal", "")
                        .status())
                .isEqualTo(404);
        owner.post("/tickets/" + one.id() + "/links/" + other.id() + "/removal", "");
        assertThat(owner.get(path(owner, other)).body())
                .doesNotContain("<span class=\"sub\">Tiene el duplicado</span>");
    }

    @Test
    void a_space_names_its_states() {
        var owner = Browser.signedIn(AURORA, "owner");
        var ticket = AURORA.ticket("Con estado");
        var page = "/organization/spaces/" + ticket.space() + "/ticket-states";
        owner.get(page);
        var name = "Con el proveedor " + UUID.randomUUID().toString().substring(0, 6);
        assertThat(owner.post(page, "category=ON_HOLD&name=" + Browser.encoded(name))
                        .status())
                .isEqualTo(303);
        assertThat(owner.post(page, "category=ON_HOLD&name=" + Browser.encoded(name))
                        .status())
                .isEqualTo(422);
        var id = Rows.one("select id from lienzo.ticket_state where name = ?", name);
        ticket.changed(AURORA.owner(), Map.of("state", "on-hold:" + id));
        AURORA.owner().get(ticket.path()).then().body("state.name", equalTo(name));
        assertThat(owner.post(page + "/" + id + "/removal", "").status()).isEqualTo(303);
        AURORA.owner().get(ticket.path()).then().body("state.name", not(equalTo(name)));
        assertThat(Browser.signedIn(AURORA, "agent").get(page).status()).isEqualTo(403);
    }

    @Test
    void a_ticket_from_before_its_states_had_names_stays_where_it_is() {
        var owner = Browser.signedIn(AURORA, "owner");
        var ticket = AURORA.ticket("De antes");
        var page = "/organization/spaces/" + ticket.space() + "/ticket-states";
        var name = "Recién llegado " + UUID.randomUUID().toString().substring(0, 6);
        owner.get(page);
        owner.post(page, "category=NEW&name=" + Browser.encoded(name));
        try {
            assertThat(owner.get("/tickets/" + ticket.id() + "/facts").body())
                    .containsPattern("<option value=\"new\"[^>]*selected")
                    .contains(name);
            owner.post("/tickets/" + ticket.id() + "/facts", "version=0&state=new&priority=HIGH");
            AURORA.owner()
                    .get(ticket.path())
                    .then()
                    .body("priority", equalTo("high"))
                    .body("state.name", not(equalTo(name)));
            assertThat(Rows.one(
                            "select count(*) from lienzo.ticket_entry where ticket_id = ?::uuid and kind = 'CHANGE'",
                            ticket.id()))
                    .isEqualTo("1");
        } finally {
            owner.post(
                    page + "/" + Rows.one("select id from lienzo.ticket_state where name = ?", name) + "/removal", "");
        }
    }

    @Test
    void a_ticket_is_opened_by_hand_and_out_of_a_conversation() {
        var owner = Browser.signedIn(AURORA, "owner");
        var talk = AURORA.talk("¿Por qué **no** imprime?").takenBy(AURORA.owner());
        var form = owner.get("/tickets/new?conversation=" + talk.id());
        assertThat(form.body()).contains("¿Por qué **no** imprime?", "Incidente");
        var opened = multipart(
                owner,
                "/tickets/new",
                Map.of(
                        "space",
                        space(),
                        "requester",
                        form.body().replaceAll("(?s).*name=\"requester\" value=\"([^\"]+)\".*", "$1"),
                        "subject",
                        "La impresora",
                        "text",
                        "Transcripción",
                        "type",
                        "INCIDENT",
                        "conversation",
                        talk.id()),
                null);
        assertThat(opened.status()).isEqualTo(303);
        assertThat(owner.get(opened.header("Location")).body()).contains("/console/conversations/" + talk.id());
        assertThat(owner.get("/console/conversations/" + talk.id()).body()).contains("La impresora");
        var wrong = multipart(
                owner, "/tickets/new", Map.of("space", space(), "subject", "", "text", "Se queda aquí"), null);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Se queda aquí");
    }

    @Test
    @DisplayName("T06: a ticket does not come out of a conversation of another space")
    void a_conversation_of_another_space_is_not_there() {
        var owner = Browser.signedIn(AURORA, "owner");
        var talk = AURORA_SECOND.talk("De otro espacio").takenBy(AURORA.owner());
        owner.get("/tickets/new?space=" + space());
        var refused = multipart(
                owner,
                "/tickets/new",
                Map.of(
                        "space", space(),
                        "email", "otro-espacio@example.com",
                        "subject", "No es de aquí",
                        "text", "Texto",
                        "conversation", talk.id()),
                null);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(Rows.list("select 1 from lienzo.ticket_conversation where conversation_id = ?::uuid", talk.id()))
                .isEmpty();
    }

    @Test
    @DisplayName("H10: however long the key of an attempt is, the same twice is one ticket")
    void a_long_key_is_a_key() {
        var owner = Browser.signedIn(AURORA, "owner");
        owner.get("/tickets/new?space=" + space());
        var key = IntStream.range(0, 500)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .collect(Collectors.joining());
        var form = Map.of(
                "space",
                space(),
                "email",
                key.substring(0, 8) + "@example.com",
                "subject",
                "Con llave larga",
                "text",
                "Texto",
                "key",
                key);
        var first = multipart(owner, "/tickets/new", form, null);
        var second = multipart(owner, "/tickets/new", form, null);
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    @DisplayName("X02: what people type into short fields is text on every page")
    void naughty_text_is_text() {
        var nasty = "<img src=x onerror=alert(1)>{7*7}{{7*7}}\"'`";
        var ticket = AURORA.ticket(nasty);
        ticket.changed(AURORA.owner(), Map.of("tags", List.of("<b>x</b>")));
        var owner = Browser.signedIn(AURORA, "owner");
        var page = owner.get(path(owner, ticket)).body();
        assertThat(page).doesNotContain("<img src=x", "<b>x</b>").contains("{7*7}{{7*7}}");
    }

    private static Wire.Answer send(
            Browser browser, Tenant.Ticket ticket, Map<String, String> fields, @Nullable String file) {
        return multipart(browser, "/tickets/" + ticket.id() + "/entries", fields, file);
    }

    private static Wire.Answer multipart(
            Browser browser, String path, Map<String, String> fields, @Nullable String file) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> part(body, name, "", value));
        part(body, "form-token", "", browser.token());
        if (file != null) part(body, "files", "; filename=\"" + file + "\"\r\nContent-Type: text/plain", "hola");
        body.append("--" + BOUNDARY + "--\r\n");
        return browser.request("POST", path)
                .header("Origin", "http://aurora.localhost")
                .body(
                        "multipart/form-data; boundary=" + BOUNDARY,
                        body.toString().getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static void part(StringBuilder body, String name, String more, String value) {
        body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                + value + "\r\n");
    }

    private static String path(Browser browser, Tenant.Ticket ticket) {
        return browser.get("/tickets/" + ticket.id()).header("Location");
    }

    private static String space() {
        return AURORA.space();
    }
}
