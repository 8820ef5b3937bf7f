package app.lienzo.contacts;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What visitors say of themselves, and what it does not open.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SaidAddressTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Test
    @DisplayName(
            "H10: a stranger who names somebody's address gets none of his history, and stays a contact of his own")
    void an_address_that_is_only_said_opens_nothing() {
        var word = word();
        var address = word + "@victim.example";
        var victim = AURORA.contact("Víctima " + word, address);
        var known = AURORA.talk("Mi secreto " + word);
        Rows.list("update lienzo.contact set said_email = null where id = ?::uuid", victim);
        introduce(known.visitor(), "Víctima", address);
        var stranger = AURORA.talk("Hola");
        introduce(stranger.visitor(), "Víctima " + word, address);
        assertThat(stranger.visitor().sees()).containsExactly("Hola");
        var contact = contactOf(stranger);
        assertThat(contact).isNotEqualTo(victim).isNotEqualTo(contactOf(known));
        AURORA.agent()
                .get("/api/v1/contacts/" + contact)
                .then()
                .body("emails", empty())
                .body("saidEmail", equalTo(address))
                .body("name", equalTo("Víctima " + word));
        assertThat(Rows.one("select contact_id from lienzo.contact_email where address = ?", address))
                .isEqualTo(victim);
        AURORA.agent()
                .get("/api/v1/contacts/" + contact + "/duplicates")
                .then()
                .body("contact.id[0]", equalTo(victim))
                .body("why[0]", equalTo("EMAIL"));
        var desk = Browser.signedIn(AURORA, "agent").get("/console/conversations/" + stranger.id());
        assertThat(desk.body()).contains("(solo lo dice)").contains("/contacts/" + contact);
    }

    @Test
    @DisplayName(
            "H10: a name and an address that a page sends without a signature are what somebody says, and no identity")
    void an_unsigned_identity_is_only_said() {
        var word = word();
        for (int i = 0; i < 2; i++) {
            var answer = arrive("{\"identity\":{\"id\":null,\"name\":\"Rosa " + word + "\",\"email\":\"ROSA@" + word
                    + ".example\",\"hash\":null}}");
            assertThat(answer.status()).isEqualTo(201);
        }
        assertThat(Rows.list(
                        "select verified || ' ' || said_email || ' ' || (external_id is null) from lienzo.contact where name = ?",
                        "Rosa " + word))
                .containsExactly("false rosa@" + word + ".example true", "false rosa@" + word + ".example true");
        assertThat(Rows.list("select 1 from lienzo.contact_email where address = ?", "rosa@" + word + ".example"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "what the team wrote into a file is not replaced by what a visitor says, and his address waits until somebody believes it")
    void the_file_wins() {
        var word = word();
        var talk = AURORA.talk("Hola");
        introduce(talk.visitor(), "Apodo", word + "@said.example");
        var contact = contactOf(talk);
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("name", "Nombre Real " + word))
                .patch("/api/v1/contacts/" + contact)
                .then()
                .statusCode(200);
        introduce(talk.visitor(), "Otro apodo", word + "@other.example");
        AURORA.agent()
                .get("/api/v1/contacts/" + contact)
                .then()
                .body("name", equalTo("Nombre Real " + word))
                .body("saidEmail", equalTo(word + "@other.example"));
        var agent = Browser.signedIn(AURORA, "agent");
        agent.get("/contacts/" + contact);
        assertThat(agent.post("/contacts/" + contact + "/said", "").status()).isEqualTo(303);
        AURORA.agent()
                .get("/api/v1/contacts/" + contact)
                .then()
                .body("emails.address", contains(word + "@other.example"))
                .body("emails.verified", contains(false))
                .body("saidEmail", equalTo(null));
    }

    @Test
    @DisplayName("an introduction without a token, with nonsense for an address or of a blocked visitor is refused")
    void a_wrong_introduction_is_refused() {
        var talk = AURORA.talk("Hola");
        talk.visitor()
                .request()
                .contentType("application/json")
                .body(Map.of("name", "Ana", "email", "no es una dirección"))
                .post(AURORA.channel() + "/introduction")
                .then()
                .statusCode(422);
        AURORA.anybody()
                .header("Origin", Tenant.SHOP)
                .contentType("application/json")
                .body(Map.of("name", "Ana"))
                .post(AURORA.channel() + "/introduction")
                .then()
                .statusCode(401);
        AURORA.agent()
                .post("/api/v1/contacts/" + contactOf(talk) + "/block")
                .then()
                .statusCode(200);
        talk.visitor()
                .request()
                .contentType("application/json")
                .body(Map.of("name", "Ana"))
                .post(AURORA.channel() + "/introduction")
                .then()
                .statusCode(403);
    }

    private static void introduce(Tenant.Visitor visitor, String name, String email) {
        visitor.request()
                .contentType("application/json")
                .body(Map.of("name", name, "email", email))
                .post(AURORA.channel() + "/introduction")
                .then()
                .statusCode(204);
    }

    private static Wire.Answer arrive(String body) {
        var answer = Wire.to(AURORA, "POST", AURORA.channel() + "/visitors")
                .header("Origin", Tenant.SHOP)
                .json(body)
                .from("127.9.1." + (1 + ADDRESSES.incrementAndGet()))
                .send();
        if (answer.status() == 201)
            assertThat(JsonPath.from(answer.body()).getString("token")).isNotEmpty();
        return answer;
    }

    private static String contactOf(Tenant.Talk talk) {
        return Rows.one("select contact_id from lienzo.conversation where id = ?::uuid", talk.id());
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
