package app.lienzo.ui;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.lienzo.world.Attempt;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnknownPropertyTest {
    private static final String EXTRA = "tenantId";

    @Test
    @DisplayName(
            "T10: each route of the API refuses a property that its body does not have, names it, and stores nothing")
    void every_route_of_the_api_is_strict() {
        var things = Things.of(AURORA);
        var people = List.of(Attempt.Person.signedIn(AURORA, "owner"), Attempt.Person.signedIn(AURORA, "manager"));
        var aurora = kept();
        var nimbus = Rows.fingerprint(NIMBUS);
        var tried = new ArrayList<String>();
        var malformed = new TreeSet<String>();
        for (var route : Route.ofOrganizations()) {
            if (!(route.body() instanceof Route.Body.Json) || !route.template().startsWith("/api/")) continue;
            for (var person : people) {
                var answer = Attempt.of(route, person, things)
                        .with(Map.of(EXTRA, Rows.id(NIMBUS)))
                        .send();
                if (answer.status() == 403) continue;
                assertThat(answer.status()).as("%s: %s", route, answer.body()).isEqualTo(400);
                var problem = JsonPath.from(answer.body());
                // What the attempt says of itself may be wrong before the extra is reached.
                if (problem.getString("type").equals("/problems/json-malformed")) {
                    malformed.add(route.toString());
                    continue;
                }
                assertThat(problem.getString("type")).as("%s", route).isEqualTo("/problems/property-unknown");
                assertThat(problem.getString("errors[0].pointer"))
                        .as("%s", route)
                        .isEqualTo("#/" + EXTRA);
                tried.add(route.toString());
            }
        }
        assertThat(tried).hasSizeGreaterThan(40);
        assertThat(malformed).hasSizeLessThan(5);
        assertThat(kept()).isEqualTo(aurora);
        assertThat(Rows.fingerprint(NIMBUS)).isEqualTo(nimbus);
    }

    @Test
    @DisplayName("T10: a misspelt description opens no ticket without one")
    void a_misspelt_property_is_named() {
        var before = Rows.one("select count(*) from lienzo.ticket");
        open(Map.of("subject", "Uno", "body", "No enciende"), "#/body");
        open(Map.of("subject", "Uno", "requester", Map.of("mail", "a@example.com")), "#/requester/mail");
        open(Map.of("subject", "Uno", "a/b~c", "d"), "#/a~1b~0c");
        assertThat(Rows.one("select count(*) from lienzo.ticket")).isEqualTo(before);
        AURORA.owner()
                .contentType("application/json")
                .body("""
                        {"name": "Horario", "zone": "UTC", "days": [{"on": "2026-12-24", "nombre": "Nochebuena"}]}""")
                .post("/api/v1/calendars")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/days/0/nombre"));
    }

    @Test
    void a_name_of_any_length_is_shown_by_its_beginning() {
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("x".repeat(50_000), 1))
                .post("/api/v1/tickets")
                .then()
                .statusCode(400)
                .body("errors[0].pointer.length()", equalTo(103))
                .body("errors[0].pointer", endsWith("…"))
                .body("detail", containsString("x…"));
    }

    @Test
    void the_description_of_the_api_says_so() {
        AURORA.anybody()
                .get("/api/openapi.json")
                .then()
                .body("components.schemas.TicketInput.additionalProperties", equalTo(false))
                .body("components.schemas.RequesterInput.additionalProperties", equalTo(false))
                .body("components.schemas.TicketItem.additionalProperties", nullValue());
    }

    @Test
    @DisplayName("The widget of a page that is older or newer than the server goes on")
    void the_widget_is_not_strict() {
        var things = Things.of(AURORA);
        for (var route : Route.ofOrganizations()) {
            if (!(route.body() instanceof Route.Body.Json) || !route.template().startsWith("/widget/")) continue;
            var answer = Attempt.of(route, Attempt.Person.anonymous(AURORA), things)
                    .with(Map.of("later", "1"))
                    .send();
            assertThat(answer.body()).as("%s", route).doesNotContain("property-unknown");
        }
    }

    /// All but when a session was last seen.
    private static Map<String, String> kept() {
        var prints = Rows.fingerprint(AURORA);
        prints.remove("session");
        return prints;
    }

    private static void open(Map<String, ?> more, String pointer) {
        var body = new java.util.HashMap<String, Object>(
                Map.of("space", AURORA.space(), "requester", Map.of("email", "ana@example.com")));
        body.putAll(more);
        AURORA.agent()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/tickets")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo("unknown"));
    }
}
