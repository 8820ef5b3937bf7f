package app.lienzo.contacts;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Merging, blocking, deleting, several at once; and taking it back.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContactCareTest {
    private static final String PATH = "/api/v1/contacts";

    @Inject
    ContactCareService care;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName(
            "FD-2: two files become one: what is there stays, gaps are filled, addresses and numbers go over; and it can be undone")
    void two_become_one() {
        var word = word();
        var kept = create(
                AURORA,
                Map.of("name", "Ana " + word, "emails", List.of(word + "@one.example"), "tags", List.of("vip")));
        var other = create(
                AURORA,
                Map.of(
                        "name", "Anita " + word,
                        "title", "Jefa",
                        "emails", List.of(word + "@two.example"),
                        "phones", List.of(Map.of("number", "+34600111222")),
                        "tags", List.of("norte")));
        Rows.list("update lienzo.contact_email set verified_at = now() where address = ?", word + "@two.example");
        var undo = merge(AURORA, kept, other)
                .statusCode(200)
                .body("action", equalTo("MERGE"))
                .extract()
                .<String>path("undo");
        AURORA.agent()
                .get(PATH + "/" + kept)
                .then()
                .body("name", equalTo("Ana " + word))
                .body("title", equalTo("Jefa"))
                .body("emails.address", contains(word + "@one.example", word + "@two.example"))
                .body("emails.verified", contains(false, true))
                .body("phones.number", contains("+34600111222"))
                .body("tags", contains("vip", "norte"));
        AURORA.agent().get(PATH + "/" + other).then().statusCode(200).body("id", equalTo(kept));
        assertThat(Browser.signedIn(AURORA, "agent").get("/contacts/" + other).header("location"))
                .isEqualTo("/contacts/" + kept);
        AURORA.owner().queryParam("q", word).get(PATH).then().body("items.id", contains(kept));
        AURORA.agent().post("/api/v1/contacts/undo/" + undo).then().statusCode(404);
        AURORA.owner()
                .post("/api/v1/contacts/undo/" + undo)
                .then()
                .statusCode(200)
                .body("contacts", equalTo(2));
        AURORA.agent()
                .get(PATH + "/" + other)
                .then()
                .body("id", equalTo(other))
                .body("name", equalTo("Anita " + word))
                .body("emails.address", contains(word + "@two.example"))
                .body("emails.verified", contains(true))
                .body("phones.number", contains("+34600111222"));
        AURORA.agent()
                .get(PATH + "/" + kept)
                .then()
                .body("title", equalTo(""))
                .body("emails.address", contains(word + "@one.example"))
                .body("phones", empty());
        AURORA.owner().post("/api/v1/contacts/undo/" + undo).then().statusCode(404);
    }

    @Test
    @DisplayName(
            "T06: contacts of two spaces or two organizations never become one, nor one with itself, and an agent merges nobody")
    void what_is_apart_stays_apart() {
        var one = AURORA.contact("Uno", word() + "@apart.example");
        var elsewhere = AURORA_SECOND.contact("Otro", word() + "@apart.example");
        var foreign = NIMBUS.contact("Other", word() + "@apart.example");
        var before = Rows.fingerprint(NIMBUS);
        merge(AURORA, one, elsewhere).statusCode(409).body("type", equalTo("/problems/contacts-apart"));
        merge(AURORA, one, one).statusCode(409).body("type", equalTo("/problems/contacts-same"));
        merge(AURORA, one, foreign).statusCode(404);
        merge(AURORA, foreign, one).statusCode(404);
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("duplicate", elsewhere))
                .post(PATH + "/" + one + "/merge")
                .then()
                .statusCode(403);
        assertThat(Rows.fingerprint(NIMBUS)).isEqualTo(before);
        assertThat(Rows.list(
                        "select id from lienzo.contact where merged_into is not null and id = any(array[?, ?]::uuid[])",
                        one,
                        elsewhere))
                .isEmpty();
    }

    @Test
    @DisplayName("a merge of an old version is refused, and one that somebody changed since is not undone by halves")
    void a_merge_counts_for_what_was_seen() {
        var word = word();
        var kept = AURORA.contact("Ana " + word, word + "@v.example");
        var other = AURORA.contact("Ana " + word, word + "@w.example");
        AURORA.owner()
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body(Map.of("duplicate", other))
                .post(PATH + "/" + kept + "/merge")
                .then()
                .statusCode(409);
        var undo = merge(AURORA, kept, other).statusCode(200).extract().<String>path("undo");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("title", "Nueva"))
                .patch(PATH + "/" + kept)
                .then()
                .statusCode(200);
        AURORA.owner().post("/api/v1/contacts/undo/" + undo).then().statusCode(409);
        AURORA.agent().get(PATH + "/" + other).then().body("id", equalTo(kept)).body("title", equalTo("Nueva"));
    }

    @Test
    @DisplayName("T06: who may not do it any more does not take it back either, and all stays as it is")
    void undoing_needs_the_right() {
        var word = word();
        var removed = AURORA_SECOND.contact("Ana " + word, word + "@second.example");
        var kept = AURORA_SECOND.contact("Eva " + word, word + "1@second.example");
        var other = AURORA_SECOND.contact("Eva " + word, word + "2@second.example");
        var removing = undo(AURORA.member("manager").delete(PATH + "/" + removed));
        var merging = undo(AURORA.member("manager")
                .contentType("application/json")
                .body(Map.of("duplicate", other))
                .post(PATH + "/" + kept + "/merge"));
        try {
            place("AGENT");
            for (var undo : List.of(removing, merging))
                AURORA.member("manager").post(PATH + "/undo/" + undo).then().statusCode(403);
            place(null);
            for (var undo : List.of(removing, merging))
                AURORA.member("manager").post(PATH + "/undo/" + undo).then().statusCode(404);
        } finally {
            place("MANAGER");
        }
        AURORA.owner().get(PATH + "/" + removed).then().statusCode(404);
        AURORA.owner().get(PATH + "/" + other).then().body("id", equalTo(kept));
        AURORA.member("manager").post(PATH + "/undo/" + merging).then().statusCode(200);
    }

    @Test
    @DisplayName("Who turned out to be somebody else meanwhile is not merged in that one's place")
    void a_merged_contact_is_not_merged_again() {
        var word = word();
        var kept = AURORA.contact("Ana " + word, word + "1@again.example");
        var gone = AURORA.contact("Ana " + word, word + "2@again.example");
        var third = AURORA.contact("Ana " + word, word + "3@again.example");
        merge(AURORA, kept, gone).statusCode(200);
        merge(AURORA, third, gone).statusCode(409).body("type", equalTo("/problems/contact-changed"));
        merge(AURORA, gone, third).statusCode(409).body("type", equalTo("/problems/contact-changed"));
        AURORA.owner().get(PATH + "/" + kept).then().body("id", equalTo(kept));
        AURORA.owner().get(PATH + "/" + third).then().body("id", equalTo(third));
    }

    @Test
    @DisplayName("Of two who merge the same contact at once the second one is told, and he becomes one person only")
    void one_merge_wins() throws Exception {
        var word = word();
        var kept = AURORA.contact("Ana " + word, word + "1@race.example");
        var other = AURORA.contact("Ana " + word, word + "2@race.example");
        try (var elsewhere = Rows.as("postgres");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            elsewhere.setAutoCommit(false);
            try (var merging = elsewhere.prepareStatement(
                    "update lienzo.contact set version = version + 1, removed_at = now() where id = ?::uuid")) {
                merging.setString(1, other);
                merging.executeUpdate();
            }
            var second =
                    threads.submit(() -> merge(AURORA, kept, other).extract().statusCode());
            Rows.awaitWaiter("lienzo.contact");
            elsewhere.commit();
            assertThat(second.get()).isEqualTo(409);
        }
        assertThat(Rows.list("select merged_into from lienzo.contact where id = ?::uuid", other))
                .containsOnlyNulls();
        AURORA.owner().get(PATH + "/" + kept).then().header("ETag", "\"0\"");
    }

    @Test
    @DisplayName("SO-1: after a merge each browser still sees only its own chat, and the team sees both on one page")
    void a_merge_opens_nothing() {
        var word = word();
        var known = AURORA.talk("Lo mío es privado " + word);
        var stranger = AURORA.talk("Soy otra persona " + word);
        var kept = contactOf(known);
        var other = contactOf(stranger);
        merge(AURORA, kept, other).statusCode(200);
        assertThat(stranger.visitor().sees()).containsExactly("Soy otra persona " + word);
        assertThat(known.visitor().sees()).containsExactly("Lo mío es privado " + word);
        stranger.visitor().writes("Sigo aquí");
        assertThat(stranger.visitor().sees()).hasSize(2).doesNotContain("Lo mío es privado " + word);
        var page = Browser.signedIn(AURORA, "agent").get("/contacts/" + kept);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Lo mío es privado " + word)
                .contains("/console/conversations/" + stranger.id());
    }

    @Test
    @DisplayName(
            "what a blocked contact writes is refused at once, what was said can still be read, and unblocking takes it back")
    void a_blocked_contact_is_refused() {
        var talk = AURORA.talk("Antes");
        var contact = contactOf(talk);
        AURORA.agent()
                .post(PATH + "/" + contact + "/block")
                .then()
                .statusCode(200)
                .body("blocked", equalTo(true));
        assertThat(write(talk, "Después").status()).isEqualTo(403);
        assertThat(talk.visitor().sees()).containsExactly("Antes");
        AURORA.agent()
                .delete(PATH + "/" + contact + "/block")
                .then()
                .statusCode(200)
                .body("blocked", equalTo(false));
        assertThat(write(talk, "Otra vez").status()).isEqualTo(201);
        assertThat(Rows.list("select action from lienzo.audit_entry where subject_id = ?::uuid order by id", contact))
                .containsExactly("contact-blocked", "contact-unblocked");
    }

    @Test
    @DisplayName(
            "who is deleted leaves no personal data behind once the time to think is over; conversations stay without the name")
    void a_deleted_contact_is_forgotten() {
        var word = word();
        var talk = AURORA.talk("Hola " + word);
        talk.visitor()
                .request()
                .contentType("application/json")
                .body(Map.of("name", "Marta " + word, "email", word + "@gone.example"))
                .post(AURORA.channel() + "/introduction")
                .then()
                .statusCode(204);
        var contact = contactOf(talk);
        talk.visitor().writes("Otra cosa");
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("notes", "Nota " + word))
                .patch(PATH + "/" + contact)
                .then()
                .statusCode(200);
        AURORA.agent().delete(PATH + "/" + contact).then().statusCode(403);
        var undo = AURORA.owner()
                .delete(PATH + "/" + contact)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("undo");
        AURORA.owner().get(PATH + "/" + contact).then().statusCode(404);
        AURORA.owner().post("/api/v1/contacts/undo/" + undo).then().statusCode(200);
        AURORA.owner().get(PATH + "/" + contact).then().statusCode(200).body("name", equalTo("Marta " + word));

        var again = AURORA.owner()
                .delete(PATH + "/" + contact)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("undo");
        scope.run(
                organizations.named("aurora").orElseThrow(),
                () -> QuarkusTransaction.requiringNew().run(() -> care.forget(UUID.fromString(again))));
        AURORA.owner().post("/api/v1/contacts/undo/" + again).then().statusCode(404);
        for (var table :
                List.of("contact", "contact_email", "contact_phone", "contact_undo", "visitor", "conversation"))
            assertThat(Rows.list("select t::text from lienzo." + table + " t where t::text like ?", "%" + word + "@%"))
                    .as(table)
                    .isEmpty();
        assertThat(Rows.list(
                        "select author from lienzo.message where conversation_id = ?::uuid and author like ?",
                        talk.id(),
                        "%" + word + "%"))
                .isEmpty();
        var desk = Browser.signedIn(AURORA, "agent").get("/console/conversations/" + talk.id());
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.body()).contains("Hola " + word).doesNotContain("Marta");
    }

    @Test
    @DisplayName(
            "FD-2: several contacts get a tag, are blocked and deleted in one go, and what nobody touched since is taken back")
    void several_at_once() {
        var word = word();
        var one = AURORA.contact("Uno " + word, word + "1@bulk.example");
        var two = AURORA.contact("Dos " + word, word + "2@bulk.example");
        var agent = Browser.signedIn(AURORA, "agent");
        agent.get("/contacts");
        var answer = agent.post(
                "/contacts/bulk", "id=" + one + "&id=" + two + "&action=TAG&tag=T" + word + "&back=q%3D" + word);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).startsWith("/contacts?q=" + word + "&undo=");
        AURORA.owner()
                .queryParam("tag", "t" + word)
                .get(PATH)
                .then()
                .body("items.id", hasItem(one))
                .body("items.id", hasItem(two));
        var page = agent.get(answer.header("location"));
        assertThat(page.body()).contains("Deshacer").contains("2 personas");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("title", "Cambiada"))
                .patch(PATH + "/" + two)
                .then()
                .statusCode(200);
        var undo = answer.header("location").replaceAll(".*undo=", "");
        assertThat(agent.post("/contacts/undo/" + undo, "back=%2Fcontacts%3Fq%3D" + word)
                        .header("location"))
                .isEqualTo("/contacts?q=" + word + "&done=undone");
        AURORA.owner().queryParam("tag", "t" + word).get(PATH).then().body("items.id", contains(two));
        assertThat(agent.post("/contacts/bulk", "id=" + one + "&action=REMOVE").status())
                .isEqualTo(403);
        assertThat(agent.post("/contacts/bulk", "action=BLOCK").status()).isEqualTo(422);
        assertThat(agent.post("/contacts/bulk", "id=" + one + "&id=" + UUID.randomUUID() + "&action=BLOCK")
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("/contacts/bulk", "id=" + one + "&action=MERGE").status())
                .isEqualTo(422);
        var manager = Browser.signedIn(AURORA, "manager");
        assertThat(manager.post("/contacts/bulk", "id=" + one + "&id=" + two + "&action=REMOVE&back=//evil")
                        .header("location"))
                .startsWith("/contacts?");
        AURORA.owner().queryParam("q", word).get(PATH).then().body("items", empty());
    }

    @Test
    @DisplayName(
            "who names an address of somebody's file, has the same number or the same name is suggested as the same person")
    void duplicates_are_suggested() {
        var word = word();
        var first = create(
                AURORA,
                Map.of(
                        "name",
                        "Eva " + word,
                        "emails",
                        List.of(word + "@dup.example"),
                        "phones",
                        List.of(Map.of("number", "+34611222333"))));
        var named = create(AURORA, Map.of("name", "EVA  " + word));
        var talk = AURORA.talk("Soy Eva");
        talk.visitor()
                .request()
                .contentType("application/json")
                .body(Map.of("name", "Evita", "email", word.toUpperCase(java.util.Locale.ROOT) + "@dup.example"))
                .post(AURORA.channel() + "/introduction")
                .then()
                .statusCode(204);
        var said = contactOf(talk);
        AURORA.agent()
                .get(PATH + "/" + first + "/duplicates")
                .then()
                .statusCode(200)
                .body("contact.id", contains(said, named))
                .body("why", contains("EMAIL", "NAME"));
        AURORA.agent()
                .get(PATH + "/" + said)
                .then()
                .body("emails", empty())
                .body("saidEmail", equalTo(word + "@dup.example"));
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.get("/contacts/" + said).body()).contains("Eva " + word);
        assertThat(agent.post("/contacts/" + said + "/said", "").status())
                .as("it is in another file")
                .isEqualTo(409);
    }

    private static String contactOf(Tenant.Talk talk) {
        return Rows.one("select contact_id from lienzo.conversation where id = ?::uuid", talk.id());
    }

    private static Wire.Answer write(Tenant.Talk talk, String text) {
        return Wire.to(AURORA, "POST", AURORA.channel() + "/messages")
                .header("Origin", Tenant.SHOP)
                .header("Authorization", "Bearer " + talk.visitor().token())
                .json("{\"clientId\":\"" + UUID.randomUUID() + "\",\"text\":\"" + text + "\"}")
                .send();
    }

    private static ValidatableResponse merge(Tenant tenant, String kept, String other) {
        return tenant.owner()
                .contentType("application/json")
                .body(Map.of("duplicate", other))
                .post(PATH + "/" + kept + "/merge")
                .then();
    }

    private static String undo(Response answer) {
        return answer.then().statusCode(200).extract().path("undo");
    }

    /// What Aurora's manager is in its other space; null for nothing.
    private static void place(@Nullable String role) {
        var manager =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'manager'", Rows.id(AURORA));
        var path = "/api/v1/members/" + manager + "/spaces/" + AURORA_SECOND.space();
        if (role == null) AURORA.owner().delete(path).then().statusCode(204);
        else
            AURORA.owner()
                    .contentType("application/json")
                    .body(Map.of("role", role))
                    .put(path)
                    .then()
                    .statusCode(200);
    }

    private static String create(Tenant tenant, Map<String, ?> contact) {
        var body = new java.util.HashMap<String, Object>(contact);
        body.put("space", tenant.space());
        return tenant.owner()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
