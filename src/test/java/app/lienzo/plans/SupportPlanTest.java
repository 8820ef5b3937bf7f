package app.lienzo.plans;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SupportPlanTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    PlanService plans;

    @Inject
    SupportPlanService supportPlans;

    @Test
    @DisplayName(
            "BL-1: the six plans are there from the first look on, each with its ways, and a person on Trial only reads and asks the community")
    void the_six_plans_come_with_the_product() {
        for (var tenant : List.of(AURORA, NIMBUS)) {
            var names = tenant.owner()
                    .get("/api/v1/support-plans")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(names.getList("name", String.class))
                    .containsSubsequence("Trial", "Startup", "Lite", "Plus", "Super", "Enterprise");
            assertThat(names.getList("find { it.name == 'Trial' }.ways", String.class))
                    .containsExactly("documentation", "forum");
            assertThat(names.getList("find { it.name == 'Lite' }.ways", String.class))
                    .containsExactly("documentation", "forum", "portal", "email", "whatsapp");
            assertThat(names.getList("find { it.name == 'Super' }.ways", String.class))
                    .contains("telephone");
            assertThat(names.getString("find { it.name == 'Enterprise' }.note")).isNotBlank();
        }
        assertThat(AURORA.owner().get("/api/v1/support-plans").path("[0].id").toString())
                .isNotEqualTo(NIMBUS.owner().get("/api/v1/support-plans").path("[0].id"));
    }

    @Test
    @DisplayName(
            "BL-1: an Owner makes a plan, changes and moves it, takes it away and has it back; the other organization sees none of it")
    void an_owner_keeps_his_own_plans() {
        var owner = Browser.signedIn(AURORA, "owner");
        var name = "Oro " + UUID.randomUUID().toString().substring(0, 6);
        assertThat(owner.post(
                                "/organization/support-plans",
                                "name=" + Browser.encoded(name) + "&paying=on&ways=PORTAL&ways=EMAIL&note=")
                        .status())
                .isEqualTo(303);
        String id = AURORA.owner().get("/api/v1/support-plans").path("find { it.name == '" + name + "' }.id");
        NIMBUS.owner().get("/api/v1/support-plans").then().body("name", not(hasItem(name)));
        assertThat(Browser.signedIn(NIMBUS, "owner")
                        .get("/organization/support-plans/" + id)
                        .status())
                .isEqualTo(404);

        var path = "/organization/support-plans/" + id;
        assertThat(owner.get(path).body()).contains(name);
        assertThat(owner.post(path, "version=0&name=" + Browser.encoded(name + " II") + "&ways=PORTAL")
                        .status())
                .isEqualTo(303);
        var stale = owner.post(path, "version=0&name=Otro&ways=PORTAL");
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("entretanto").contains("Otro");
        assertThat(owner.post(path, "version=1&name=" + Browser.encoded(name) + "&note=")
                        .body())
                .contains("ways-error");

        owner.post(path + "/place", "direction=up");
        assertThat(owner.post(path + "/removal", "").header("location")).endsWith("removed=" + id);
        assertThat(owner.get("/organization/support-plans?removed=" + id).body())
                .contains(path + "/restore");
        AURORA.owner().get("/api/v1/support-plans").then().body("id", not(hasItem(id)));
        assertThat(owner.post(path + "/restore", "").status()).isEqualTo(303);
        AURORA.owner().get("/api/v1/support-plans").then().body("id", hasItem(id));
        owner.post(path + "/removal", "");
        assertThat(Rows.list("select action from lienzo.audit_entry where subject_id = ?::uuid order by at", id))
                .containsExactly(
                        "support-plan-created",
                        "support-plan-edited",
                        "support-plan-moved",
                        "support-plan-removed",
                        "support-plan-restored",
                        "support-plan-removed");
    }

    @Test
    @DisplayName("BL-1: a name that is taken, and a plan without any way, are refused; nobody but an Owner gets in")
    void what_is_no_plan_is_refused() {
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("name", "startup", "paying", true, "ways", List.of("portal")))
                .post("/api/v1/support-plans")
                .then()
                .statusCode(409)
                .body("type", containsString("support-plan-name-taken"));
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("name", "Nada", "paying", true, "ways", List.of()))
                .post("/api/v1/support-plans")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/support-plan-ways-missing"));
        assertThat(Browser.signedIn(AURORA, "manager")
                        .get("/organization/support-plans")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("BL-2: whoever has no plan is helped by the one of his space, and without such by the first paid one")
    void a_space_says_what_customers_without_a_plan_have() {
        var owner = Browser.signedIn(NIMBUS, "owner");
        var space = NIMBUS.space();
        var nimbus = organizations.named("nimbus").orElseThrow();
        assertThat(scope.call(
                        nimbus,
                        () -> supportPlans.of(UUID.fromString(space), null).name()))
                .isEqualTo("Startup");
        String trial = NIMBUS.owner().get("/api/v1/support-plans").path("find { it.name == 'Trial' }.id");
        assertThat(owner.post("/organization/support-plans/spaces/" + space, "supportPlan=" + trial)
                        .status())
                .isEqualTo(303);
        assertThat(scope.call(
                        nimbus,
                        () -> supportPlans.of(UUID.fromString(space), null).name()))
                .isEqualTo("Trial");
        owner.post("/organization/support-plans/spaces/" + space, "supportPlan=");
        assertThat(scope.call(
                        nimbus,
                        () -> supportPlans.of(UUID.fromString(space), null).name()))
                .isEqualTo("Startup");
    }

    @Test
    @DisplayName("FD-3, FD-6, SO-4: a plan of the platform opens what it opens, and a smaller one says which is needed")
    void gates_follow_the_plan() {
        for (var gate : Gate.values()) {
            assertThat(scope.call(organizations.named("aurora").orElseThrow(), () -> plans.allows(gate)))
                    .isTrue();
            assertThat(scope.call(organizations.named("nimbus").orElseThrow(), () -> plans.allows(gate)))
                    .isFalse();
        }
        assertThat(plans.least("COMPANY_STANDING")).isEqualTo("Super");
    }
}
