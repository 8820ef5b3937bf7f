package app.lienzo.contacts;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Who chooses what stays of two files, and finds contacts by how they stand with the portal.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContactMergeTest {
    private static final String PATH = "/api/v1/contacts";

    @Test
    @DisplayName(
            "FD-2: of two files that differ, each field is chosen by itself; the preview shows both and what comes of it, without JavaScript, and all of it can be undone")
    void each_field_is_chosen() {
        var word = word();
        var kept = create(AURORA, "Ana " + word, Map.of("title", "Jefa", "language", "es"), word + "@one.example");
        var other = create(
                AURORA,
                "Anita " + word,
                Map.of("title", "Directora", "language", "pt", "notes", "Prefiere el teléfono"),
                word + "@two.example");
        var owner = Browser.signedIn(AURORA, "owner");
        var page = owner.get("/contacts/" + kept + "/merge?duplicate=" + other).body();
        assertThat(page)
                .contains("name=\"take.name\"", "name=\"take.title\"", "name=\"take.emails\"", "Prefiere el teléfono")
                .doesNotContain("name=\"take.notes\"", "name=\"take.tags\"");
        var chosen = "duplicate=" + other + "&version=" + version(page)
                + "&take.name=other&take.title=kept&take.emails=other&take.language=other";
        var look = owner.post("/contacts/" + kept + "/merge", chosen + "&look=1");
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body()).containsPattern("value=\"other\"[^>]* checked");
        assertThat(owner.get("/contacts/" + other).status())
                .as("looking merges nothing")
                .isEqualTo(200);

        var done = owner.post("/contacts/" + kept + "/merge", chosen);
        assertThat(done.status()).isEqualTo(303);
        AURORA.agent()
                .get(PATH + "/" + kept)
                .then()
                .body("name", equalTo("Anita " + word))
                .body("title", equalTo("Jefa"))
                .body("language", equalTo("pt"))
                .body("notes", equalTo("Prefiere el teléfono"))
                .body("emails.address", contains(word + "@two.example", word + "@one.example"));
        AURORA.owner()
                .post(PATH + "/undo/" + done.header("Location").replaceAll(".*undo=", ""))
                .then()
                .statusCode(200);
        AURORA.agent()
                .get(PATH + "/" + kept)
                .then()
                .body("name", equalTo("Ana " + word))
                .body("language", equalTo("es"))
                .body("emails.address", contains(word + "@one.example"));
        AURORA.agent().get(PATH + "/" + other).then().body("name", equalTo("Anita " + word));
    }

    @Test
    @DisplayName(
            "FD-2, T06: programs choose by name; what is the name of nothing is refused, another organization's contact is a 404")
    void programs_choose_too() {
        var word = word();
        var kept = create(AURORA, "Ana " + word, Map.of("title", "Jefa"), word + "@one.example");
        var other = create(AURORA, "Anita " + word, Map.of(), word + "@two.example");
        var abroad = create(NIMBUS, "Ann " + word, Map.of("title", "Boss"), word + "@three.example");
        for (var wrong : List.of("tags", "blocked_at", "field.", "fields.x", "id"))
            merge(kept, other, List.of(wrong)).then().statusCode(422);
        merge(kept, abroad, List.of("title")).then().statusCode(404);
        merge(kept, other, List.of("name", "title", "field.gone")).then().statusCode(200);
        AURORA.agent()
                .get(PATH + "/" + kept)
                .then()
                .body("name", equalTo("Anita " + word))
                .body("title", equalTo("Jefa"));
    }

    @Test
    @DisplayName(
            "FD-4: contacts are found by how they stand with the portal, on the page, in a saved view and by programs")
    void contacts_by_their_access() {
        var word = word();
        var standing = new HashMap<String, String>();
        standing.put("NONE", create(AURORA, "Nadie " + word, Map.of(), word + "@none.example"));
        standing.put("INVITED", create(AURORA, "Invitada " + word, Map.of(), word + "@invited.example"));
        standing.put("TEMPORARY", create(AURORA, "Provisional " + word, Map.of(), word + "@temporary.example"));
        standing.put("ACTIVE", create(AURORA, "Activa " + word, Map.of(), word + "@active.example"));
        standing.put("BLOCKED", create(AURORA, "Bloqueada " + word, Map.of(), word + "@blocked.example"));
        access(standing.get("INVITED"), null, false);
        access(standing.get("TEMPORARY"), "x", true);
        access(standing.get("ACTIVE"), "x", false);
        access(standing.get("BLOCKED"), "x", false);
        AURORA.owner()
                .post(PATH + "/" + standing.get("BLOCKED") + "/block")
                .then()
                .statusCode(200);
        var owner = Browser.signedIn(AURORA, "owner");
        standing.forEach((access, id) -> {
            AURORA.owner()
                    .queryParam("q", word)
                    .queryParam("access", access.toLowerCase())
                    .get(PATH)
                    .then()
                    .body("items.id", contains(id));
            var page = owner.get("/contacts?q=" + word + "&access=" + access).body();
            standing.values().forEach(one -> {
                if (one.equals(id)) assertThat(page).as(access).contains("/contacts/" + one);
                else assertThat(page).as(access).doesNotContain("/contacts/" + one);
            });
            assertThat(page).contains("name=\"query\" value=\"q=" + word + "&amp;access=" + access);
        });
        AURORA.owner().queryParam("access", "everybody").get(PATH).then().statusCode(422);
        NIMBUS.owner()
                .queryParam("q", word)
                .queryParam("access", "active")
                .get(PATH)
                .then()
                .body("items.size()", equalTo(0));
        var there = Customer.active(AURORA, "principal");
        AURORA.owner()
                .queryParam("q", there.email())
                .queryParam("access", "active")
                .get(PATH)
                .then()
                .body("items.id", contains(there.id()));
    }

    @Test
    @DisplayName("FD-5: a list of companies is saved under a name, opened again and taken away; nobody else sees it")
    void companies_have_saved_views() {
        var owner = Browser.signedIn(AURORA, "owner");
        var word = word();
        assertThat(owner.get("/companies?q=" + word + "+sur").body()).contains("name=\"subject\" value=\"COMPANIES\"");
        var saved = owner.post(
                "/views", "subject=COMPANIES&query=q%3D" + word + "%2Bsur&columns=&space=&name=Vista+" + word);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(saved.header("Location")).startsWith("/companies?q=" + word);
        assertThat(owner.get(saved.header("Location")).body())
                .contains("Vista " + word, "aria-current=\"true\"", "value=\"" + word + " sur\"");
        assertThat(Browser.signedIn(AURORA, "agent").get("/companies").body()).doesNotContain("Vista " + word);
        assertThat(Browser.signedIn(NIMBUS, "owner").get("/companies").body()).doesNotContain("Vista " + word);
    }

    private static io.restassured.response.Response merge(String kept, String other, List<String> take) {
        return AURORA.owner()
                .contentType("application/json")
                .body(Map.of("duplicate", other, "take", take))
                .post(PATH + "/" + kept + "/merge");
    }

    private static String create(Tenant tenant, String name, Map<String, Object> more, String email) {
        var contact = new HashMap<String, Object>(more);
        contact.put("name", name);
        contact.put("emails", List.of(email));
        contact.put("space", tenant.space());
        return tenant.owner()
                .contentType("application/json")
                .body(contact)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void access(String contact, String password, boolean temporary) {
        Rows.list("""
                insert into lienzo.portal_access (tenant_id, contact_id, password_hash, temporary, temporary_until, invited_at)
                values (?, ?::uuid, ?, ?, case when ? then now() + interval '1 day' end, now())
                """, Rows.id(AURORA), contact, password, temporary, temporary);
    }

    private static String version(String page) {
        return page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
