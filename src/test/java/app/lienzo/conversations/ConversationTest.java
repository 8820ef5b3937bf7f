package app.lienzo.conversations;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConversationTest {

    @Test
    @DisplayName("B2-6: what a visitor writes waits in his tenant's inbox and in no other's")
    void a_message_waits_in_the_inbox_of_its_tenant() {
        var talk = AURORA.talk("¿Dónde está mi pedido?");

        AURORA.agent().get("/api/v1/conversations").then().statusCode(200).body("items.id", hasItem(talk.id()));
        NIMBUS.owner().get("/api/v1/conversations").then().statusCode(200).body("items.id", not(hasItem(talk.id())));
        NIMBUS.owner().get(talk.path()).then().statusCode(404);
    }

    @Test
    @DisplayName("B2-6: of two who take a conversation at once one wins, and the other is told who")
    void taking_has_one_winner() throws Exception {
        var talk = AURORA.talk("Carrera");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> agent =
                    () -> AURORA.agent().post(talk.path() + "/holder").statusCode();
            Callable<Integer> owner =
                    () -> AURORA.owner().post(talk.path() + "/holder").statusCode();
            var answers = both.invokeAll(List.of(agent, owner)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        String holder = AURORA.owner().get(talk.path()).then().extract().path("holder.name");
        var loser = holder.equals("Olivia Ortega") ? AURORA.agent() : AURORA.owner();
        loser.post(talk.path() + "/holder")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conversation-held"))
                .body("detail", containsString(holder));
    }

    @Test
    @DisplayName(
            "B2-6: what an agent holds no other agent sees, by list, id, search, message or file; the Manager does")
    void what_is_in_progress_is_seen_by_its_holder_and_the_manager() {
        var word = "secreto" + UUID.randomUUID().toString().substring(0, 8);
        var talk = AURORA_SECOND.talk(word);
        var holder = AURORA.member("agent");
        talk.takenBy(holder);
        var other = AURORA.token("agent2");

        AURORA.with(other).get(talk.path()).then().statusCode(404);
        AURORA.with(other).get(talk.path() + "/messages").then().statusCode(404);
        for (var state : List.of("inbox", "in-progress", "closed")) {
            for (var team : List.of("true", "false")) {
                AURORA.with(other)
                        .queryParam("state", state)
                        .queryParam("team", team)
                        .queryParam("q", word)
                        .get("/api/v1/conversations")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(0));
            }
        }
        reply(AURORA.with(other), talk.path(), "Me meto").then().statusCode(404);
        AURORA.with(other).delete(talk.path() + "/holder").then().statusCode(404);
        AURORA.with(other).post(talk.path() + "/closure").then().statusCode(404);
        var manager = AURORA.token("manager");
        AURORA.with(manager).get(talk.path()).then().statusCode(200);
        AURORA.with(manager)
                .queryParam("state", "in-progress")
                .queryParam("team", true)
                .queryParam("q", word)
                .get("/api/v1/conversations")
                .then()
                .body("items.id", hasItem(talk.id()));
    }

    @Test
    void a_reply_reaches_the_visitor_and_a_note_never_does() {
        var talk = AURORA.talk("Hola").takenBy(AURORA.agent());
        reply(AURORA.agent(), talk.path(), "Buenos días").then().statusCode(201);
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("text", "Cliente difícil", "kind", "note"))
                .post(talk.path() + "/messages")
                .then()
                .statusCode(201);

        assertThat(talk.visitor().sees()).containsExactly("Hola", "Buenos días");
    }

    @Test
    void who_does_not_hold_a_conversation_cannot_reply() {
        var talk = AURORA.talk("Hola");
        reply(AURORA.agent(), talk.path(), "Rápido")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conversation-not-yours"));
        assertThat(talk.visitor().sees()).containsExactly("Hola");
    }

    @Test
    @DisplayName("Send guard: a newer message is shown before a reply that did not see it goes out")
    void a_newer_message_stops_a_reply_that_did_not_see_it() {
        var talk = AURORA.talk("Quiero cancelar").takenBy(AURORA.agent());
        talk.visitor().writes("No, mejor no");

        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("text", "Cancelado", "seen", 1))
                .post(talk.path() + "/messages")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/message-newer"));
        assertThat(talk.visitor().sees()).doesNotContain("Cancelado");
        int seen = AURORA.agent().get(talk.path()).then().extract().path("lastInbound");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("text", "De acuerdo", "seen", seen))
                .post(talk.path() + "/messages")
                .then()
                .statusCode(201);
    }

    @Test
    void a_closed_conversation_comes_back_to_the_inbox_when_the_customer_writes_again() {
        var talk = AURORA.talk("Primera").takenBy(AURORA.agent());
        AURORA.agent().post(talk.path() + "/closure").then().statusCode(200).body("state", equalTo("closed"));
        talk.visitor().writes("Segunda");

        AURORA.agent().get(talk.path()).then().body("state", equalTo("inbox")).body("preview", equalTo("Segunda"));
    }

    @Test
    void a_conversation_handed_over_leaves_its_holder() {
        var talk = AURORA_SECOND.talk("Traspaso").takenBy(AURORA.agent());
        String bruno =
                AURORA.member("agent2").get("/api/v1/me").then().extract().path("id");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("member", bruno))
                .put(talk.path() + "/holder")
                .then()
                .statusCode(204);

        AURORA.agent().get(talk.path()).then().statusCode(404);
        AURORA.member("agent2").get(talk.path()).then().statusCode(200);
    }

    @Test
    void a_conversation_cannot_be_handed_to_somebody_who_does_not_work_in_its_space() {
        var talk = AURORA.talk("Traspaso").takenBy(AURORA.agent());
        String bruno =
                AURORA.member("agent2").get("/api/v1/me").then().extract().path("id");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("member", bruno))
                .put(talk.path() + "/holder")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/member-unknown"));
        AURORA.agent().get(talk.path()).then().statusCode(200);
    }

    @Test
    void the_same_key_twice_is_one_message_and_another_text_under_it_is_refused() {
        var talk = AURORA.talk("Hola").takenBy(AURORA.agent());
        var key = UUID.randomUUID().toString();
        keyed(talk.path(), key, "Uno").then().statusCode(201);
        keyed(talk.path(), key, "Uno").then().statusCode(200);
        keyed(talk.path(), key, "Otro").then().statusCode(422).body("type", equalTo("/problems/message-key-reused"));
        assertThat(talk.visitor().sees()).containsExactly("Hola", "Uno");
    }

    @Test
    @DisplayName("Pages of a list hang together and each conversation is on one of them")
    void pages_hang_together() {
        for (int i = 0; i < 5; i++) NIMBUS.talk("Seite " + i);
        var seen = new java.util.ArrayList<String>();
        String after = null;
        do {
            var request = NIMBUS.owner().queryParam("limit", 2);
            if (after != null) request = request.queryParam("after", after);
            var page =
                    request.get("/api/v1/conversations").then().statusCode(200).extract();
            seen.addAll(page.path("items.id"));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    private static io.restassured.response.Response reply(RequestSpecification member, String path, String text) {
        return member.contentType("application/json").body(Map.of("text", text)).post(path + "/messages");
    }

    private static io.restassured.response.Response keyed(String path, String key, String text) {
        return AURORA.agent()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("text", text))
                .post(path + "/messages");
    }
}
