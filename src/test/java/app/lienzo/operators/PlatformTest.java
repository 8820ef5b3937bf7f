package app.lienzo.operators;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.world.Browser;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The platform is an organization of its own kind: its host opens other doors than everybody's, and its
/// people are nobody else's.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlatformTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/tickets",
                "/contacts",
                "/channels",
                "/organization/spaces",
                "/organization/domains",
                "/organization/scim",
                "/organization/sso",
                "/organization/setup",
                "/portal/principal",
                "/widget.js",
                "/api/v1/tickets",
                "/api/v1/contacts",
                "/scim/v2/Users"
            })
    void the_platform_has_nothing_of_what_its_tenants_have(String path) {
        PLATFORM.operator().get(path).then().statusCode(404);
        PLATFORM.anybody().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator", "/operator/organizations", "/partners", "/api/v1/operator/organizations"})
    @DisplayName("A tenant's host knows nothing of operators: the answer is the one for any address nobody has")
    void a_tenants_host_has_nothing_of_the_platforms(String path) {
        for (var tenant : new app.lienzo.world.Tenant[] {AURORA, NIMBUS}) {
            var nowhere = tenant.owner().get(path + "-nowhere");
            tenant.owner().get(path).then().statusCode(404);
            assertThat(tenant.owner().get(path).body().asString().replaceAll("\\w{8}-[\\w-]{27}", ""))
                    .isEqualTo(nowhere.body().asString().replace("-nowhere", "").replaceAll("\\w{8}-[\\w-]{27}", ""));
            tenant.anybody().get(path).then().statusCode(404);
        }
    }

    @Test
    @DisplayName(
            "What is only the platform's is nowhere at an organization, for nobody, and closed to strangers at the platform")
    void every_route_of_the_platform_is_at_home_there_alone() {
        int closed = 0;
        for (var route : Route.all()) {
            if (!route.platforms()) continue;
            var path = route.path(_ -> "0198f0de-0000-7000-8000-000000000001");
            assertThat(AURORA.owner().request(route.verb(), path).statusCode())
                    .as("%s at an organization", route)
                    .isEqualTo(404);
            if (route.has(PermitAll.class)) continue;
            assertThat(PLATFORM.anybody().request(route.verb(), path).statusCode())
                    .as("%s for a stranger", route)
                    .isIn(303, 401, 403, 415);
            closed++;
        }
        assertThat(closed).isGreaterThan(30);
    }

    @Test
    @DisplayName("A11: an operator's token is worth nothing at an organization, nor an Owner's at the platform")
    void tokens_stay_at_home() {
        PLATFORM.operator().get("/api/v1/audit").then().statusCode(200);
        AURORA.with("operator-token").get("/api/v1/audit").then().statusCode(401);
        PLATFORM.with("aurora-owner-token").get("/api/v1/audit").then().statusCode(401);
    }

    @Test
    void an_operator_signs_in_with_two_factors_and_reads_the_platforms_own_trail() {
        var operator = Operators.signedIn("operator");
        assertThat(operator.get("/organization/audit").status()).isEqualTo(200);
        assertThat(operator.get("/organization/people").body())
                .contains("Otto Vidal", "Petra Sanz")
                .doesNotContain("USER_ADMIN");
    }

    @Test
    void nobody_becomes_an_operator_by_a_level() {
        var owner = Browser.signedIn(AURORA, "owner");
        var agent =
                Rows.one("select id from lienzo.member where user_name = 'agent' and email = 'agent@aurora.example'");
        owner.get("/organization/people/" + agent);
        var answer = owner.post("/organization/people/" + agent + "/level", "level=OPERATOR");
        assertThat(answer.status()).isEqualTo(403);
        assertThatThrownBy(() ->
                        Rows.list("update lienzo.member set organization_role = 'OPERATOR' where id = ?::uuid", agent))
                .hasMessageContaining("member_operator");
    }
}
