package app.lienzo.contacts;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.NaughtyStrings;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Contacts as people see them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContactScreensTest {
    @Test
    @DisplayName(
            "FD-2: the form takes several addresses and numbers without a script, and gives a row more or less when asked")
    void rows_come_and_go_without_a_script() {
        var word = word();
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.get("/contacts/new?space=" + AURORA.space()).status()).isEqualTo(200);
        var typed = "space=" + AURORA.space() + "&name=Lola+" + word + "&email=" + word
                + "1%40rows.example&email=&number=%2B34600555666&label=casa";
        var more = agent.post("/contacts", typed + "&row=email");
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.body())
                .contains("value=\"Lola " + word + "\"")
                .contains("value=\"email.1\"")
                .doesNotContain("value=\"email.2\"");
        assertThat(agent.post("/contacts", typed + "&row=phone.0").body()).doesNotContain("600555666");
        assertThat(Rows.list("select id from lienzo.contact where name = ?", "Lola " + word))
                .isEmpty();
        var made = agent.post("/contacts", typed + "&email=" + word + "2%40rows.example");
        assertThat(made.status()).isEqualTo(303);
        var page = agent.get(made.header("location"));
        assertThat(page.body())
                .contains("Lola " + word)
                .contains("mailto:" + word + "1@rows.example")
                .contains("mailto:" + word + "2@rows.example")
                .contains("tel:+34600555666")
                .contains("Sin asignar");
    }

    @Test
    @DisplayName("FD-2: a form filled in wrongly comes back with what was typed and what to do")
    void a_wrong_form_comes_back() {
        var word = word();
        var taken = word + "@taken.example";
        AURORA.contact("Dueña", taken);
        var agent = Browser.signedIn(AURORA, "agent");
        agent.get("/contacts");
        var space = "space=" + AURORA.space() + "&name=Otra+" + word;
        for (var wrong :
                List.of("email=" + taken, "email=nada", "number=12", "timeZone=Mars%2FBase", "firm=Nadie+" + word)) {
            var answer = agent.post("/contacts", space + "&" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.body())
                    .as(wrong)
                    .contains("value=\"Otra " + word + "\"")
                    .contains("role=\"alert\"")
                    .contains("aria-invalid=\"true\"");
        }
        assertThat(agent.post("/contacts", "space=" + AURORA.space()).status()).isEqualTo(422);
        assertThat(agent.post("/contacts", "space=" + UUID.randomUUID() + "&name=x")
                        .status())
                .isEqualTo(404);
        assertThat(Rows.list("select id from lienzo.contact where name = ?", "Otra " + word))
                .isEmpty();
    }

    @Test
    @DisplayName("two who edit the same file: the second is told, and what he typed is still there")
    void the_second_is_told() {
        var word = word();
        var id = AURORA.contact("Doble " + word, word + "@twice.example");
        var one = Browser.signedIn(AURORA, "agent");
        var two = Browser.signedIn(AURORA, "manager");
        one.get("/contacts/" + id + "/edit");
        two.get("/contacts/" + id + "/edit");
        assertThat(one.post("/contacts/" + id, "name=Primera+" + word + "&version=0")
                        .status())
                .isEqualTo(303);
        var late = two.post("/contacts/" + id, "name=Segunda+" + word + "&version=0");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("value=\"Segunda " + word + "\"").contains("mientras tanto");
        assertThat(Rows.one("select name from lienzo.contact where id = ?::uuid", id))
                .isEqualTo("Primera " + word);
    }

    @Test
    @DisplayName(
            "FD-3: on plan Enterprise a contact belongs to several companies, one of them the default, and sees all tickets where the switch is on; on Startup to one, with the reason")
    void several_companies_by_plan() {
        var word = word();
        var agent = Browser.signedIn(AURORA, "agent");
        agent.get("/contacts");
        company(AURORA, "Alfa " + word);
        company(AURORA, "Beta " + word);
        var made = agent.post(
                "/contacts",
                "space=" + AURORA.space() + "&name=Socia+" + word + "&firm=Alfa+" + word + "&firm=Beta+" + word
                        + "&first=1&all=0");
        assertThat(made.status()).isEqualTo(303);
        var id = made.header("location").replaceAll(".*/contacts/([0-9a-f-]+).*", "$1");
        assertThat(Rows.list(
                        "select y.name || ' ' || x.first || ' ' || x.sees_all from lienzo.contact_company x join lienzo.company y on y.id = x.company_id where x.contact_id = ?::uuid order by y.name",
                        id))
                .containsExactly("Alfa " + word + " false true", "Beta " + word + " true false");
        assertThat(agent.get("/contacts?q=beta+" + word).body()).contains("Socia " + word);

        company(NIMBUS, "Gamma " + word);
        company(NIMBUS, "Delta " + word);
        var owner = Browser.signedIn(NIMBUS, "owner");
        var form = owner.get("/contacts/new?space=" + NIMBUS.space());
        assertThat(form.body()).contains("plan Super");
        var refused = owner.post(
                "/contacts",
                "space=" + NIMBUS.space() + "&name=Partner+" + word + "&firm=Gamma+" + word + "&firm=Delta+" + word);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("plan Super").contains("value=\"Partner " + word + "\"");
        assertThat(owner.post("/contacts", "space=" + NIMBUS.space() + "&name=Partner+" + word + "&firm=Gamma+" + word)
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName(
            "SO-4: a new contact goes to the company with the domain of the address on plan Enterprise, otherwise to Unassigned")
    void a_domain_names_the_company() {
        var word = word();
        for (var tenant : List.of(AURORA, NIMBUS)) {
            tenant.owner()
                    .contentType("application/json")
                    .body(Map.of(
                            "space", tenant.space(), "name", "Dominio " + word, "domains", List.of(word + ".example")))
                    .post("/api/v1/companies")
                    .then()
                    .statusCode(201);
            var id = tenant.contact("Nueva " + word, "nueva@" + word + ".example");
            assertThat(Rows.list("select 1 from lienzo.contact_company where contact_id = ?::uuid", id))
                    .as(tenant.slug())
                    .hasSize(tenant == AURORA ? 1 : 0);
        }
    }

    @Test
    @DisplayName(
            "a company that is called otherwise is found by its new name with its contacts, and one that goes leaves them unassigned")
    void companies_come_and_go() {
        var word = word();
        var company = company(AURORA, "Vieja " + word);
        var id = AURORA.owner()
                .contentType("application/json")
                .body(Map.of(
                        "space",
                        AURORA.space(),
                        "name",
                        "Empleada " + word.substring(1),
                        "companies",
                        List.of(Map.of("company", company))))
                .post("/api/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var agent = Browser.signedIn(AURORA, "manager");
        assertThat(agent.get("/contacts?q=vieja+" + word).body()).contains(id);
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("name", "Nueva " + word))
                .patch("/api/v1/companies/" + company)
                .then()
                .statusCode(200);
        assertThat(agent.get("/contacts?q=nueva+" + word).body()).contains(id);
        assertThat(agent.get("/contacts?q=vieja+" + word).body())
                .doesNotContain("Empleada " + word.substring(1) + "</a>");
        AURORA.owner().delete("/api/v1/companies/" + company).then().statusCode(204);
        assertThat(agent.get("/contacts/" + id).body()).contains("Sin asignar").doesNotContain("Nueva " + word);
        assertThat(agent.get("/contacts?group=unassigned&q=empleada").body()).contains(id);
    }

    @Test
    @DisplayName("X02: names that are markup, formulas or templates are text, on every page of a contact")
    void naughty_names_are_text() {
        var agent = Browser.signedIn(AURORA, "manager");
        agent.get("/contacts");
        for (var name : NaughtyStrings.all()) {
            var made = agent.post(
                    "/contacts",
                    "space=" + AURORA.space() + "&email=" + word() + "%40x.example&name=" + Browser.encoded(name)
                            + "&notes=" + Browser.encoded(name) + "&tags=" + Browser.encoded(name) + "&city="
                            + Browser.encoded(name) + "&x=" + Browser.encoded(name));
            assertThat(made.status()).as(name).isIn(303, 400, 422);
            if (made.status() != 303) continue;
            var path = made.header("location").replaceAll("\\?.*", "");
            boolean markup = name.contains("<") || name.contains("{") || name.contains("\"");
            for (var page : markup ? List.of(path, path + "/edit", path + "/merge") : List.of(path)) {
                var answer = agent.get(page);
                assertThat(answer.status()).as("%s of %s", page, name).isEqualTo(200);
                assertThat(answer.body())
                        .as("%s of %s", page, name)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x")
                        .doesNotContain("<svg/onload");
            }
        }
        var list = agent.get("/contacts?sort=newest");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).doesNotContain("<script>alert").doesNotContain("<svg/onload");
        for (var name : NaughtyStrings.all())
            assertThat(agent.get("/contacts?q=" + Browser.encoded(name)).status())
                    .as(name)
                    .isIn(200, 400);
    }

    @Test
    @DisplayName("T10: what the form does not have is not set by it")
    void nothing_is_set_in_passing() {
        var word = word();
        var id = AURORA.contact("Fija " + word, word + "@fixed.example");
        var agent = Browser.signedIn(AURORA, "agent");
        agent.get("/contacts/" + id + "/edit");
        agent.post(
                "/contacts/" + id,
                "name=Fija+" + word + "&version=0&space=" + NIMBUS.space()
                        + "&verified=true&external_id=root&externalId=root&blocked_at=2020-01-01&merged_into="
                        + UUID.randomUUID() + "&tenant_id=" + Rows.id(NIMBUS) + "&source=DIRECTORY");
        assertThat(Rows.one(
                        "select space_id || ' ' || verified || ' ' || coalesce(external_id, '-') || ' ' || source || ' ' || (blocked_at is null) from lienzo.contact where id = ?::uuid",
                        id))
                .isEqualTo(AURORA.space() + " false - API true");
    }

    @Test
    @DisplayName("the list is empty with a word about what to do, and a filter that finds nobody says how to go on")
    void an_empty_list_helps() {
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.get("/contacts?q=" + word() + word()).body())
                .contains("No se encontró a nadie")
                .contains("Mostrar todos");
        assertThat(agent.get("/contacts?company=nonsense&language=%00&source=x&sort=y&column=z&after=~~&undo=1&view=1")
                        .status())
                .isIn(200, 400);
        assertThat(Browser.at(AURORA).get("/contacts").status()).isEqualTo(303);
        assertThat(Browser.signedIn(AURORA, "member").get("/contacts").status()).isEqualTo(403);
    }

    static String company(Tenant tenant, String name) {
        return tenant.owner()
                .contentType("application/json")
                .body(Map.of("space", tenant.space(), "name", name))
                .post("/api/v1/companies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
