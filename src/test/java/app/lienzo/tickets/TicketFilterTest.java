package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TicketFilterTest {
    private static final Pattern ROW = Pattern.compile("<tr id=\"t-([0-9a-f-]{36})\"");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void no_states_left() {
        Rows.list("delete from lienzo.saved_view where name like '%" + tag + "%'");
        Rows.list(
                "update lienzo.ticket set state_id = null where state_id in (select id from lienzo.ticket_state where name like '%"
                        + tag + "%')");
        Rows.list("delete from lienzo.ticket_state where name like '%" + tag + "%'");
    }

    @Test
    @DisplayName("A list is narrowed to one of the space's own states: by the page, by a saved view and by the API")
    void own_states_narrow() {
        var agent = Browser.signedIn(AURORA, "agent");
        var parts = state(AURORA, "waiting", "Piezas " + tag).<String>path("id");
        var visit = state(AURORA, "waiting", "Visita " + tag).<String>path("id");
        var one = AURORA.ticket("Piezas " + tag).changed(AURORA.agent(), Map.of("state", "waiting:" + parts));
        var other = AURORA.ticket("Visita " + tag).changed(AURORA.agent(), Map.of("state", "waiting:" + visit));
        var fresh = AURORA.ticket("Nuevo " + tag);

        var page = agent.get("/tickets?state=" + parts).body();
        assertThat(rows(page)).contains(one.id()).doesNotContain(other.id(), fresh.id());
        assertThat(page).contains("<option value=\"" + parts + "\" selected>").contains("Piezas " + tag);
        assertThat(rows(agent.get("/tickets?state=WAITING").body())).contains(one.id(), other.id());
        // A state of another list's category is found all the same.
        assertThat(rows(agent.get("/tickets?list=solved&state=" + parts).body()))
                .contains(one.id());

        // Others saved so many views for this agent that there may be no room for one more.
        Rows.list("delete from lienzo.saved_view where tenant_id = ?", Rows.id(AURORA));
        var saved = agent.post("/views", "subject=TICKETS&name=V" + tag + "&query=state%3D" + parts + "&columns=");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(rows(agent.get(saved.header("location")).body()))
                .contains(one.id())
                .doesNotContain(other.id());

        listed("waiting:" + parts, one.id(), other.id());
        listed("waiting:" + parts + ",new", one.id(), other.id());
        listed("waiting:" + parts + ",new", fresh.id(), other.id());
        listed("waiting", other.id(), fresh.id());
        for (var wrong : List.of("waiting:x", "nothing", "waiting:", ":", ","))
            AURORA.agent()
                    .queryParam("state", wrong)
                    .get("/api/v1/tickets")
                    .then()
                    .statusCode(422);
    }

    @Test
    @DisplayName("Without a script too: one types a name or an address, and is asked back when several are meant")
    void a_requester_is_picked_by_typing() {
        var agent = Browser.signedIn(AURORA, "agent");
        var ana = AURORA.ticket("Uno " + tag, "ana-" + tag + "@example.com");
        var bea = AURORA.ticket("Dos " + tag, "bea-" + tag + "@example.com");

        assertThat(rows(agent.get("/tickets?list=all&who=ana-" + tag + "%40example.com")
                        .body()))
                .containsExactly(ana.id());
        var asked = agent.get("/tickets?list=all&who=" + tag).body();
        assertThat(asked)
                .contains("ana-" + tag + "@example.com", "bea-" + tag + "@example.com")
                .contains("requester=" + ana.requester(), "requester=" + bea.requester());
        var nobody = agent.get("/tickets?list=all&who=zzz" + tag + "zzz").body();
        assertThat(nobody).contains("zzz" + tag + "zzz");
        assertThat(rows(nobody)).isNotEmpty();

        var chosen = agent.get("/tickets?list=all&requester=" + ana.requester()).body();
        assertThat(rows(chosen)).containsExactly(ana.id());
        assertThat(chosen).contains("name=\"requester\" value=\"" + ana.requester() + "\"");
        // The form sends the name along; it stays who it was, until somebody empties or changes it.
        var name = chosen.replaceAll("(?s).*name=\"who\" type=\"search\" value=\"([^\"]*)\".*", "$1");
        assertThat(rows(agent.get("/tickets?list=all&requester=" + ana.requester() + "&who=" + Browser.encoded(name))
                        .body()))
                .containsExactly(ana.id());
        assertThat(rows(agent.get("/tickets?list=all&requester=" + ana.requester() + "&who=")
                        .body()))
                .contains(ana.id(), bea.id());
        assertThat(rows(agent.get("/tickets?list=all&requester=" + ana.requester() + "&who=bea-" + tag)
                        .body()))
                .containsExactly(bea.id());
    }

    @Test
    void a_company_is_picked_by_typing() {
        var agent = Browser.signedIn(AURORA, "agent");
        var company = AURORA.company("Ferretería " + tag);
        var ticket = AURORA.ticket("Con empresa " + tag, "c-" + tag + "@example.com");
        var without = AURORA.ticket("Sin empresa " + tag, "s-" + tag + "@example.com");
        Rows.list("update lienzo.ticket set company_id = ?::uuid where id = ?::uuid returning 1", company, ticket.id());
        assertThat(rows(agent.get("/tickets?list=all&firm=Ferreter%C3%ADa%20" + tag)
                        .body()))
                .containsExactly(ticket.id());
        assertThat(rows(agent.get("/tickets?list=all&company=none").body()))
                .contains(without.id())
                .doesNotContain(ticket.id());
        AURORA.agent()
                .queryParam("company", company)
                .get("/api/v1/tickets")
                .then()
                .body("items.id", equalTo(List.of(ticket.id())));
        assertThat(agent.get("/tickets/filter-choices?kind=firm&space=all&q=" + tag)
                        .body())
                .contains("data-pick=\"" + company + "\"");
    }

    @Test
    @DisplayName("T05, X02: nobody of another organization is offered, and names are shown as text")
    void nobody_foreign_is_offered() {
        NIMBUS.contact("Ajena " + tag, "ajena-" + tag + "@example.com");
        NIMBUS.company("Ajena " + tag);
        AURORA.contact("<b>Propia</b> " + tag, "propia-" + tag + "@example.com");
        var agent = Browser.signedIn(AURORA, "agent");
        for (var kind : List.of("who", "firm"))
            assertThat(agent.get("/tickets/filter-choices?kind=" + kind + "&q=Ajena%20" + tag)
                            .body())
                    .doesNotContain("data-name=\"Ajena");
        assertThat(agent.get("/tickets/filter-choices?kind=who&q=" + tag).body())
                .contains("&lt;b&gt;Propia&lt;/b&gt;")
                .doesNotContain("<b>Propia");
        assertThat(agent.get("/tickets/filter-choices?kind=who&q=x&space=" + NIMBUS.space())
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("/tickets/filter-choices?kind=x&q=x").status()).isEqualTo(422);
        assertThat(agent.get("/tickets?list=all&who=Ajena%20" + tag).body()).doesNotContain("requester=");
    }

    @Test
    @DisplayName("T05, T06: a program keeps the states of its spaces: adds, renames, prefers and removes them")
    void states_by_program() {
        var path = "/api/v1/spaces/" + AURORA.space() + "/ticket-states";
        var first = state(AURORA, "on-hold", "Pausa " + tag);
        first.then().body("category", equalTo("on-hold")).body("first", equalTo(true));
        var second = state(AURORA, "on-hold", "Pieza " + tag).<String>path("id");
        state(AURORA, "on-hold", "pieza " + tag).then().statusCode(409);
        state(AURORA, "asleep", "Algo " + tag).then().statusCode(422);
        state(AURORA, "open", " ").then().statusCode(422);

        var one = path + "/" + first.<String>path("id");
        renamed(AURORA, one, "Descanso " + tag, first.header("ETag"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Descanso " + tag));
        renamed(AURORA, one, "Otro " + tag, first.header("ETag")).then().statusCode(409);
        AURORA.owner()
                .post(path + "/" + second + "/first")
                .then()
                .statusCode(200)
                .body("first", equalTo(true));
        AURORA.agent()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.name", hasItems("Descanso " + tag, "Pieza " + tag))
                .body("items.find { it.id == '" + second + "' }.first", equalTo(true));

        state(AURORA.agent(), AURORA.space(), "open", "No").then().statusCode(403);
        NIMBUS.owner().get(path).then().statusCode(404);
        state(NIMBUS.owner(), AURORA.space(), "open", "No").then().statusCode(404);
        renamed(NIMBUS, one, "No", "*").then().statusCode(404);
        NIMBUS.owner().delete(one).then().statusCode(404);
        AURORA.owner()
                .delete("/api/v1/spaces/" + UUID.randomUUID() + "/ticket-states/" + second)
                .then()
                .statusCode(404);
        AURORA.owner().delete(path + "/" + second).then().statusCode(204);
        AURORA.owner().get(path).then().body("items.id", not(hasItem(second)));
    }

    private static Response state(Tenant tenant, String category, String name) {
        return state(tenant.owner(), tenant.space(), category, name);
    }

    private static Response state(
            io.restassured.specification.RequestSpecification member, String space, String category, String name) {
        return member.contentType("application/json")
                .body(Map.of("category", category, "name", name))
                .post("/api/v1/spaces/" + space + "/ticket-states");
    }

    private static Response renamed(Tenant tenant, String path, String name, String match) {
        return tenant.owner()
                .contentType("application/json")
                .header("If-Match", match)
                .body(Map.of("name", name))
                .patch(path);
    }

    private static void listed(String state, String there, String notThere) {
        AURORA.agent()
                .queryParam("state", state)
                .queryParam("limit", 100)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(there))
                .body("items.id", not(hasItem(notThere)));
    }

    private static List<String> rows(String body) {
        return ROW.matcher(body).results().map(row -> row.group(1)).toList();
    }
}
