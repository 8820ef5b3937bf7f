package app.lienzo.optout;

import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Nobody lets customers' people in past the warning, whichever way he goes.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class ClientGateTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    SpaceService spaces;

    private OrganizationView house;
    private Browser owner;
    private UUID client;
    private UUID space;

    @BeforeEach
    void an_organization_that_is_on_the_list() {
        var slug = "gate-" + UUID.randomUUID().toString().substring(0, 8);
        house = organizations.create(slug, "Mesa", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        member("owner", "Olga Ruiz", OrganizationRole.OWNER);
        member("useradmin", "Uma Gil", OrganizationRole.USER_ADMIN);
        client = member("client", "Clara Luz", OrganizationRole.MEMBER);
        space = in(() -> spaces.create("uno", "Uno").id());
        owner = Browser.signedIn(new Tenant(slug, "none"), "owner");
    }

    @Test
    @DisplayName(
            "BY-8: a member's first space needs the confirmation as well, on his page, on the space's and by the API")
    void a_first_space_needs_it() {
        var person = "/organization/people/" + client;
        owner.get(person);
        var refused = owner.post(person + "/spaces", "space=" + space + "&role=AGENT");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("lista de marketing", "name=\"confirmed\"", "/organization/marketing");
        var settings = "/organization/spaces/" + space;
        var there = owner.post(settings + "/members", "person=client&role=AGENT");
        assertThat(there.status()).isEqualTo(422);
        assertThat(there.body()).contains("name=\"confirmed\"", "value=\"client\"");
        assertThat(posts()).isEmpty();
        assertThat(overridden()).isEmpty();

        assertThat(owner.post(settings + "/members", "person=client&role=AGENT&confirmed=on")
                        .status())
                .isEqualTo(303);
        assertThat(posts()).containsExactly("AGENT");
        assertThat(overridden()).containsExactly(client.toString());
        assertThat(owner.post(person + "/spaces", "space=" + space + "&role=MANAGER")
                        .status())
                .as("he passed already")
                .isEqualTo(303);
        assertThat(overridden()).hasSize(1);
        assertThat(owner.get(person).body()).doesNotContain("name=\"confirmed\"");
    }

    @Test
    @DisplayName("BY-8: who came into a space as a User-Admin needs the confirmation to become a member")
    void lowering_is_a_way_in() {
        var person = "/organization/people/" + client;
        owner.get(person);
        assertThat(owner.post(person + "/level", "level=USER_ADMIN").status()).isEqualTo(303);
        assertThat(owner.post(person + "/spaces", "space=" + space + "&role=AGENT")
                        .status())
                .as("he helps to run the organization")
                .isEqualTo(303);
        var refused = owner.post(person + "/level", "level=MEMBER");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("lista de marketing", "name=\"confirmed\"");
        assertThat(level()).isEqualTo("USER_ADMIN");
        assertThat(overridden()).isEmpty();

        assertThat(owner.post(person + "/level", "level=MEMBER&confirmed=on").status())
                .isEqualTo(303);
        assertThat(level()).isEqualTo("MEMBER");
        assertThat(overridden()).containsExactly(client.toString());
        assertThat(owner.get(person).body()).doesNotContain("name=\"confirmed\"");
    }

    @Test
    @DisplayName("BY-8: what is refused in the end leaves no word of a warning that was overridden")
    void nothing_half_done() {
        owner.get("/organization/people/invite");
        var twice = "addresses=client%40gate.example&level=MEMBER&confirmed=on&agentOf=" + space;
        owner.post("/organization/people/invite", twice);
        assertThat(overridden()).as("he is here already").isEmpty();
        assertThat(owner.post(
                                "/organization/people/" + client + "/spaces",
                                "space=" + UUID.randomUUID() + "&role=AGENT&confirmed=on")
                        .status())
                .isEqualTo(404);
        assertThat(overridden()).isEmpty();
    }

    @Test
    @DisplayName(
            "BY-6: a User-Admin, who may not ask for the removal, reads whom to ask instead of a link he may not follow")
    void a_user_admin_reads_whom_to_ask() {
        var admin = Browser.signedIn(new Tenant(house.slug(), "none"), "useradmin");
        var page = admin.get("/organization/people/invite").body();
        assertThat(page).contains("lista de marketing", "Olga Ruiz").doesNotContain("href=\"/organization/marketing\"");
        assertThat(owner.get("/organization/people/invite").body())
                .contains("href=\"/organization/marketing\"")
                .doesNotContain("Pide a un propietario");
        assertThat(admin.get("/organization/marketing").status()).isEqualTo(403);
    }

    private List<String> posts() {
        return Rows.list(
                "select role from lienzo.space_member where tenant_id = ? and member_id = ?::uuid",
                house.id(),
                client.toString());
    }

    private String level() {
        return Rows.one(
                "select organization_role from lienzo.member where tenant_id = ? and id = ?::uuid",
                house.id(),
                client.toString());
    }

    private List<String> overridden() {
        return Rows.list(
                "select subject_id from lienzo.audit_entry where tenant_id = ? and action = 'optout-warning-overridden'",
                house.id());
    }

    private UUID member(String user, String name, OrganizationRole role) {
        var address = user + "@gate.example";
        return in(() -> members.create(Actor.SYSTEM, new NewMember(user, name, address, role, PASSWORD, null))
                .id());
    }

    private <T> T in(java.util.concurrent.Callable<T> work) {
        return scope.call(house, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
