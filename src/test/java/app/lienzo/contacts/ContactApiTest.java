package app.lienzo.contacts;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Contacts as programs make, find and change them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContactApiTest {
    private static final String PATH = "/api/v1/contacts";

    @Test
    @DisplayName(
            "FD-2: a contact has several addresses and numbers, an address, tags and networks, each in one spelling")
    void a_file_is_stored_in_one_spelling() {
        var word = word();
        var id = create(
                        AURORA,
                        Map.of(
                                "name", "  José\u202E  Pérez ",
                                "title", "Compras",
                                "emails",
                                        List.of(
                                                "JOSE@" + word + ".Example",
                                                " jose@" + word + ".example ",
                                                "otro@" + word + ".example"),
                                "phones", List.of(Map.of("number", "+34 600 123 456", "label", "móvil")),
                                "address", Map.of("city", "Bogotá", "country", "Colombia"),
                                "social", Map.of("linkedin", "jose-perez"),
                                "timeZone", "America/Bogota",
                                "language", "es",
                                "tags", List.of("VIP", "#vip", "Norte")))
                .statusCode(201)
                .body("name", equalTo("José Pérez"))
                .body("emails.address", contains("jose@" + word + ".example", "otro@" + word + ".example"))
                .body("emails.verified", contains(false, false))
                .body("phones.number", contains("+34600123456"))
                .body("tags", contains("vip", "norte"))
                .body("companies", empty())
                .body("address.city", equalTo("Bogotá"))
                .extract()
                .<String>path("id");
        AURORA.agent().get(PATH + "/" + id).then().statusCode(200).header("ETag", "\"0\"");
        NIMBUS.owner().get(PATH + "/" + id).then().statusCode(404);
        AURORA.member("agent2").get(PATH + "/" + id).then().statusCode(404);
        assertThat(Rows.one("select email from lienzo.contact where id = ?::uuid", id))
                .isEqualTo("jose@" + word + ".example");
    }

    @Test
    @DisplayName("FD-2: somebody without a name, an address and a number is refused, as is what is none of them")
    void what_is_wrong_is_refused() {
        create(AURORA, Map.of("title", "Nadie")).statusCode(422).body("type", equalTo("/problems/contact-nameless"));
        create(AURORA, Map.of("emails", List.of("no es una dirección")))
                .statusCode(422)
                .body("type", equalTo("/problems/contact-email-invalid"));
        create(AURORA, Map.of("phones", List.of(Map.of("number", "12"))))
                .statusCode(422)
                .body("type", equalTo("/problems/phone-invalid"));
        create(AURORA, Map.of("name", "Ana", "timeZone", "Mars/Base")).statusCode(422);
        create(AURORA, Map.of("name", "Ana", "language", "xx")).statusCode(422);
        create(AURORA, Map.of("name", "Ana", "social", Map.of("myspace", "ana")))
                .statusCode(422);
        create(AURORA, Map.of("name", "Ana", "companies", List.of(Map.of("company", UUID.randomUUID()))))
                .statusCode(422)
                .body("type", equalTo("/problems/company-unknown"));
    }

    @Test
    @DisplayName(
            "FD-2: an address belongs to one contact of a space; another space and another organization have their own")
    void an_address_is_one_contacts() {
        var address = word() + "@shared.example";
        AURORA.contact("Ana", address);
        create(AURORA, Map.of("name", "Otra", "emails", List.of(address.toUpperCase(java.util.Locale.ROOT))))
                .statusCode(409)
                .body("type", equalTo("/problems/contact-email-taken"));
        AURORA_SECOND.contact("Ana", address);
        NIMBUS.contact("Ana", address);
        assertThat(Rows.list("select contact_id from lienzo.contact_email where address = ?", address))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("the same key makes one contact; with other words it is refused")
    void a_key_is_one_contact() {
        var key = "key-" + UUID.randomUUID();
        var body = Map.of("space", AURORA.space(), "name", "Una sola vez " + word());
        var first = keyed(key, body).statusCode(201).extract().<String>path("id");
        keyed(key, body).statusCode(200).body("id", equalTo(first));
        keyed(key, Map.of("space", AURORA.space(), "name", "Otra cosa"))
                .statusCode(409)
                .body("type", equalTo("/problems/key-reused"));
    }

    @Test
    @DisplayName("who changes an old version of a file is told so, and what was left out stays")
    void a_stale_change_is_refused() {
        var word = word();
        var id = AURORA.contact("Ana " + word, word + "@stale.example");
        change(id, "\"0\"", Map.of("title", "Jefa"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Ana " + word));
        change(id, "\"0\"", Map.of("title", "Otra")).statusCode(409).body("type", equalTo("/problems/contact-changed"));
        change(id, "*", Map.of("emails", List.of("nueva@" + word + ".example", word + "@stale.example")))
                .statusCode(200)
                .body("title", equalTo("Jefa"))
                .body("emails.address", contains("nueva@" + word + ".example", word + "@stale.example"));
        assertThat(Rows.one("select email from lienzo.contact where id = ?::uuid", id))
                .isEqualTo("nueva@" + word + ".example");
        change(id, "*", Map.of("emails", List.of(), "phones", List.of(Map.of("number", "+525512345678"))))
                .statusCode(200)
                .body("emails", empty());
    }

    @Test
    @DisplayName("contacts are found by parts of names, addresses and numbers, without accents and with typing errors")
    void contacts_are_found_by_words() {
        var word = word();
        var gonzalez = create(
                        AURORA,
                        Map.of(
                                "name", "Íñigo González " + word,
                                "emails", List.of("inigo@" + word + ".example"),
                                "phones", List.of(Map.of("number", "+34 600 987 321"))))
                .extract()
                .<String>path("id");
        for (var typed : List.of(
                "gonzalez " + word,
                "IÑIGO " + word,
                "igo " + word.substring(2),
                "87321 " + word,
                word + ".exam",
                "600987321 " + word)) found(AURORA, typed).body("items.id", contains(gonzalez));
        for (var typed : List.of("gonsales " + word, "gonzalz " + word, "gonzáles " + word))
            found(AURORA, typed).body("similar.id", hasItem(gonzalez));
        found(AURORA, "gonsalez " + word).body("items", empty()).body("similar.id", hasItem(gonzalez));
        found(AURORA, "100% " + word).body("items", empty());
        found(AURORA, "_" + word).body("items", empty());
        found(NIMBUS, word).body("items", empty()).body("similar.id", not(hasItem(gonzalez)));
        AURORA.member("agent2").queryParam("q", word).get(PATH).then().body("items", empty());
    }

    @Test
    @DisplayName("a page goes on where the one before ended, by name and by age")
    void pages_follow_each_other() {
        var word = word();
        for (int i = 0; i < 7; i++) AURORA.contact("Página " + word + " " + i, word + i + "@pages.example");
        for (var sort : List.of("name", "newest")) {
            var seen = new java.util.ArrayList<String>();
            String after = "";
            do {
                var page = AURORA.owner()
                        .queryParam("q", word)
                        .queryParam("sort", sort)
                        .queryParam("limit", 3)
                        .queryParam("after", after)
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.<List<String>>path("items.name"));
                after = page.path("next");
            } while (after != null);
            var expected = new java.util.ArrayList<String>();
            for (int i = 0; i < 7; i++) expected.add("Página " + word + " " + (sort.equals("name") ? i : 6 - i));
            assertThat(seen).as(sort).isEqualTo(expected);
        }
        AURORA.owner().queryParam("after", "nonsense").get(PATH).then().statusCode(422);
        AURORA.owner().queryParam("limit", 101).get(PATH).then().statusCode(422);
    }

    @Test
    @DisplayName("filters narrow the list; visitors of whom nothing is known are only shown when asked for")
    void filters_narrow() {
        var word = word();
        var tagged = create(AURORA, Map.of("name", "Filtro " + word, "tags", List.of("t" + word), "language", "pt"))
                .extract()
                .<String>path("id");
        var plain = AURORA.contact("Filtro otro " + word, word + "@filter.example");
        var all = AURORA.owner().queryParam("tag", "t" + word).get(PATH).then().statusCode(200);
        all.body("items.id", contains(tagged));
        AURORA.owner()
                .queryParam("q", word)
                .queryParam("language", "pt")
                .get(PATH)
                .then()
                .body("items.id", contains(tagged));
        AURORA.owner()
                .queryParam("q", word)
                .queryParam("unassigned", true)
                .get(PATH)
                .then()
                .body("items.id", hasItem(plain));
        AURORA.owner()
                .queryParam("q", word)
                .queryParam("source", "csv")
                .get(PATH)
                .then()
                .body("items", empty());
        AURORA.owner().queryParam("source", "nonsense").get(PATH).then().statusCode(422);
        var visitor = AURORA.talk("Nadie sabe quién soy");
        var anonymous = Rows.one("select contact_id from lienzo.conversation where id = ?::uuid", visitor.id());
        AURORA.owner().queryParam("sort", "newest").get(PATH).then().body("items.id", not(hasItem(anonymous)));
        AURORA.owner()
                .queryParam("sort", "newest")
                .queryParam("anonymous", true)
                .get(PATH)
                .then()
                .body("items.id", hasItem(anonymous))
                .body("items.id", not(hasItem(plain)));
        AURORA.owner().queryParam("space", UUID.randomUUID()).get(PATH).then().statusCode(404);
    }

    @Test
    @DisplayName(
            "T07: the search that reads with the owner's rights finds nothing without an organization and nothing of another")
    void the_search_stays_at_home() throws SQLException {
        var word = word();
        // Words of other tests may be near.
        var ids = new String[] {
            AURORA.contact("Secreto " + word, word + "@home.example"),
            NIMBUS.contact("Secret " + word, word + "@home.example")
        };
        var query =
                "select count(*) from lienzo.contacts_found(array(select unnest(?::uuid[])), ?, ?, 100) f where f.id = any(?::uuid[])";
        var everywhere = Rows.list("select id from lienzo.space").toArray(String[]::new);
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", everywhere));
            statement.setString(2, word);
            statement.setArray(4, connection.createArrayOf("uuid", ids));
            for (var near : List.of(true, false)) {
                statement.setBoolean(3, near);
                for (var tenant : List.of("", "%", Rows.id(AURORA))) {
                    connection.createStatement().execute("select set_config('lienzo.tenant', '" + tenant + "', false)");
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        assertThat(rows.getInt(1)).as("as %s", tenant).isEqualTo(tenant.length() == 10 ? 1 : 0);
                    }
                }
            }
        }
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static ValidatableResponse create(Tenant tenant, Map<String, ?> contact) {
        var body = new java.util.HashMap<String, Object>(contact);
        body.put("space", tenant.space());
        return tenant.owner()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse keyed(String key, Map<String, ?> body) {
        return AURORA.owner()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse change(String id, String match, Map<String, ?> change) {
        return AURORA.agent()
                .contentType("application/json")
                .header("If-Match", match)
                .body(change)
                .patch(PATH + "/" + id)
                .then();
    }

    private static ValidatableResponse found(Tenant tenant, String typed) {
        return tenant.owner().queryParam("q", typed).get(PATH).then().statusCode(200);
    }
}
