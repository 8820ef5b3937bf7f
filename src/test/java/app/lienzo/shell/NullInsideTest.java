package app.lienzo.shell;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Programs send null where a list or a map has a place for something.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NullInsideTest {
    private static final List<?> NOTHING = Collections.singletonList(null);

    private final String space = AURORA.space();

    @Test
    @DisplayName("H10: null inside a list is refused as what it is, whichever list of whichever thing")
    void null_in_a_list_is_refused() {
        var ticket = AURORA.ticket("Con nulos");
        var contact = AURORA.contact("Nula", UUID.randomUUID() + "@null.example");
        var company = AURORA.company("Nula " + UUID.randomUUID());
        for (var list : List.of("tags", "attachments")) refused("/tickets", ticket(), list);
        refused("PATCH", "/tickets/" + ticket.id(), Map.of(), "tags");
        refused("/tickets/" + ticket.id() + "/entries", Map.of("text", "Nada"), "attachments");
        for (var list : List.of("emails", "phones", "tags", "companies")) {
            refused("/contacts", contact(), list);
            refused("PATCH", "/contacts/" + contact, Map.of(), list);
        }
        refused("/companies", company(), "domains");
        refused("PATCH", "/companies/" + company, Map.of(), "domains");
        refused("/support-plans", Map.of("name", "Nulo", "paying", true), "ways");
        var field = Map.of("space", space, "subject", "contact", "label", "Nulo", "kind", "choice");
        refused("/fields", field, "options");
        for (var list : List.of("agentOf", "managerOf"))
            refused("/members", Map.of("email", "nula@null.example"), list);
        refused("/tokens", Map.of("name", "Nulo"), "permissions");
        var talk = AURORA.talk("Con nulos").takenBy(AURORA.owner());
        refused("/conversations/" + talk.id() + "/messages", Map.of("text", "Nada"), "attachments");
        talk.visitor()
                .request()
                .contentType("application/json")
                .body(with(Map.of("clientId", UUID.randomUUID().toString()), "attachments", NOTHING))
                .post(AURORA.channel() + "/messages")
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName("H10: null inside a map takes the value away, or is refused where nothing can be taken away")
    void null_in_a_map_is_nothing() {
        var ticket = AURORA.ticket("Con nulos");
        var contact = AURORA.contact("Nula", UUID.randomUUID() + "@null.example");
        var company = AURORA.company("Nula " + UUID.randomUUID());
        var label = "Nulo " + UUID.randomUUID();
        for (var subject : List.of("ticket", "contact", "company")) {
            var kind = Map.of("space", space, "subject", subject, "label", label, "kind", "text");
            var field =
                    AURORA.owner().contentType("application/json").body(kind).post("/api/v1/fields");
            assertThat(field.statusCode()).isEqualTo(201);
            var key = field.<String>path("key");
            var thing = Map.of("ticket", ticket.id(), "contact", contact, "company", company);
            var path = (subject.equals("company") ? "/companies/" : "/" + subject + "s/") + thing.get(subject);
            assertThat(send("PATCH", path, Map.of("fields", Map.of(key, "Algo"))))
                    .isEqualTo(200);
            assertThat(send("PATCH", path, Map.of("fields", nothing(key)))).isEqualTo(200);
            AURORA.owner()
                    .get("/api/v1" + path)
                    .then()
                    .body("fields.keySet().findAll { it == '" + key + "' }", empty());
            assertThat(send("POST", "/tickets", with(ticket(), "fields", nothing(key))))
                    .isEqualTo(201);
            assertThat(send("POST", "/contacts", with(contact(), "fields", nothing(key))))
                    .isEqualTo(201);
            assertThat(send("POST", "/companies", with(company(), "fields", nothing(key))))
                    .isEqualTo(201);
            AURORA.owner().delete("/api/v1/fields/" + field.path("id")).then().statusCode(204);
        }
        assertThat(send("POST", "/contacts", with(contact(), "social", nothing("linkedin"))))
                .isEqualTo(422);
        assertThat(send("PATCH", "/contacts/" + contact, Map.of("social", nothing("linkedin"))))
                .isEqualTo(422);
    }

    private void refused(String path, Map<String, ?> rest, String list) {
        refused("POST", path, rest, list);
    }

    private void refused(String method, String path, Map<String, ?> rest, String list) {
        assertThat(send(method, path, with(rest, list, NOTHING)))
                .as("%s %s with null in %s", method, path, list)
                .isEqualTo(422);
    }

    private static int send(String method, String path, Map<String, ?> body) {
        return AURORA.owner()
                .contentType("application/json")
                .body(body)
                .request(method, "/api/v1" + path)
                .statusCode();
    }

    private Map<String, Object> ticket() {
        return Map.of("space", space, "requester", Map.of("email", "nula@null.example"), "subject", "Nulo");
    }

    private Map<String, Object> contact() {
        return Map.of("space", space, "name", "Nula");
    }

    private Map<String, Object> company() {
        return Map.of("space", space, "name", "Nula " + UUID.randomUUID());
    }

    private static Map<String, ?> nothing(String key) {
        return Collections.singletonMap(key, null);
    }

    private static Map<String, ?> with(Map<String, ?> body, String name, Object value) {
        var all = new HashMap<String, Object>(body);
        all.put(name, value);
        return all;
    }
}
