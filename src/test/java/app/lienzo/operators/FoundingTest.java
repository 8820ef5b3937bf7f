package app.lienzo.operators;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.audit.Actor;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Organizations come into being whole, once, and where nobody stands yet.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FoundingTest {
    private static final Actor OTTO = new Actor(null, "Otto Vidal", "127.0.0.1");

    @Inject
    FoundingService founding;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    /// As a request would.
    private <T> T asOperator(Callable<T> work) {
        var context = Arc.container().requestContext();
        boolean fresh = !context.isActive();
        if (fresh) context.activate();
        try {
            return scope.call(organizations.platform(), work);
        } finally {
            if (fresh) context.terminate();
        }
    }

    private static String fresh() {
        return "casa-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static NewOrganization wish(String slug) {
        return new NewOrganization(
                slug,
                "Casa Nueva",
                Plan.PLUS,
                "es",
                Vocabulary.SERVICE_PROVIDER,
                "Ana Pérez",
                "ana@" + slug + ".example",
                null);
    }

    @Test
    @DisplayName("B2-1: the first Owner is there with his user name and a welcome mail, and the check list waits")
    void an_organization_is_founded_whole() {
        var slug = fresh();
        var made = founding.found(OTTO, UUID.randomUUID(), wish(slug));
        assertThat(made.slug()).isEqualTo(slug);
        assertThat(Rows.list(
                        "select user_name || ' ' || organization_role || ' ' || coalesce(password_hash, '-') from lienzo.member where tenant_id = ?",
                        made.id()))
                .containsExactly("ana@" + slug + ".example OWNER -");
        assertThat(Rows.list("select kind from lienzo.outgoing_mail where tenant_id = ?", made.id()))
                .containsExactly("recovery-welcome");
        assertThat(Rows.list("select purpose from lienzo.account_link where tenant_id = ?", made.id()))
                .containsExactly("WELCOME");
        // The host answers at once, also where it was asked for before.
        new Tenant(slug, "").anybody().get("/sign-in").then().statusCode(200);
    }

    @Test
    @DisplayName("Both trails tell of it, and the organization's own names nobody of the platform's staff")
    void both_trails_tell_of_it() {
        var made = founding.found(OTTO, UUID.randomUUID(), wish(fresh()));
        assertThat(Rows.list(
                        "select actor || coalesce(address, '-') from lienzo.audit_entry where tenant_id = ? and action = 'organization-founded'",
                        made.id()))
                .containsExactly("operator");
        assertThat(Rows.list(
                        "select a.actor from lienzo.audit_entry a join platform.organization_event e on e.id = a.subject_id where a.tenant_id = 'platform' and e.organization_id = ?",
                        made.id()))
                .containsExactly("Otto Vidal");
    }

    @Test
    @DisplayName("The same order twice, also at the same moment, is one organization and one welcome mail")
    void an_order_counts_once() throws Exception {
        var slug = fresh();
        var key = UUID.randomUUID();
        Callable<OrganizationView> order = () -> asOperator(() -> founding.found(OTTO, key, wish(slug)));
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = hands.invokeAll(java.util.Collections.nCopies(4, order));
            var ids = new java.util.HashSet<String>();
            for (var one : made) ids.add(one.get().id());
            assertThat(ids).hasSize(1);
            assertThat(Rows.list(
                            "select id from lienzo.outgoing_mail where tenant_id = ?",
                            ids.iterator().next()))
                    .hasSize(1);
        }
    }

    @Test
    void two_orders_for_one_short_name_make_one_organization_and_one_refusal() throws Exception {
        var slug = fresh();
        Callable<Object> order = () -> {
            try {
                return asOperator(() -> founding.found(OTTO, UUID.randomUUID(), wish(slug)));
            } catch (Refused refused) {
                return refused.refusal().code();
            }
        };
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<>();
            for (var one : hands.invokeAll(java.util.List.of(order, order, order))) answers.add(one.get());
            assertThat(answers).filteredOn("slug-taken"::equals).hasSize(2);
        }
        assertThat(Rows.list("select id from platform.organization where slug = ?", slug))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "aurora, slug-taken",
        "platform, slug-reserved",
        "www, slug-reserved",
        "api, slug-reserved",
        "ab, slug-invalid",
        "-abc, slug-invalid",
        "abc-, slug-invalid",
        "xn--caa, slug-invalid",
        "ab--cd, slug-invalid",
        "a.b.c, slug-invalid",
        "casa_nueva, slug-invalid",
        "cаsa-nueva, slug-invalid",
        "'', slug-invalid",
        "casa nueva, slug-invalid",
        "<script>, slug-invalid",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, slug-invalid"
    })
    @DisplayName(
            "A11: a short name that is taken, kept back or no label of a host name is refused, and nothing is left")
    void bad_short_names_are_refused(String slug, String code) {
        long before = Rows.list("select id from platform.organization").size();
        assertThatThrownBy(() -> founding.found(OTTO, UUID.randomUUID(), wish(slug)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
        assertThat(Rows.list("select id from platform.organization").size()).isEqualTo((int) before);
    }

    @ParameterizedTest
    @CsvSource({
        "no-address, , email-invalid",
        "'a@b.example\r\nBcc: x@y.example', , email-invalid",
        "ana@casa.example, root, user-name-reserved",
        "ana@casa.example, otra@casa.example, user-name-foreign-address"
    })
    @DisplayName("M06, A11: an Owner who cannot be is refused, and no organization without one is left")
    void bad_owners_leave_nothing(String email, String userName, String code) {
        var slug = fresh();
        var wish = new NewOrganization(slug, "Casa", Plan.LITE, "pt", Vocabulary.INTERNAL_IT, "Ana", email, userName);
        assertThatThrownBy(() -> founding.found(OTTO, UUID.randomUUID(), wish))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
        assertThat(Rows.list("select id from platform.organization where slug = ?", slug))
                .isEmpty();
        assertThat(asOperator(() -> founding.free(slug))).isTrue();
    }

    @Test
    void a_name_suggests_a_short_name_that_is_free() {
        assertThat(asOperator(() -> founding.suggestedSlug("Ñandú & Compañía, S.A.")))
                .isEqualTo("nandu-compania-s-a");
        assertThat(asOperator(() -> founding.suggestedSlug("Aurora"))).isEqualTo("aurora-2");
        assertThat(asOperator(() -> founding.suggestedSlug("日本"))).isEmpty();
    }

    @Test
    @DisplayName("B2-1: over the API: made once for one key, seen, and nothing of it at an organization's host")
    void programs_found_organizations() {
        var slug = fresh();
        var input = Map.of(
                "slug", slug,
                "name", "Casa API",
                "plan", "LITE",
                "language", "en",
                "vocabulary", "SERVICE_PROVIDER",
                "ownerName", "Ana",
                "ownerEmail", "ana@" + slug + ".example",
                "ownerUserName", "ana");
        String id = PLATFORM.operator()
                .header("Idempotency-Key", "order-" + slug)
                .contentType("application/json")
                .body(input)
                .post("/api/v1/operator/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String again = PLATFORM.operator()
                .header("Idempotency-Key", "order-" + slug)
                .contentType("application/json")
                .body(input)
                .post("/api/v1/operator/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(again).isEqualTo(id);
        PLATFORM.operator()
                .get("/api/v1/operator/organizations?q=" + slug)
                .then()
                .statusCode(200)
                .body("items.id", org.hamcrest.Matchers.contains(id));
        AURORA.owner().get("/api/v1/operator/organizations/" + id).then().statusCode(404);
        PLATFORM.anybody().get("/api/v1/operator/organizations").then().statusCode(401);
    }
}
