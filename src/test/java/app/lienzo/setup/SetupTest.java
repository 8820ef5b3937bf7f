package app.lienzo.setup;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.branding.BrandContact;
import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.OrganizationService;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SetupTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    SpaceService spaces;

    @Inject
    BrandService brands;

    @Inject
    SpaceTeamService teams;

    @Test
    @DisplayName("BY-10: an Owner of a new organization meets the check list, puts it aside, and gets it back")
    void an_owner_meets_the_list_until_he_puts_it_aside() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");

        assertThat(owner.get("/").header("location")).isEqualTo("/organization/setup");
        var list = owner.get("/organization/setup").body();
        assertThat(list).contains("<progress", "step-OPEN", "href=\"/organization/spaces\"", "class=\"open\"");

        assertThat(owner.post("/organization/setup/dismissal", "").status()).isEqualTo(303);
        assertThat(owner.get("/").header("location")).isNotEqualTo("/organization/setup");
        assertThat(owner.get("/organization/setup").body())
                .contains("step-OPEN", "/organization/setup/return")
                .doesNotContain("class=\"open\"");

        owner.post("/organization/setup/return", "");
        assertThat(owner.get("/").header("location")).isEqualTo("/organization/setup");
        assertThat(Rows.list(
                        "select action from lienzo.audit_entry where tenant_id = ? and action like 'setup-%' order by at",
                        Rows.id(tenant)))
                .containsExactly("setup-dismissed", "setup-brought-back");
        assertThat(Browser.signedIn(AURORA, "owner").get("/").header("location"))
                .as("another organization's list is its own")
                .isEqualTo("/console");
    }

    @Test
    @DisplayName(
            "BY-10: a step is done when it is done, waits while others are asked, and is open again when it is undone")
    void steps_tell_how_far_they_are() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        assertThat(state(owner, "/organization/spaces")).isEqualTo("OPEN");
        assertThat(state(owner, "/organization/people/invite")).isEqualTo("OPEN");

        var invited = in(tenant, () -> add("manager", OrganizationRole.MEMBER, null));
        assertThat(state(owner, "/organization/people/invite")).isEqualTo("WAITING");
        var space = in(tenant, () -> spaces.create("one", "One"));
        assertThat(state(owner, "/organization/spaces")).as("nobody runs it").isEqualTo("OPEN");
        in(tenant, () -> {
            teams.assign(space.id(), invited, SpaceRole.MANAGER);
            return add("second", OrganizationRole.OWNER, PASSWORD);
        });
        assertThat(state(owner, "/organization/spaces")).isEqualTo("DONE");
        assertThat(state(owner, "/organization/people/invite")).isEqualTo("DONE");

        owner.get("/organization/spaces/" + space.id());
        owner.post("/organization/spaces/" + space.id() + "/archive", "");
        assertThat(state(owner, "/organization/spaces")).isEqualTo("OPEN");

        assertThat(state(owner, "/organization/security")).isEqualTo("OPEN");
        owner.post("/organization/security", "required=on");
        assertThat(state(owner, "/organization/security")).isEqualTo("DONE");
    }

    @Test
    @DisplayName(
            "BY-10: the guided set-up has exactly six steps in their order, and they alone count; what else is good is beside them")
    void there_are_six_steps_in_their_order() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        owner.post("/organization/security", "required=on");
        var page = owner.get("/organization/setup").body();
        assertThat(page).contains("0 de 6");
        int recommended = page.indexOf("id=\"recommended\"");
        assertThat(links(page.substring(0, recommended)))
                .containsExactly(
                        "/organization/general",
                        "/organization/white-label",
                        "/organization/white-label#colors",
                        "/organization/domains",
                        "/organization/people/invite",
                        "/organization/spaces");
        assertThat(links(page.substring(recommended)))
                .containsExactly("/organization/marketing", "/organization/security", "/organization/mail/sender");
    }

    @Test
    @DisplayName(
            "BY-10: a look is done when it is published and read well, a name when people know whom to turn to and what holds")
    void white_label_and_appearance_are_steps_of_their_own() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        in(tenant, () -> publish(BrandDraft.named("Faro", "#7fe3ff", "#1d4ed8")));
        assertThat(state(owner, "/organization/white-label#colors"))
                .as("nobody reads white on it")
                .isEqualTo("OPEN");
        in(tenant, () -> publish(BrandDraft.named("Faro", "#0f5f7a", "#1d4ed8")));
        assertThat(state(owner, "/organization/white-label#colors")).isEqualTo("DONE");
        assertThat(state(owner, "/organization/white-label")).isEqualTo("OPEN");
        var contact = new BrandContact(
                "help@faro.example", null, null, "https://faro.example/p", "https://faro.example/t", null);
        in(
                tenant,
                () -> publish(new BrandDraft(
                        "Faro", null, null, "#0f5f7a", "#1d4ed8", BrandPicture.Files.NONE, contact, List.of(), null)));
        assertThat(state(owner, "/organization/white-label")).isEqualTo("DONE");
        assertThat(owner.get("/organization/setup").body()).contains("2 de 6");
    }

    @Test
    @DisplayName("BY-6: nobody but an Owner sees the check list or is led to it")
    void only_owners_see_it() {
        var tenant = organization();
        in(tenant, () -> add("useradmin", OrganizationRole.USER_ADMIN, PASSWORD));
        var other = Browser.signedIn(tenant, "useradmin");
        assertThat(other.get("/organization/setup").status()).isEqualTo(403);
        assertThat(other.post("/organization/setup/dismissal", "").status()).isEqualTo(403);
        assertThat(other.get("/").status()).isEqualTo(200);
        assertThat(other.get("/organization/people").body()).doesNotContain("/organization/setup");
    }

    private static List<String> links(String list) {
        return Pattern.compile("href=\"([^\"]+)\" aria-label=\"Abrir")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private boolean publish(BrandDraft brand) {
        brands.publish(brand);
        return true;
    }

    private static String state(Browser owner, String path) {
        var list = owner.get("/organization/setup").body();
        int link = list.indexOf("href=\"" + path + "\" aria-label");
        assertThat(link).as("a step that leads to " + path).isPositive();
        int step = list.lastIndexOf("<li class=\"step-", link);
        return list.substring(step + 16, list.indexOf('"', step + 16));
    }

    /// One that nobody has touched yet, with an Owner.
    private Tenant organization() {
        var slug = "setup-" + UUID.randomUUID().toString().substring(0, 8);
        organizations.create(slug, "Nueva", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        var tenant = new Tenant(slug, "none");
        in(tenant, () -> add("owner", OrganizationRole.OWNER, PASSWORD));
        return tenant;
    }

    private UUID add(String userName, OrganizationRole role, @Nullable String password) {
        return members.create(
                        Actor.SYSTEM,
                        new NewMember(userName, userName, userName + "@new.example", role, password, null))
                .id();
    }

    private <T> T in(Tenant tenant, java.util.concurrent.Callable<T> work) {
        return scope.call(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
