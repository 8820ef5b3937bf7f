package app.lienzo.oversight;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditTest {
    @Inject
    AuditTrail audit;

    @Inject
    TenantSql sql;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName(
            "An Owner reads who did what; the other organization reads nothing of it, and nobody else of his own does")
    void an_owner_reads_the_trail_of_his_organization() {
        var subject = UUID.randomUUID();
        write(AURORA, "Ana <b>Gil</b>", "space-created", subject);

        AURORA.owner()
                .queryParam("action", "space-created")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.subjectId", hasItem(subject.toString()))
                .body("items.action", everyItem(equalTo("space-created")));
        NIMBUS.owner().get("/api/v1/audit").then().body("items.subjectId", not(hasItem(subject.toString())));
        for (var other : List.of("useradmin", "manager", "agent", "member"))
            AURORA.member(other).get("/api/v1/audit").then().statusCode(403);
        var page = Browser.signedIn(AURORA, "owner")
                .get("/organization/audit?person=Ana+%3Cb%3E")
                .body();
        assertThat(page)
                .contains("Creó un espacio")
                .contains("Ana &lt;b&gt;Gil")
                .doesNotContain("Ana <b>");
    }

    @Test
    @DisplayName("Pages of the trail hang together, each entry stands on one of them, newest first")
    void pages_hang_together() {
        var actor = "Pagina " + UUID.randomUUID();
        for (int i = 0; i < 7; i++) write(NIMBUS, actor, "space-edited", UUID.randomUUID());
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var request = NIMBUS.owner().queryParam("limit", 3).queryParam("person", actor);
            if (after != null) request = request.queryParam("after", after);
            var answer = request.get("/api/v1/audit").then().statusCode(200).extract();
            seen.addAll(answer.path("items.id"));
            after = answer.path("next");
        } while (after != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("H10: filters that are none, pages without measure and SQL in them are refused or find nothing")
    void nonsense_in_filters_is_refused() {
        for (var wish : List.of(
                "limit=0",
                "limit=-1",
                "limit=1000000000",
                "after=x",
                "after=MTIzNDU2Nzg5MDEyMy4xLng",
                "from=yesterday",
                "to=99999-01-01",
                "from=0001-01-01")) {
            AURORA.owner().get("/api/v1/audit?" + wish).then().statusCode(422);
        }
        for (var text : List.of("' or 1=1 --", "%", "_", "\\", "signed-in' union select 1 --")) {
            for (var field : List.of("action", "subject", "address"))
                AURORA.owner()
                        .queryParam(field, text)
                        .get("/api/v1/audit")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(0));
            AURORA.owner()
                    .queryParam("person", text)
                    .get("/api/v1/audit")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
        assertThat(Browser.signedIn(AURORA, "owner")
                        .get("/organization/audit?from=nonsense")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("X13: the export opens as text, whatever somebody called himself; taking it along is itself an entry")
    void the_export_is_harmless() {
        write(AURORA, "=cmd|' /C calc'!A0 \"x\"", "space-edited", UUID.randomUUID());
        write(AURORA, "＝1+1", "space-edited", UUID.randomUUID());
        var answer = Browser.signedIn(AURORA, "owner").get("/organization/audit/export?action=space-edited");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/csv");
        assertThat(answer.header("content-disposition")).startsWith("attachment");
        assertThat(answer.body())
                .contains("\"'=cmd|' /C calc'!A0 \"\"x\"\"\"")
                .contains("\"'＝1+1\"")
                .doesNotContain("\"=");
        AURORA.owner()
                .queryParam("action", "audit-exported")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", not(equalTo(0)));
    }

    @Test
    @DisplayName(
            "An entry is never changed: not by the role that serves, not by truncating, and not by the tables' owner by accident")
    void entries_are_kept() throws SQLException {
        var subject = UUID.randomUUID();
        write(AURORA, "Olga", "space-edited", subject);
        for (var change : List.of(
                "update lienzo.audit_entry set actor = 'x'",
                "delete from lienzo.audit_entry",
                "truncate lienzo.audit_entry")) {
            assertThatThrownBy(() -> in(AURORA, () -> sql.update(change)))
                    .as(change)
                    .isInstanceOf(DatabaseFailed.class);
            for (var role : List.of("lienzo_app", "lienzo_ops", "lienzo_owner")) {
                try (var connection = Rows.as(role);
                        var statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as("%s as %s", change, role)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
        assertThat(Rows.list("select actor from lienzo.audit_entry where subject_id = ?::uuid", subject.toString()))
                .containsExactly("Olga");
    }

    @Test
    @DisplayName(
            "H08: the address in the trail is the connection's; what a stranger writes into headers is not believed")
    void a_forged_address_is_not_believed() {
        var answer = Wire.to(AURORA, "POST", "/api/v1/sessions")
                .header("X-Forwarded-For", "6.6.6.6, <script>alert(1)</script>")
                .header("X-Real-IP", "6.6.6.6")
                .header("CF-Connecting-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .json("{\"userName\":\"owner\",\"password\":\"" + Tenant.PASSWORD + "\"}")
                .from("127.9.9.8")
                .send();
        assertThat(answer.status()).isEqualTo(201);
        AURORA.owner()
                .queryParam("address", "127.9.9.8")
                .get("/api/v1/audit")
                .then()
                .body("items.action", hasItem("signed-in"));
        assertThat(Rows.list("select 1 from lienzo.audit_entry where address like '%6.6.6%' or address like '%<%'"))
                .isEmpty();
        // What records no address of its own takes that of the request at hand.
        var token = io.restassured.path.json.JsonPath.from(answer.body()).getString("token");
        Wire.to(AURORA, "POST", "/api/v1/spaces")
                .header("Authorization", "Bearer " + token)
                .header("X-Forwarded-For", "6.6.6.6")
                .json("{\"name\":\"Dirección " + UUID.randomUUID() + "\"}")
                .from("127.9.9.8")
                .send();
        AURORA.owner()
                .queryParam("address", "127.9.9.8")
                .queryParam("action", "space-created")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", greaterThanOrEqualTo(1));
    }

    @Test
    @DisplayName("A12: no secret and nothing that anybody wrote to anybody is in the trail")
    void the_trail_holds_no_secrets_and_no_content() {
        var word = "secreto-" + UUID.randomUUID();
        var talk = AURORA.talk(word).takenBy(AURORA.agent());
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("text", word))
                .post(talk.path() + "/messages")
                .then()
                .statusCode(201);
        AURORA.agent().post(talk.path() + "/closure").then().statusCode(200);
        var token = AURORA.token("manager");
        AURORA.anybody()
                .contentType("application/json")
                .body(Map.of("userName", word, "password", word))
                .post("/api/v1/sessions")
                .then()
                .statusCode(422);

        for (var secret : List.of(word, token, Tenant.PASSWORD, "aurora-owner-token", "argon2"))
            assertThat(Rows.list("select 1 from lienzo.audit_entry t where t::text ilike ?", "%" + secret + "%"))
                    .as(secret)
                    .isEmpty();
        AURORA.owner()
                .queryParam("subject", "conversation")
                .get("/api/v1/audit")
                .then()
                .body("items.subjectId", hasItem(talk.id()))
                .body("items.action", hasItem("conversation-closed"));
    }

    private void write(Tenant tenant, String actor, String action, UUID subject) {
        in(tenant, () -> audit.record(new Actor(null, actor, "127.0.0.1"), action, "space", subject));
    }

    private void in(Tenant tenant, Runnable work) {
        scope.run(organizations.named(tenant.slug()).orElseThrow(), work);
    }
}
