package app.lienzo.search;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchTest {
    private static String last = "";

    private static final String API = "/api/v1/search";

    @Test
    @DisplayName(
            "What a customer writes is found a moment later, by words in another form, without accents, half typed")
    void what_is_written_is_found() {
        var word = word();
        var talk = AURORA.talk("Las facturaciones de " + word + " llegaron mal, ¿me ayudan con la impresión?");
        eventually(AURORA::agent, word, talk.id());
        for (var typed : List.of(
                word + " facturacion",
                word + " FACTURACIÓN",
                word + " impresion",
                word + " ayuda",
                word.substring(0, 7),
                "de la " + word)) {
            find(AURORA.agent(), typed).body("items.id", hasItem(talk.id()));
        }
        find(AURORA.agent(), word + " barco").body("items", empty());
        find(AURORA.agent(), word).body("items[0].kind", equalTo("conversation"));
    }

    @Test
    @DisplayName(
            "T05, T06: what another organization or another space has is found by nobody, not by word, not by number")
    void others_find_nothing() {
        var word = word();
        var talk = AURORA.talk("Secreto " + word);
        eventually(AURORA::agent, word, talk.id());
        var number = Rows.one("select number from lienzo.conversation where id = ?::uuid", talk.id());

        for (var other :
                List.<Supplier<RequestSpecification>>of(NIMBUS::owner, NIMBUS::agent, () -> AURORA.member("agent2"))) {
            find(other.get(), word).body("items", empty());
            find(other.get(), "#" + number).body("items.id", not(hasItem(talk.id())));
        }
        var space = Rows.one("select space_id from lienzo.conversation where id = ?::uuid", talk.id());
        AURORA.member("agent2")
                .queryParam("space", space)
                .queryParam("q", word)
                .get(API)
                .then()
                .statusCode(200)
                .body("items", empty());
        find(AURORA.agent(), "#" + number).body("items.id", hasItem(talk.id()));
        AURORA.member("member").queryParam("q", word).get(API).then().statusCode(403);
        AURORA.anybody().queryParam("q", word).get(API).then().statusCode(401);
    }

    @Test
    @DisplayName(
            "What a colleague holds is found by him and by those who oversee the space, at once and not a moment later")
    void held_conversations_are_their_holders() {
        var word = word();
        var talk = AURORA_SECOND.talk("Asunto " + word);
        eventually(AURORA::agent, word, talk.id());
        find(AURORA.member("agent2"), word).body("items.id", hasItem(talk.id()));

        talk.takenBy(AURORA.agent());
        find(AURORA.member("agent2"), word).body("items", empty());
        find(AURORA.agent(), word).body("items.id", hasItem(talk.id()));
        find(AURORA.member("manager"), word).body("items.id", hasItem(talk.id()));
        AURORA.agent().delete("/api/v1/conversations/" + talk.id() + "/holder");
        eventually(() -> AURORA.member("agent2"), word, talk.id());
    }

    @Test
    @DisplayName("X02: what was found is shown as text, in the page and in the palette")
    void hits_are_text() {
        var word = word();
        var talk = AURORA.talk("<script>alert('" + word + "')</script> <img src=x onerror=alert(1)>");
        eventually(AURORA::agent, word, talk.id());
        var agent = Browser.signedIn(AURORA, "agent");
        for (var path : List.of("/search?q=" + word + "+script", "/search/palette?q=" + word)) {
            var body = agent.get(path).body();
            assertThat(body).as(path).contains(talk.id()).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(agent.get("/search?q=" + word + "+script").body())
                .contains("<mark>" + word + "</mark>", "&lt;<mark>script</mark>&gt;");
        var typed = "\"><script>alert(1)</script>";
        assertThat(agent.get("/search?q=" + Browser.encoded(typed)).body()).doesNotContain("<script>alert(1)");
    }

    @Test
    @DisplayName("H10: whatever is typed, asked for or sorted by, the search answers and nothing breaks")
    void nothing_breaks_it() {
        for (var typed : List.of(
                "'",
                "''; drop table lienzo.ticket; --",
                "a & b | !c",
                ":*",
                "<->",
                "\\",
                "%",
                "_",
                "\0",
                "a\u0000b",
                "((((",
                "'a':*",
                "$1",
                "x".repeat(200),
                "🙂 🙂",
                "ana@",
                "@",
                "-",
                "1e9",
                "999999999999999999999",
                "\uD800")) {
            var status = AURORA.agent().queryParam("q", typed).get(API).statusCode();
            assertThat(status).as(typed).isIn(200, 400);
        }
        for (var limit : List.of("0", "-1", "51", "1000000000"))
            AURORA.agent()
                    .queryParam("q", "x")
                    .queryParam("limit", limit)
                    .get(API)
                    .then()
                    .statusCode(422);
        AURORA.agent()
                .queryParam("q", "x")
                .queryParam("limit", "x")
                .get(API)
                .then()
                .statusCode(400);
        AURORA.agent()
                .queryParam("q", "x")
                .queryParam("kind", "' or 1=1")
                .get(API)
                .then()
                .statusCode(422);
        AURORA.agent().queryParam("q", "x".repeat(201)).get(API).then().statusCode(422);
        AURORA.agent()
                .queryParam("q", "x")
                .queryParam("space", "%")
                .get(API)
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName(
            "A name with a typing error is found all the same; a company by its domain; both where they are and nowhere else")
    void names_may_be_misspelt() {
        var space = Rows.one("select id from lienzo.space where tenant_id = ? and slug = 'principal'", Rows.id(AURORA));
        var tail = UUID.randomUUID().toString().substring(0, 6).replaceAll("[0-9]", "z");
        var name = "Katharina Wolodymyr" + tail;
        var contact = Rows.one("""
                insert into lienzo.contact (tenant_id, id, space_id, name, email, source, created_at)
                values (?, uuidv7(), ?::uuid, ?, ?, 'FORM', now()) returning id
                """, Rows.id(AURORA), space, name, tail + "@wolodymyr.example");
        var company = Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, ?, now(), now()) returning id
                """, Rows.id(AURORA), space, "Molinería Quiñones " + tail);
        eventually(AURORA::agent, "wolodymyr" + tail, contact);
        eventually(AURORA::agent, "quinones " + tail, company);

        find(AURORA.agent(), "catarina wolodimyr" + tail).body("items.id", hasItem(contact));
        find(AURORA.agent(), "molineria kinones " + tail).body("items.id", hasItem(company));
        find(NIMBUS.agent(), "wolodymyr" + tail).body("items.id", not(hasItem(contact)));
        find(AURORA.member("agent2"), "wolodymyr" + tail).body("items.id", not(hasItem(contact)));
        AURORA.agent()
                .queryParam("q", tail)
                .queryParam("kind", "company")
                .get(API)
                .then()
                .body("items.kind", everyItem(equalTo("company")));

        Rows.list("update lienzo.contact set removed_at = now() where id = ?::uuid", contact);
        find(AURORA.agent(), "wolodymyr" + tail).body("items.id", not(hasItem(contact)));
    }

    @Test
    @DisplayName("What stands in a name comes before what stands in a text, and an archived space is left out")
    void the_best_comes_first() {
        var word = word();
        var space = Rows.one("select id from lienzo.space where tenant_id = ? and slug = 'principal'", Rows.id(AURORA));
        var talk = AURORA.talk("En el texto: " + word);
        var company = Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, ?, now(), now()) returning id
                """, Rows.id(AURORA), space, word);
        eventually(AURORA::agent, word, talk.id());
        eventually(AURORA::agent, word, company);
        find(AURORA.agent(), word).body("items.id", contains(company, talk.id()));

        Rows.list("update lienzo.company set removed_at = now() where id = ?::uuid", company);
        poll(() -> Rows.list("select 1 from lienzo.search_document where id = ?::uuid", company)
                .isEmpty());
    }

    private static String word() {
        return "pal"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .replaceAll("[0-9]", "q")
                        .substring(0, 12);
    }

    private static ValidatableResponse find(RequestSpecification who, String typed) {
        return who.queryParam("q", typed).get(API).then().statusCode(200);
    }

    private static void eventually(Supplier<RequestSpecification> who, String typed, String id) {
        poll(() -> {
            last = id + " " + find(who.get(), typed).extract().asString();
            return last.lastIndexOf(id) > 0;
        });
    }

    private static void poll(java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("Not found within 30 s, but: " + last);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
