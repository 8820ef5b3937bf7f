package app.lienzo.general;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
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
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class GeneralTest {
    private static final String SEEN = "&seenName=Nueva&seenLanguage=es&seenVocabulary=SERVICE_PROVIDER";

    private static final String START = "id=\"zone\"[^>]* value=\"";

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Test
    @DisplayName("BY-10, SO-2: an Owner says what the organization is called and how it speaks, and it counts at once")
    void an_owner_describes_the_organization() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        assertThat(owner.get("/organization/setup").body()).contains("href=\"/organization/general\"");
        owner.get("/organization/general");
        var saved = owner.post(
                "/organization/general",
                "name=" + Browser.encoded("  Mesa   de ayuda ") + "&language=pt&vocabulary=INTERNAL_IT" + SEEN);
        assertThat(saved.header("location")).isEqualTo("/organization/general?done=saved");

        var organization = organizations.named(tenant.slug()).orElseThrow();
        assertThat(organization.name()).isEqualTo("Mesa de ayuda");
        assertThat(organization.language()).isEqualTo("pt");
        assertThat(organization.vocabulary()).isEqualTo(Vocabulary.INTERNAL_IT);
        assertThat(Browser.at(tenant).get("/sign-in").body()).contains("<html lang=\"pt\"");
        assertThat(Rows.list(
                        "select action from lienzo.audit_entry where tenant_id = ? and action like 'organization-%'",
                        Rows.id(tenant)))
                .containsExactly("organization-described");
        assertThat(organizations.named("nimbus").orElseThrow().name()).isEqualTo("Nimbus");
    }

    @Test
    @DisplayName("BY-10: of two Owners the second is told that the first was faster, and keeps what he typed")
    void the_second_is_told() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        owner.get("/organization/general");
        owner.post("/organization/general", "name=Primera&language=es&vocabulary=SERVICE_PROVIDER" + SEEN);
        var second = owner.post("/organization/general", "name=Segunda&language=es&vocabulary=SERVICE_PROVIDER" + SEEN);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("value=\"Segunda\"", "name=\"seenName\" value=\"Primera\"");
        assertThat(owner.post("/organization/general", "name=+&language=es&vocabulary=SERVICE_PROVIDER" + SEEN)
                        .status())
                .isEqualTo(422);
        assertThat(organizations.named(tenant.slug()).orElseThrow().name()).isEqualTo("Primera");
    }

    @Test
    @DisplayName(
            "BL-3: new calendars begin in the organization's time zone, and the first one goes along as long as nobody has changed it")
    void calendars_begin_where_the_organization_is() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        owner.get("/organization/general");
        assertThat(owner.get("/organization/calendars/new").body()).containsPattern("id=\"zone\"[^>]* value=\"UTC\"");
        var said = "name=Nueva&language=es&vocabulary=SERVICE_PROVIDER&timeZone=";
        assertThat(owner.post("/organization/general", said + "America/Bogota" + SEEN + "&seenTimeZone=")
                        .header("location"))
                .isEqualTo("/organization/general?done=saved");
        assertThat(owner.get("/organization/general").body()).contains("<option selected>America/Bogota");
        assertThat(owner.get("/organization/calendars/new").body()).containsPattern(START + "America/Bogota\"");
        assertThat(zones(tenant)).as("what held before is kept").containsExactly("1 UTC", "2 America/Bogota");

        // Of two the second is told, and what is no zone is as if it had not been said.
        assertThat(owner.post("/organization/general", said + "Europe/Madrid" + SEEN + "&seenTimeZone=")
                        .status())
                .isEqualTo(422);
        owner.post("/organization/general", said + "Nowhere/At+all" + SEEN + "&seenTimeZone=America/Bogota");
        assertThat(owner.get("/organization/general").body()).contains("<option selected>America/Bogota");
        // The first calendar has a row now: it is somebody's.
        owner.post("/organization/general", said + "Europe/Madrid" + SEEN + "&seenTimeZone=America/Bogota");
        assertThat(zones(tenant)).containsExactly("1 UTC", "2 America/Bogota");
        assertThat(owner.get("/organization/calendars/new").body()).containsPattern(START + "Europe/Madrid\"");
        assertThat(organizations.named("nimbus").orElseThrow().timeZone()).isNull();
    }

    private static List<String> zones(Tenant tenant) {
        return Rows.list(
                "select number || ' ' || zone from lienzo.business_calendar_revision where tenant_id = ? order by number",
                Rows.id(tenant));
    }

    @Test
    @DisplayName("BY-6, T10: nobody but an Owner; and neither plan, slug nor state can be said along")
    void only_owners_and_only_this() {
        for (var other : List.of("useradmin", "manager", "agent")) {
            var browser = Browser.signedIn(AURORA, other);
            assertThat(browser.get("/organization/general").status()).as(other).isEqualTo(403);
            assertThat(browser.post("/organization/general", "name=X").status())
                    .as(other)
                    .isEqualTo(403);
        }
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        owner.get("/organization/general");
        owner.post(
                "/organization/general",
                "name=Nueva&language=es&vocabulary=SERVICE_PROVIDER&plan=ENTERPRISE&slug=aurora&state=SUSPENDED"
                        + SEEN);
        assertThat(organizations.named(tenant.slug()).orElseThrow().plan()).isEqualTo(Plan.STARTUP);
    }

    @Test
    @DisplayName("T07: the role that serves changes the name of the organization in scope and of no other, and no plan")
    void the_database_says_so_too() throws SQLException {
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            statement.execute("set lienzo.tenant = '" + Rows.id(AURORA) + "'");
            assertThat(statement.executeUpdate(
                            "update platform.organization set name = name where id = '" + Rows.id(NIMBUS) + "'"))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate("update platform.organization set plan = 'STARTUP'"))
                    .hasMessageContaining("permission denied");
        }
    }

    private Tenant organization() {
        var slug = "general-" + UUID.randomUUID().toString().substring(0, 8);
        var organization = organizations.create(slug, "Nueva", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        scope.run(
                organization,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> members.create(
                                Actor.SYSTEM,
                                new NewMember(
                                        "owner",
                                        "owner",
                                        "owner@new.example",
                                        OrganizationRole.OWNER,
                                        PASSWORD,
                                        null))));
        return new Tenant(slug, "none");
    }
}
