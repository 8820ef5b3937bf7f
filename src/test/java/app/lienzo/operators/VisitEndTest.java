package app.lienzo.operators;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.jobs.Chore;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a visit may not take along, and when it is over.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VisitEndTest {
    private static final String PAGE = "/organization/general";

    @Inject
    AccountService accounts;

    @Inject
    MemberService members;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Inject
    Instance<Chore> chores;

    private record Eyes(Browser browser, String visit) {}

    private static Eyes eyes(Tenant tenant, String userName) {
        var operator = Operators.signedIn("operator");
        var form = "/operator/organizations/" + Rows.id(tenant) + "/visits";
        operator.get(form);
        var address = operator.post(form, "userName=" + userName + "&reason=Incidencia+4713")
                .body()
                .replaceAll("(?s).*href=\"([^\"]+/visit/[^\"]+)\".*", "$1");
        var browser = Browser.at(tenant);
        assertThat(browser.get(URI.create(address).getPath()).status()).isEqualTo(303);
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        return new Eyes(
                browser,
                Rows.one(
                        "select id from platform.organization_visit where organization_id = ? order by begun_at desc limit 1",
                        Rows.id(tenant)));
    }

    private static long ends(String organization) {
        return Rows.list(
                        "select id from lienzo.audit_entry where tenant_id = ? and action = 'visit-ended'",
                        organization)
                .size();
    }

    private static boolean open(Eyes eyes) {
        return !Rows.list(
                        "select id from platform.organization_visit where id = ?::uuid and (ends_at > now() or not closed)",
                        eyes.visit())
                .isEmpty();
    }

    private UUID made(OrganizationView house, OrganizationRole role, String name) {
        return scope.call(
                house,
                () -> members.create(
                                Actor.SYSTEM,
                                new NewMember(name, name, name + "@visits.example", role, Tenant.PASSWORD, null))
                        .id());
    }

    private void chore(String name) {
        scope.run(
                organizations.named("aurora").orElseThrow(),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> chores.stream()
                                .filter(chore -> chore.name().equals(name))
                                .forEach(Chore::run)));
    }

    @Test
    @DisplayName("X13: whoever looks through an Owner's eyes takes no sheet along, by no route that gives one")
    void a_visit_takes_nothing_along() {
        var sheets = Route.all().stream().filter(Route::sheet).toList();
        assertThat(sheets.stream().map(Route::template))
                .contains(
                        "/imports/contacts.csv",
                        "/imports/companies.csv",
                        "/imports/{run}/rejects.csv",
                        "/organization/audit/export",
                        "/organization/people/export");
        var eyes = eyes(AURORA, "owner").browser();
        var owner = Browser.signedIn(AURORA, "owner");
        var taken = "select id from lienzo.audit_entry where tenant_id = ? and action like '%-exported'";
        int before = Rows.list(taken, Rows.id(AURORA)).size();
        for (var route : sheets) {
            var path = route.path(_ -> UUID.randomUUID().toString());
            for (var disguise : List.of(path, path + "?x=y", path + ";x", path.replaceFirst("/", "//")))
                assertThat(eyes.get(disguise).status()).as(disguise).isIn(403, 404);
            assertThat(eyes.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(Rows.list(taken, Rows.id(AURORA))).hasSize(before);
        assertThat(owner.get("/imports/contacts.csv").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("X13: a visit opens no file that somebody sent, and no certificate; the member himself opens them")
    void a_visit_opens_no_files() {
        var things = Things.of(AURORA);
        var eyes = eyes(AURORA, "owner").browser();
        var owner = Browser.signedIn(AURORA, "owner");
        for (var path : List.of(
                "/console/attachments/" + things.get(Things.Kind.FILE),
                "/console/attachments/" + things.get(Things.Kind.FILE) + "?preview",
                "/ticket-files/" + things.get(Things.Kind.TICKET_FILE))) {
            assertThat(eyes.get(path).status()).as(path).isEqualTo(403);
            if (!path.endsWith("?preview"))
                assertThat(owner.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(eyes.get("/organization/marketing/certificate").status()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "The Owners get a mail when a visit begins: through whose eyes, why, until when, and where to read of it")
    void owners_are_written_to() {
        var reason = "Incidencia " + UUID.randomUUID().toString().substring(0, 8);
        var operator = Operators.signedIn("operator");
        var form = "/operator/organizations/" + Rows.id(AURORA) + "/visits";
        operator.get(form);
        operator.post(form, "userName=agent&reason=" + Browser.encoded(reason));
        var eyes =
                Rows.one("select name from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(AURORA));
        var owner = Rows.one(
                "select email from lienzo.member where tenant_id = ? and user_name = 'owner'", Rows.id(AURORA));
        var mail = MailServer.await(owner, found -> found.text().contains(reason));
        assertThat(mail.text().replaceAll("\\s+", " ")).contains(eyes, "UTC").doesNotContain("Otto");
        assertThat(mail.link()).endsWith("/organization/visits");
        assertThat(Rows.list(
                        "select 1 from lienzo.outgoing_mail where kind = 'operators-visit' and tenant_id = ?",
                        Rows.id(Tenant.NIMBUS)))
                .as("another organization hears of its own visits only")
                .hasSameSizeAs(Rows.list(
                        "select 1 from platform.organization_visit v join lienzo.member m on m.tenant_id = v.organization_id and m.organization_role = 'OWNER' and m.active where v.organization_id = ?",
                        Rows.id(Tenant.NIMBUS)));
    }

    @Test
    @DisplayName("T12: a suspended organization is not visited any longer, and not again when it is opened")
    void suspension_ends_visits() {
        var nimbus = Tenant.NIMBUS;
        var id = Rows.id(nimbus);
        var eyes = eyes(nimbus, "owner");
        int version = Integer.parseInt(Rows.one("select version from platform.organization where id = ?", id));
        long before = ends(id);
        state(id, "SUSPENDED", version);
        state(id, "ACTIVE", version + 1);
        assertThat(eyes.browser().get(PAGE).status()).isEqualTo(303);
        assertThat(open(eyes)).isFalse();
        assertThat(ends(id)).isEqualTo(before + 1);
    }

    private static void state(String id, String state, int version) {
        PLATFORM.operator()
                .contentType("application/json")
                .body(Map.of("state", state, "version", version, "reason", "Prueba"))
                .put("/api/v1/operator/organizations/" + id + "/state")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("T12: when the member leaves, nobody looks through his eyes, nor after he came back")
    void a_members_leaving_ends_visits() {
        var house = organizations.named("aurora").orElseThrow();
        var name = "ojos" + UUID.randomUUID().toString().substring(0, 8);
        var member = made(house, OrganizationRole.MEMBER, name);
        var eyes = eyes(AURORA, name);
        scope.run(house, () -> {
            accounts.deactivate(Actor.SYSTEM, member);
            accounts.activate(Actor.SYSTEM, member);
        });
        assertThat(eyes.browser().get("/profile").status()).isEqualTo(303);
        assertThat(open(eyes)).isFalse();
    }

    @Test
    @DisplayName("T12: when the operator leaves, his visits are over; those of others go on")
    void an_operators_leaving_ends_visits() {
        var others = eyes(AURORA, "owner");
        var his = eyes(AURORA, "agent");
        var name = "otto" + UUID.randomUUID().toString().substring(0, 8);
        var operator = made(organizations.platform(), OrganizationRole.OPERATOR, name);
        Rows.list("update platform.organization_visit set operator_id = ? where id = ?::uuid", operator, his.visit());
        scope.run(organizations.platform(), () -> accounts.remove(Actor.SYSTEM, operator));
        assertThat(his.browser().get("/profile").status()).isEqualTo(303);
        assertThat(open(his)).isFalse();
        assertThat(others.browser().get("/profile").status()).isEqualTo(200);
        others.browser().post("/visit", "");
    }

    @Test
    @DisplayName("A visit is over with its time and not a moment later; both trails tell it once, and its row goes")
    void a_visit_runs_out() {
        chore("close-visits");
        var eyes = eyes(AURORA, "owner");
        long before = ends(Rows.id(AURORA));
        long platform = ends("platform");
        for (var table : List.of("lienzo.visit", "platform.organization_visit"))
            Rows.list("update " + table + " set ends_at = now() where id = ?::uuid", eyes.visit());
        assertThat(eyes.browser().get("/profile").status()).isEqualTo(303);
        chore("close-visits");
        chore("close-visits");
        assertThat(open(eyes)).isFalse();
        assertThat(ends(Rows.id(AURORA))).isEqualTo(before + 1);
        assertThat(ends("platform")).isEqualTo(platform + 1);
        var row = "select id from lienzo.visit where id = ?::uuid";
        chore("forget-ended-sessions");
        assertThat(Rows.list(row, eyes.visit())).hasSize(1);
        Rows.list("update lienzo.visit set ends_at = now() - interval '2 days' where id = ?::uuid", eyes.visit());
        chore("forget-ended-sessions");
        assertThat(Rows.list(row, eyes.visit())).isEmpty();
    }
}
