package app.lienzo.operators;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.lienzo.audit.Actor;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators do to organizations: closing, opening, the plan, and looking at them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OrganizationCareTest {
    private static final String API = "/api/v1/operator/organizations/";

    @Inject
    FoundingService founding;

    private OrganizationView house() {
        var slug = "casa-" + UUID.randomUUID().toString().substring(0, 8);
        return founding.found(
                new Actor(null, "Otto", ""),
                UUID.randomUUID(),
                new NewOrganization(
                        slug,
                        "Casa <b>Nueva</b>",
                        Plan.PLUS,
                        "en",
                        Vocabulary.SERVICE_PROVIDER,
                        "Ana",
                        "ana@" + slug + ".example",
                        "ana"));
    }

    private static Response state(String id, String state, int version, String reason) {
        return PLATFORM.operator()
                .contentType("application/json")
                .body(Map.of("state", state, "version", version, "reason", reason))
                .put(API + id + "/state");
    }

    private static Response plan(String id, String plan, int version) {
        return PLATFORM.operator()
                .contentType("application/json")
                .body(Map.of("plan", plan, "version", version, "reason", "Se acordó por teléfono"))
                .put(API + id + "/plan");
    }

    @Test
    @DisplayName(
            "Suspended: a neutral page on its hosts, a clear problem for programs, nobody stays signed in; open again")
    void a_suspended_organization_is_closed_and_opens_again() {
        var house = house();
        var tenant = new Tenant(house.slug(), "");
        Rows.list(
                "insert into lienzo.session (tenant_id, id, member_id, token_hash, created_at, seen_at, ends_at, address, user_agent, method) select tenant_id, gen_random_uuid(), id, sha256('x'), now(), now(), now() + interval '1 day', '', '', 'PASSWORD' from lienzo.member where tenant_id = ?",
                house.id());
        tenant.anybody().get("/sign-in").then().statusCode(200);
        state(house.id(), "SUSPENDED", 1, "Impago").then().statusCode(200).body("version", equalTo(2));

        var page = tenant.anybody().get("/console");
        page.then().statusCode(503).header("Retry-After", "3600");
        assertThat(page.body().asString()).contains("not available").doesNotContain("Casa", "ienzo");
        tenant.anybody().get("/sign-in").then().statusCode(503);
        tenant.anybody()
                .get("/api/v1/conversations")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/organization-suspended"));
        assertThat(Rows.list("select id from lienzo.session where tenant_id = ?", house.id()))
                .isEmpty();
        state(house.id(), "SUSPENDED", 2, "Otra vez").then().statusCode(409);

        state(house.id(), "ACTIVE", 2, "Pagado").then().statusCode(200).body("version", equalTo(3));
        tenant.anybody().get("/sign-in").then().statusCode(200);
        assertThat(Rows.list(
                        "select kind || ': ' || reason from platform.organization_event where organization_id = ? order by at",
                        house.id()))
                .containsExactly(
                        "organization-founded: ", "organization-suspended: Impago", "organization-resumed: Pagado");
    }

    @Test
    @DisplayName("While an organization is suspended, what a visitor writes in its chat is kept; its people wait")
    void messages_are_kept_while_suspended() {
        var nimbus = Tenant.NIMBUS;
        var id = Rows.id(nimbus);
        int version = Integer.parseInt(Rows.one("select version from platform.organization where id = ?", id));
        var visitor = nimbus.visitor();
        state(id, "SUSPENDED", version, "Prueba").then().statusCode(200);
        try {
            nimbus.owner().get("/api/v1/conversations").then().statusCode(503);
            visitor.writes("Sigo esperando");
            nimbus.visitor().writes("Soy nuevo");
            AURORA.owner().get("/api/v1/conversations").then().statusCode(200);
        } finally {
            state(id, "ACTIVE", version + 1, "Prueba terminada").then().statusCode(200);
        }
        assertThat(visitor.sees()).contains("Sigo esperando");
        nimbus.owner().get("/api/v1/conversations").then().statusCode(200);
    }

    @Test
    @DisplayName("Of two operators who saw the same, the second is told and overwrites nothing")
    void two_operators_do_not_overwrite_each_other() {
        var house = house();
        plan(house.id(), "SUPER", 1).then().statusCode(200).body("plan", equalTo("SUPER"));
        plan(house.id(), "LITE", 1).then().statusCode(409).body("type", equalTo("/problems/organization-outdated"));
        state(house.id(), "SUSPENDED", 1, "Impago").then().statusCode(409);
        PLATFORM.operator()
                .get(API + house.id())
                .then()
                .body("plan", equalTo("SUPER"))
                .body("state", equalTo("ACTIVE"));
        plan(house.id(), "SUPER", 2).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "nowhere", "00000000-0000-0000-0000-000000000000"})
    @DisplayName("Nobody suspends the platform itself, nor what is not there")
    void the_platform_is_no_organization_of_the_list(String id) {
        state(id, "SUSPENDED", 1, "Porque sí").then().statusCode(404);
        assertThat(Operators.signedIn("operator")
                        .get("/operator/organizations/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_pages_show_the_organization_and_take_a_reason() {
        var house = house();
        var operator = Operators.signedIn("operator");
        assertThat(operator.get("/operator").body()).contains("/operator/founding");
        assertThat(operator.get("/operator/organizations?q=" + house.slug()).body())
                .contains("/operator/organizations/" + house.id())
                .contains("Casa &lt;b&gt;Nueva&lt;/b&gt;")
                .doesNotContain("<b>Nueva");
        var address = "/operator/organizations/" + house.id();
        assertThat(operator.get(address).body()).contains("ana@" + house.slug() + ".example");
        var refused = operator.post(address + "/suspension", "version=1&reason=+");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(operator.post(address + "/plan", "version=1&plan=LITE&reason=Por+carta")
                        .status())
                .isEqualTo(303);
        assertThat(operator.get(address).body()).contains("Por carta");
    }

    @Test
    @DisplayName("The form that creates an account by hand works without script, keeps what was typed, and counts once")
    void an_account_is_made_by_hand() {
        var operator = Operators.signedIn("operator");
        var form = operator.get("/operator/founding").body();
        var order = form.replaceAll("(?s).*name=\"order\" value=\"([^\"]+)\".*", "$1");
        var slug = "mano-" + UUID.randomUUID().toString().substring(0, 8);
        var rest = "&name=A+Mano&plan=LITE&language=es&vocabulary=SERVICE_PROVIDER&ownerName=Ana&ownerEmail=ana%40"
                + slug + ".example&order=" + order;
        var taken = operator.post("/operator/founding", "slug=aurora" + rest);
        assertThat(taken.status()).as(taken.body()).isEqualTo(409);
        assertThat(taken.body()).contains("A Mano");
        operator.get("/operator/founding");
        var first = operator.post("/operator/founding", "slug=" + slug + rest);
        assertThat(first.status()).isEqualTo(303);
        operator.get("/operator/founding");
        var second = operator.post("/operator/founding", "slug=" + slug + rest);
        assertThat(second.header("location")).isEqualTo(first.header("location"));
    }

    @Test
    @DisplayName("View as: a reason, a banner, looking only, once, told in both trails, and over when it is ended")
    void an_operator_looks_and_changes_nothing() {
        var operator = Operators.signedIn("operator");
        var page = "/operator/organizations/" + Rows.id(AURORA) + "/visits";
        operator.get(page);
        assertThat(operator.post(page, "userName=owner&reason=").status()).isEqualTo(422);
        var ready = operator.post(page, "userName=owner&reason=Incidencia+4711");
        assertThat(ready.status()).isEqualTo(200);
        var address = ready.body().replaceAll("(?s).*href=\"([^\"]+/visit/[^\"]+)\".*", "$1");
        var path = URI.create(address).getPath();

        var eyes = Browser.at(AURORA);
        assertThat(eyes.get(path).status()).isEqualTo(303);
        var settings = eyes.get("/organization/general");
        assertThat(settings.status()).isEqualTo(200);
        assertThat(settings.body()).contains("/visit", "class=\"above").doesNotContain("Otto");
        assertThat(eyes.post("/organization/general", "name=Otro").status()).isEqualTo(403);
        assertThat(eyes.get("/console/stream").status()).isEqualTo(204);
        assertThat(eyes.get("/organization/people/export").status()).isEqualTo(403);
        // The key is used up; and it is worth nothing elsewhere.
        assertThat(Browser.at(AURORA).get(path).status()).isEqualTo(422);

        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.get("/organization/visits").body())
                .contains("Incidencia 4711")
                .doesNotContain("Otto");
        assertThat(owner.get("/organization/general").body()).doesNotContain("class=\"above");
        eyes.get("/organization/general");
        assertThat(eyes.post("/visit", "").status()).isEqualTo(303);
        assertThat(eyes.get("/organization/general").status()).isEqualTo(303);
        for (var organization : List.of(Rows.id(AURORA), "platform"))
            assertThat(Rows.list(
                            "select distinct action from lienzo.audit_entry where tenant_id = ? and action like 'visit-%' order by 1",
                            organization))
                    .containsExactly("visit-begun", "visit-ended");
    }

    @Test
    @DisplayName("T09: a visit's key of one organization opens nothing at another, and none after two minutes")
    void a_key_opens_one_house() {
        var operator = Operators.signedIn("operator");
        var page = "/operator/organizations/" + Rows.id(AURORA) + "/visits";
        operator.get(page);
        var address = operator.post(page, "userName=owner&reason=Incidencia+4712")
                .body()
                .replaceAll("(?s).*href=\"([^\"]+/visit/[^\"]+)\".*", "$1");
        var path = URI.create(address).getPath();
        assertThat(Browser.at(Tenant.NIMBUS).get(path).status()).isEqualTo(422);
        Rows.list("update lienzo.visit set begun_at = begun_at - interval '3 minutes' where key_hash is not null");
        assertThat(Browser.at(AURORA).get(path).status()).isEqualTo(422);
    }
}
