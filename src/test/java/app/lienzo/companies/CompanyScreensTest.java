package app.lienzo.companies;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.lienzo.world.Browser;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompanyScreensTest {
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName(
            "FD-5, FD-6: an agent makes a company on the screen, changes it, and a mistake comes back with what was typed")
    void an_agent_makes_a_company() {
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.get("/companies/new").body())
                .contains("name=\"domains\"")
                .contains("name=\"health\"");
        var wrong = agent.post(
                "/companies", "space=" + AURORA.space() + "&name=Molino+" + tag + "&domains=gmail.com&notes=Ojo");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("domains-error")
                .contains("gmail.com")
                .contains("Molino " + tag)
                .contains("Ojo");
        var made = agent.post(
                "/companies",
                "space=" + AURORA.space() + "&name=Molino+" + tag + "&domains=molino-" + tag + ".com%2C+www.molino-"
                        + tag + ".es&health=happy&renewalOn=2027-05-01&industry=food");
        assertThat(made.status()).isEqualTo(303);
        var path = made.header("location").replaceAll("\\?.*", "");
        assertThat(agent.get(path).body())
                .contains("Molino " + tag, "molino-" + tag + ".es", "2027-05-01")
                .doesNotContain("/removal");
        assertThat(agent.get("/companies?q=molino+" + tag).body()).contains(path);
        assertThat(agent.get("/companies?health=at-risk&q=" + tag).body()).doesNotContain(path);
        assertThat(agent.get(path + "/edit").body()).contains("molino-" + tag + ".com, molino-" + tag + ".es");
        assertThat(agent.post(path, "version=0&name=Molino+" + tag + "&domains=&notes=Nuevo")
                        .status())
                .isEqualTo(303);
        var stale = agent.post(path, "version=0&name=Otro+" + tag + "&notes=Viejo");
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("entretanto").contains("Viejo");
        assertThat(agent.get(path).body()).contains("Nuevo").doesNotContain("Viejo");
        assertThat(agent.get(path + "/removal").status()).isEqualTo(403);
        assertThat(Browser.signedIn(NIMBUS, "owner").get(path).status()).isEqualTo(404);
        assertThat(Browser.signedIn(AURORA, "agent2").get(path).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A Manager deletes a company after reading what happens, and undoes it from the list")
    void a_manager_deletes_and_undoes() {
        var manager = Browser.signedIn(AURORA, "manager");
        var path = "/companies/" + AURORA.company("Cierra " + tag);
        assertThat(manager.get(path + "/removal").body()).contains("Cierra " + tag);
        var gone = manager.post(path + "/removal", "").header("location");
        assertThat(manager.get(gone).body()).contains(path + "/restore").contains("Cierra " + tag);
        assertThat(manager.get(path).status()).isEqualTo(404);
        assertThat(manager.post(path + "/restore", "").header("location")).contains(path);
        assertThat(manager.get(path).status()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "FD-5: before a company with people and open tickets is deleted it is said what becomes of them; the tickets stay open and keep its name")
    void open_tickets_outlive_their_company() {
        var manager = Browser.signedIn(AURORA, "manager");
        var id = AURORA.company("Obra " + tag);
        String contact = AURORA.owner()
                .contentType("application/json")
                .body(Map.of(
                        "space", AURORA.space(),
                        "name", "Rita " + tag,
                        "emails", List.of("rita-" + tag + "@example.com"),
                        "companies", List.of(Map.of("company", id))))
                .post("/api/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var ticket = AURORA.ticket("Gotera " + tag, "rita-" + tag + "@example.com");
        assertThat(manager.get("/companies/" + id).body())
                .contains("Rita " + tag)
                .contains("Gotera " + tag);
        assertThat(manager.get("/companies/" + id + "/removal").body())
                .contains("Personas que pertenecen a ella: 1")
                .contains("Tickets abiertos: 1");
        manager.post("/companies/" + id + "/removal", "");
        AURORA.owner()
                .get("/api/v1/tickets/" + ticket.id())
                .then()
                .statusCode(200)
                .body("company.name", equalTo("Obra " + tag));
        AURORA.owner().get("/api/v1/contacts/" + contact).then().statusCode(200).body("companies.size()", equalTo(0));
        manager.post("/companies/" + id + "/restore", "");
        AURORA.owner().get("/api/v1/contacts/" + contact).then().body("companies.size()", equalTo(1));
    }

    @Test
    @DisplayName("FD-6: on a smaller plan the standing is shown locked, with the plan that has it, and the rest works")
    void a_small_plan_sees_what_it_takes() {
        var agent = Browser.signedIn(NIMBUS, "agent");
        assertThat(agent.get("/companies/new").body()).contains("Super").doesNotContain("name=\"health\"");
        var made = agent.post("/companies", "name=Mill+" + tag + "&domains=");
        assertThat(made.status()).isEqualTo(303);
        assertThat(agent.get(made.header("location")).body()).contains("Super").contains("Mill " + tag);
        assertThat(agent.post("/companies", "name=Mall+" + tag + "&health=happy")
                        .status())
                .isEqualTo(422);
        assertThat(Browser.signedIn(NIMBUS, "owner")
                        .get("/organization/company-options")
                        .body())
                .contains("Super")
                .doesNotContain("<textarea");
    }

    @Test
    @DisplayName("FD-6: an Owner edits the lists; a company keeps what it has although it is not offered any more")
    void an_owner_edits_the_lists() {
        var owner = Browser.signedIn(AURORA, "owner");
        var path = "/organization/company-options";
        try {
            assertThat(owner.get(path).body()).contains("option.basic").contains("Premium");
            var added = "Platino " + tag;
            assertThat(owner.post(
                                    path + "/TIER",
                                    "option.basic=Nivel+1&option.premium=Premium&option.enterprise=&added="
                                            + Browser.encoded(added))
                            .status())
                    .isEqualTo(303);
            assertThat(owner.get("/companies/new").body())
                    .contains("Nivel 1", added)
                    .doesNotContain("value=\"enterprise\"");
            assertThat(owner.post(path + "/TIER", "option.basic=").body()).contains("role=\"alert\"");
            assertThat(Browser.signedIn(AURORA, "manager").get(path).status()).isEqualTo(403);
            assertThat(owner.post(path + "/nothing", "added=x").status()).isEqualTo(404);
        } finally {
            owner.post(path + "/TIER/reset", "");
        }
        assertThat(owner.get("/companies/new").body())
                .contains("value=\"enterprise\"")
                .doesNotContain("Nivel 1");
    }
}
