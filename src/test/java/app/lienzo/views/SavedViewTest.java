package app.lienzo.views;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SavedViewTest {
    /// Whoever attacked every route saved as many as one may have.
    @BeforeEach
    void no_views_yet() {
        Rows.list("delete from lienzo.saved_view");
    }

    @Test
    @DisplayName("T05: one's own view is seen by nobody else, not by a colleague and not by the other organization")
    void ones_own_view_is_ones_own() {
        var id = saved(AURORA.agent(), "Mías " + UUID.randomUUID(), null);

        AURORA.agent().get("/api/v1/views").then().body("id", hasItem(id));
        for (var other : List.of(AURORA.owner(), AURORA.member("manager"), NIMBUS.owner())) {
            other.get("/api/v1/views").then().body("id", not(hasItem(id)));
            other.get("/api/v1/views/" + id).then().statusCode(404);
            other.delete("/api/v1/views/" + id).then().statusCode(404);
        }
        AURORA.agent().get("/api/v1/views/" + id).then().statusCode(200);
    }

    @Test
    @DisplayName("T06: a shared view is seen by the people of its space and no other, and kept by who runs it")
    void a_shared_view_belongs_to_its_space() {
        var space = space(AURORA, "principal");
        var manager = AURORA.member("manager");
        var name = "Equipo " + UUID.randomUUID();
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("name", name, "query", "state=NEW", "space", space))
                .post("/api/v1/views")
                .then()
                .statusCode(403);
        var id = saved(manager, name, space);

        AURORA.agent().get("/api/v1/views").then().body("id", hasItem(id));
        AURORA.member("agent2").get("/api/v1/views").then().body("id", not(hasItem(id)));
        AURORA.agent().delete("/api/v1/views/" + id).then().statusCode(403);
        AURORA.member("agent2").delete("/api/v1/views/" + id).then().statusCode(404);
        AURORA.member("agent2")
                .contentType("application/json")
                .body(Map.of("name", name, "query", "", "space", space))
                .post("/api/v1/views")
                .then()
                .statusCode(404);
        assertThat(Rows.list("select action from lienzo.audit_entry where subject_id = ?::uuid", id))
                .containsExactly("view-shared");
        manager.delete("/api/v1/views/" + id).then().statusCode(204);
        AURORA.agent().get("/api/v1/views").then().body("id", not(hasItem(id)));
    }

    @Test
    @DisplayName("Two people who change the same shared view: the second is told, and nothing is lost")
    void a_stale_change_is_refused() {
        var id = saved(AURORA.agent(), "Cambios " + UUID.randomUUID(), null);
        var first = Map.of("name", "Uno " + id, "query", "priority=HIGH");
        var etag = AURORA.agent().get("/api/v1/views/" + id).header("ETag");
        AURORA.agent()
                .contentType("application/json")
                .header("If-Match", etag)
                .body(first)
                .put("/api/v1/views/" + id)
                .then()
                .statusCode(200)
                .body("query", equalTo("priority=HIGH"));
        AURORA.agent()
                .contentType("application/json")
                .header("If-Match", etag)
                .body(Map.of("name", "Dos", "query", ""))
                .put("/api/v1/views/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/view-changed"));
        AURORA.agent().get("/api/v1/views/" + id).then().body("name", equalTo("Uno " + id));
    }

    @Test
    @DisplayName("H10: what is no query string of a list is not kept, and what belongs to one look is left out")
    void only_query_strings_are_kept() {
        for (var bad : List.of(
                "x\"onload=1",
                "a=<script>",
                "a=1 or 1=1",
                "javascript:alert(1)",
                "a=1#b",
                "a=%zz",
                "//evil",
                "a",
                "=1")) {
            AURORA.agent()
                    .contentType("application/json")
                    .body(Map.of("name", "x", "query", bad))
                    .post("/api/v1/views")
                    .then()
                    .statusCode(422);
        }
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Tidy " + UUID.randomUUID(),
                        "query",
                        "?state=NEW&after=abc&q=&sort=due&view=1&field.plan=a%20b"))
                .post("/api/v1/views")
                .then()
                .statusCode(201)
                .body("query", equalTo("state=NEW&sort=due&field.plan=a%20b"));
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("name", "x", "query", "a=" + "b".repeat(3_000)))
                .post("/api/v1/views")
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName("X02, T10: a name is shown as text, comes back when it is taken, and its form stores nothing else")
    void names_are_text() {
        var agent = Browser.signedIn(AURORA, "agent");
        var name =
                "<img src=x onerror=alert(1)> " + UUID.randomUUID().toString().substring(0, 8);
        var form = "subject=TICKETS&query=state%3DNEW&tenantId=x&owner=y&shared=true&name=" + Browser.encoded(name);
        var made = agent.post("/views", form);
        assertThat(made.status()).isEqualTo(303);
        assertThat(made.header("location")).startsWith("/tickets?state=NEW&view=");
        var id = made.header("location").replaceAll(".*view=", "");

        var again = agent.post("/views", form);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img src=x");
        assertThat(agent.get("/views/" + id).body())
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x");
        assertThat(Rows.one("select space_id is null from lienzo.saved_view where id = ?::uuid", id))
                .isEqualTo("t");
    }

    @Test
    @DisplayName("A view that was removed can be brought back for a while, by who may remove it")
    void a_removed_view_comes_back() {
        var agent = Browser.signedIn(AURORA, "agent");
        var id = saved(AURORA.agent(), "Fuera " + UUID.randomUUID(), null);
        assertThat(agent.post("/views/" + id + "/removal", "").header("location"))
                .isEqualTo("/tickets?view=" + id);
        AURORA.agent().get("/api/v1/views").then().body("id", not(hasItem(id)));
        assertThat(Browser.signedIn(AURORA, "manager")
                        .post("/views/" + id + "/restoration", "")
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("/views/" + id + "/restoration", "").status()).isEqualTo(303);
        AURORA.agent().get("/api/v1/views").then().body("id", hasItem(id));
    }

    private static String saved(RequestSpecification who, String name, String space) {
        var body = new java.util.HashMap<String, Object>(Map.of("name", name, "query", "state=NEW"));
        if (space != null) body.put("space", space);
        return who.contentType("application/json")
                .body(body)
                .post("/api/v1/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String space(Tenant tenant, String slug) {
        return Rows.one("select id from lienzo.space where tenant_id = ? and slug = ?", Rows.id(tenant), slug);
    }
}
