package app.lienzo.companies;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompanyTest {
    private static final String COMPANIES = "/api/v1/companies";

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    CompanyService companies;

    /// In names and domains, so that tests do not meet each other's.
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName(
            "FD-5: a company is made, found by its name whatever the accents, and seen by nobody of another space or organization")
    void a_company_is_made_and_found() {
        var name = "Panadería Ñandú " + tag;
        String id = create(
                        AURORA, Map.of("name", name, "description", "Pan", "domains", List.of("nandu-" + tag + ".com")))
                .statusCode(201)
                .extract()
                .path("id");
        for (var typed : List.of("panaderia nandu " + tag, "ÑANDÚ", "nandu-" + tag, "panaderai"))
            AURORA.agent().get(COMPANIES + "?limit=200&q=" + typed).then().body("items.id", hasItem(id));
        AURORA.agent().get(COMPANIES + "?q=carnicería " + tag).then().body("items.size()", equalTo(0));
        AURORA.agent()
                .get(COMPANIES + "/" + id)
                .then()
                .statusCode(200)
                .body("domains[0]", equalTo("nandu-" + tag + ".com"));
        AURORA.member("agent2").get(COMPANIES + "/" + id).then().statusCode(404);
        AURORA.member("agent2").get(COMPANIES + "?q=" + tag).then().body("items.size()", equalTo(0));
        AURORA.member("member").get(COMPANIES).then().statusCode(403);
        NIMBUS.owner().get(COMPANIES + "/" + id).then().statusCode(404);
        NIMBUS.owner().get(COMPANIES + "?q=" + tag).then().body("items.size()", equalTo(0));
        create(AURORA_SECOND, Map.of("name", name)).statusCode(201);
    }

    @Test
    @DisplayName("FD-5: a name is required, and one of a space is given once, whatever its letters")
    void a_name_is_required_and_given_once() {
        create(AURORA, Map.of("name", "  ​ ")).statusCode(422).body("type", equalTo("/problems/company-name-missing"));
        create(AURORA, Map.of("name", "Acme " + tag)).statusCode(201);
        create(AURORA, Map.of("name", "ACME " + tag))
                .statusCode(409)
                .body("type", equalTo("/problems/company-name-taken"));
    }

    @Test
    @DisplayName("FD-5: two companies of a space cannot claim one domain, and who comes too late is told who has it")
    void a_domain_belongs_to_one_company() {
        var domain = "acme-" + tag + ".com";
        String first = create(AURORA, Map.of("name", "Primera " + tag, "domains", List.of(domain)))
                .statusCode(201)
                .extract()
                .path("id");
        create(AURORA, Map.of("name", "Segunda " + tag, "domains", List.of("www." + domain)))
                .statusCode(409)
                .body("type", equalTo("/problems/company-domain-taken"))
                .body("detail", containsString("Primera " + tag));
        create(AURORA_SECOND, Map.of("name", "Segunda " + tag, "domains", List.of(domain)))
                .statusCode(201);
        create(NIMBUS, Map.of("name", "Second " + tag, "domains", List.of(domain)))
                .statusCode(201);

        assertThat(withDomain("aurora", AURORA, "mail." + domain)).contains(UUID.fromString(first));
        assertThat(withDomain("nimbus", NIMBUS, domain))
                .as("SO-4: plan Enterprise only")
                .isEmpty();
        AURORA.owner().delete(COMPANIES + "/" + first).then().statusCode(204);
        assertThat(withDomain("aurora", AURORA, domain)).isEmpty();
        create(AURORA, Map.of("name", "Segunda " + tag, "domains", List.of(domain)))
                .statusCode(201);
        AURORA.owner()
                .post(COMPANIES + "/" + first + "/restoration")
                .then()
                .statusCode(200)
                .body("domains.size()", equalTo(0));
    }

    @Test
    @DisplayName("FD-5: providers of free mail and endings under which anybody registers are no company's domain")
    void what_many_share_is_refused() {
        create(AURORA, Map.of("name", "Gratis " + tag, "domains", List.of("gmail.com")))
                .statusCode(422)
                .body("type", equalTo("/problems/company-domain-free"));
        create(AURORA, Map.of("name", "Gratis " + tag, "domains", List.of("com.br")))
                .statusCode(422)
                .body("type", equalTo("/problems/company-domain-ending"));
        AURORA.owner().get(COMPANIES + "?q=Gratis " + tag).then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName(
            "FD-6: health, tier, renewal and industry are kept on plan Super and above; a smaller plan is told which it takes")
    void standing_needs_a_plan() {
        var standing = Map.of("health", "at-risk", "tier", "premium", "renewalOn", "2027-01-31", "industry", "retail");
        var details = new HashMap<String, Object>(standing);
        details.put("name", "Riesgo " + tag);
        create(AURORA, details)
                .statusCode(201)
                .body("health", equalTo("at-risk"))
                .body("renewalOn", equalTo("2027-01-31"));
        create(NIMBUS, details)
                .statusCode(403)
                .body("type", equalTo("/problems/plan-too-small"))
                .body("detail", containsString("Super"));
        details.put("name", "Otra " + tag);
        details.put("health", "ecstatic");
        create(AURORA, details).statusCode(422).body("type", equalTo("/problems/company-option-unknown"));
        AURORA.agent().get(COMPANIES + "?health=at-risk&q=" + tag).then().body("items.size()", equalTo(1));
        AURORA.agent().get(COMPANIES + "?health=happy&q=" + tag).then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("Two agents change one company: the second is told and nothing of the first is overwritten")
    void a_stale_change_is_refused() {
        var id = AURORA.company("Doble " + tag);
        change(id, "0", Map.of("notes", "Primero")).statusCode(200).header("ETag", "\"1\"");
        change(id, "0", Map.of("notes", "Segundo")).statusCode(409).body("type", equalTo("/problems/company-changed"));
        AURORA.agent()
                .get(COMPANIES + "/" + id)
                .then()
                .body("notes", equalTo("Primero"))
                .body("name", equalTo("Doble " + tag));
    }

    @Test
    @DisplayName("BL-1: a company's support plan counts for who belongs to it; what is no plan is refused")
    void a_company_has_a_support_plan() {
        String plus = AURORA.owner().get("/api/v1/support-plans").path("find { it.name == 'Plus' }.id");
        var id = AURORA.company("Plan " + tag);
        change(id, "0", Map.of("supportPlan", plus)).statusCode(200).body("supportPlan", equalTo(plus));
        change(id, "1", Map.of("supportPlan", UUID.randomUUID().toString()))
                .statusCode(422)
                .body("type", equalTo("/problems/support-plan-unknown"));
        change(id, "1", Map.of("supportPlan", "")).statusCode(200).body("supportPlan", nullValue());
    }

    @Test
    @DisplayName("The same key of a member twice is one company; with other words it is refused")
    void the_same_key_twice_is_one_company() {
        var ids = new ArrayList<String>();
        for (int status : List.of(201, 200))
            ids.add(keyed(AURORA.agent(), "Una").statusCode(status).extract().path("id"));
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        keyed(AURORA.agent(), "Otra").statusCode(409).body("type", equalTo("/problems/key-reused"));
    }

    @Test
    @DisplayName("T05: the key of one member says nothing of another's")
    void a_key_is_the_members_own() {
        String first = keyed(AURORA.agent(), "Mía").statusCode(201).extract().path("id");
        String second = keyed(AURORA.owner(), "Suya").statusCode(201).extract().path("id");
        assertThat(second).isNotEqualTo(first);
        keyed(AURORA.owner(), "Suya").statusCode(200).body("id", equalTo(second));
    }

    private ValidatableResponse keyed(RequestSpecification member, String name) {
        return member.contentType("application/json")
                .header("Idempotency-Key", "key-" + tag)
                .body(Map.of("space", AURORA.space(), "name", name + " " + tag))
                .post(COMPANIES)
                .then();
    }

    @Test
    @DisplayName("A list is read page by page by name, each company once")
    void a_list_is_read_page_by_page() {
        for (var letter : List.of("c", "a", "Á", "b", "é")) AURORA.company(tag + " " + letter + " página");
        var names = new ArrayList<String>();
        String next = "";
        do {
            var page = AURORA.agent().get(COMPANIES + "?limit=2&q=" + tag + (next.isEmpty() ? "" : "&after=" + next));
            names.addAll(page.jsonPath().getList("items.name", String.class));
            next = Optional.ofNullable(page.jsonPath().getString("next")).orElse("");
        } while (!next.isEmpty());
        assertThat(names).hasSize(5).doesNotHaveDuplicates();
        assertThat(names.getLast()).isEqualTo(tag + " é página");
        AURORA.agent().get(COMPANIES + "?limit=0").then().statusCode(422);
        AURORA.agent().get(COMPANIES + "?limit=1000000000").then().statusCode(422);
    }

    @Test
    @DisplayName("H10: what looks like SQL is looked for as it stands")
    void odd_searches_are_only_searches() {
        for (var odd : List.of("%", "_", "\\", "' or 1=1 --", "%25%27", "a%00b", "((((", "ZZ%%" + tag))
            AURORA.agent().queryParam("q", odd).get(COMPANIES).then().statusCode(200);
        AURORA.company("100% real_" + tag);
        AURORA.agent().queryParam("q", "100% real_" + tag).get(COMPANIES).then().body("items.size()", equalTo(1));
    }

    @Test
    @DisplayName(
            "A deleted company is in no list, is not found, comes back with all it had, and the trail tells of each step")
    void a_deleted_company_comes_back() {
        var id = AURORA.company("Vuelve " + tag);
        change(id, "0", Map.of("notes", "Importante")).statusCode(200);
        AURORA.agent().delete(COMPANIES + "/" + id).then().statusCode(403);
        AURORA.owner().delete(COMPANIES + "/" + id).then().statusCode(204);
        AURORA.owner().get(COMPANIES + "/" + id).then().statusCode(404);
        AURORA.owner().get(COMPANIES + "?q=Vuelve " + tag).then().body("items.id", not(hasItem(id)));
        AURORA.owner()
                .post(COMPANIES + "/" + id + "/restoration")
                .then()
                .statusCode(200)
                .body("notes", equalTo("Importante"));
        AURORA.owner().post(COMPANIES + "/" + id + "/restoration").then().statusCode(404);
        assertThat(Rows.list("select action from lienzo.audit_entry where subject_id = ?::uuid order by at", id))
                .containsExactly("company-created", "company-edited", "company-removed", "company-restored");
    }

    @Test
    @DisplayName(
            "X14: what a file tells of a company is added to what is known, and the same told twice changes nothing")
    void the_same_told_twice_changes_nothing() {
        var told = CompanyDetails.named("Fichero " + tag).withDomains(List.of("fichero-" + tag + ".com"));
        var first = inAurora(() -> companies.keep(UUID.fromString(AURORA.space()), told));
        var second = inAurora(() -> companies.keep(UUID.fromString(AURORA.space()), told));
        var third = inAurora(() -> companies.keep(
                UUID.fromString(AURORA.space()),
                CompanyDetails.named("FICHERO " + tag).withDomains(List.of("otro-" + tag + ".com"))));
        assertThat(List.of(first.outcome(), second.outcome(), third.outcome()))
                .containsExactly(Kept.Outcome.CREATED, Kept.Outcome.SAME, Kept.Outcome.CHANGED);
        assertThat(first.id()).isEqualTo(second.id()).isEqualTo(third.id());
        AURORA.owner().get(COMPANIES + "/" + first.id()).then().body("domains.size()", equalTo(2));
    }

    private static ValidatableResponse create(Tenant tenant, Map<String, ?> details) {
        var body = new HashMap<String, Object>(details);
        body.put("space", tenant.space());
        return tenant.owner()
                .contentType("application/json")
                .body(body)
                .post(COMPANIES)
                .then();
    }

    private static ValidatableResponse change(String id, String version, Map<String, ?> change) {
        return AURORA.agent()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .patch(COMPANIES + "/" + id)
                .then();
    }

    private Optional<UUID> withDomain(String slug, Tenant tenant, String domain) {
        return scope.call(
                organizations.named(slug).orElseThrow(),
                () -> companies.withDomain(UUID.fromString(tenant.space()), domain));
    }

    private <T> T inAurora(Callable<T> work) {
        return scope.call(organizations.named("aurora").orElseThrow(), work);
    }
}
