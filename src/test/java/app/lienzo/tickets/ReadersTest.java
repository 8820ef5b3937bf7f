package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Who reads what after tickets were merged, split and linked: nobody more than before.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReadersTest {
    private static final String LINK = """
            insert into lienzo.ticket_link (tenant_id, space_id, ticket_id, other_id, kind)
            select tenant_id, space_id, id, ?::uuid, 'RELATED' from lienzo.ticket where id = ?::uuid
            """;

    @Inject
    CustomerTicketService customers;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName(
            "SO-1: a note that becomes a ticket tells the customer nothing, neither as its text nor as its subject")
    void a_note_stays_a_note_when_it_is_split_off() {
        var ticket = AURORA.ticket("La impresora").noted(AURORA.owner(), "Este cliente no paga");
        var made = split(ticket, 2).body("subject", equalTo("La impresora")).extract();
        var seen = sees(ticket.requester(), made.jsonPath().getLong("number"));
        assertThat(seen).doesNotContain("no paga");
        AURORA.owner()
                .get("/api/v1/tickets/" + made.path("id") + "/entries")
                .then()
                .body("items.find { it.kind == 'note' }.text", equalTo("Este cliente no paga"));
    }

    @Test
    @DisplayName("SO-1: what was said to one company is not read by the main contact of the other after a merge")
    void a_merge_tells_another_company_nothing() {
        var from = AURORA.ticket("Dicho a la primera");
        var main = AURORA.ticket("De la jefa").requester();
        var first = company(from.requester(), true);
        var second = company(main, true);
        join(from.requester(), second);
        from = AURORA.ticket("Secreto de la primera", from.email());
        var into = AURORA.ticket("De la segunda", from.email()).changed(AURORA.owner(), Map.of("company", second));
        AURORA.owner().get(from.path()).then().body("company.id", equalTo(first));

        var shown = Browser.signedIn(AURORA, "owner").get("/tickets/" + from.id() + "/merge?into=" + into.number());
        assertThat(shown.body()).contains(name(second), "notas internas").doesNotContain("sigue siendo público");
        merge(from, into).then().statusCode(200);
        assertThat(sees(main, into.number())).contains("De la segunda").doesNotContain("Secreto de la primera");
        kindOf(into, "Secreto de la primera").body("kind", equalTo(List.of("note")));
    }

    @Test
    @DisplayName("What is read by fewer afterwards stays public: into one of the same company, or of none")
    void a_merge_for_the_same_readers_stays_public() {
        var email = AURORA.ticket("Nadie").email();
        var alone = AURORA.ticket("Sin empresa", email);
        var company = company(alone.requester(), true);
        var one = AURORA.ticket("De la empresa", email);
        var other = AURORA.ticket("También de la empresa", email);
        AURORA.owner().get(one.path()).then().body("company.id", equalTo(company));
        merge(one, other).then().statusCode(200);
        kindOf(other, "De la empresa").body("kind", equalTo(List.of("reply")));
        merge(other, alone).then().statusCode(200);
        kindOf(alone, "También de la empresa").body("kind", equalTo(List.of("reply")));
    }

    @Test
    @DisplayName(
            "A company given to the ticket while it is merged counts: who reads it is asked when nobody can change it")
    void the_readers_are_those_of_the_moment() throws Exception {
        var from = AURORA.ticket("Sin empresa todavía");
        var into = AURORA.ticket("Pronto de otra", from.email());
        var company = company(AURORA.ticket("De la jefa").requester(), true);
        try (var other = Rows.as("postgres");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            try (var given =
                    other.prepareStatement("update lienzo.ticket set company_id = ?::uuid where id = ?::uuid")) {
                given.setString(1, company);
                given.setString(2, into.id());
                given.executeUpdate();
            }
            var merged = threads.submit(() -> merge(from, into).statusCode());
            Rows.awaitWaiter("lienzo.ticket");
            other.commit();
            assertThat(merged.get()).isEqualTo(200);
        }
        kindOf(into, "Sin empresa todavía").body("kind", equalTo(List.of("note")));
    }

    @Test
    @DisplayName(
            "SO-1: a line split off stays with the company it was said to, and with none where it was said to none")
    void a_split_stays_with_its_company() {
        var alone = AURORA.ticket("Sin empresa").replied(AURORA.owner(), "Solo para él");
        var first = company(alone.requester(), true);
        split(alone, 2).body("company", nullValue());
        var second = company(AURORA.ticket("De la jefa").requester(), true);
        join(alone.requester(), second);
        var ticket = AURORA.ticket("De la segunda", alone.email())
                .changed(AURORA.owner(), Map.of("company", second))
                .replied(AURORA.owner(), "Para la segunda");
        split(ticket, 3).body("company.id", equalTo(second));
        Rows.list(
                "delete from lienzo.contact_company where contact_id = ?::uuid and company_id = ?::uuid returning 1",
                alone.requester(),
                second);
        split(ticket, 3).body("company", nullValue());
        AURORA.owner().get(AURORA.ticket("Nuevo", alone.email()).path()).then().body("company.id", equalTo(first));
    }

    @Test
    @DisplayName("Two who link the same tickets at once, each from its side, make one link")
    void two_links_at_once_are_one() throws Exception {
        var one = AURORA.ticket("Uno");
        var other = AURORA.ticket("Otro");
        try (var elsewhere = Rows.as("postgres");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            elsewhere.setAutoCommit(false);
            try (var linking = elsewhere.prepareStatement("""
                    select 1 from lienzo.ticket where id = any(array[?, ?]::uuid[]) for no key update
                    """)) {
                linking.setString(1, one.id());
                linking.setString(2, other.id());
                linking.execute();
            }
            try (var linking = elsewhere.prepareStatement(LINK)) {
                bind(linking, other.id(), one.id());
                linking.executeUpdate();
            }
            var linked = threads.submit(() -> link(one, other).statusCode());
            Rows.awaitWaiter("lienzo.ticket");
            elsewhere.commit();
            assertThat(linked.get()).isEqualTo(201);
        }
        AURORA.agent().get(one.path() + "/links").then().statusCode(200).body("$", hasSize(1));
        assertThat(Rows.list("select 1 from lienzo.ticket_link where ?::uuid in (ticket_id, other_id)", one.id()))
                .hasSize(1);
    }

    @Test
    @DisplayName("A link that lies there twice from former times is shown once, and is taken away as one")
    void a_double_link_is_shown_once() throws Exception {
        var one = AURORA.ticket("Uno");
        var other = AURORA.ticket("Otro");
        try (var database = Rows.as("postgres");
                var linking = database.prepareStatement(LINK)) {
            bind(linking, one.id(), other.id());
            linking.executeUpdate();
            bind(linking, other.id(), one.id());
            linking.executeUpdate();
        }
        AURORA.agent().get(one.path() + "/links").then().statusCode(200).body("$", hasSize(1));
        AURORA.agent().delete(one.path() + "/links/" + other.id()).then().statusCode(204);
        AURORA.agent().get(other.path() + "/links").then().statusCode(200).body("$", hasSize(0));
    }

    private static void bind(PreparedStatement linking, String from, String to) throws SQLException {
        linking.setString(1, to);
        linking.setString(2, from);
    }

    private static Response link(Tenant.Ticket from, Tenant.Ticket to) {
        return AURORA.agent()
                .contentType("application/json")
                .body(Map.of("number", to.number()))
                .post(from.path() + "/links");
    }

    private static Response merge(Tenant.Ticket from, Tenant.Ticket into) {
        return AURORA.owner()
                .contentType("application/json")
                .body(Map.of("into", into.number()))
                .post(from.path() + "/merge");
    }

    private static ValidatableResponse split(Tenant.Ticket ticket, int seq) {
        return AURORA.owner()
                .post(ticket.path() + "/entries/" + seq + "/split")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse kindOf(Tenant.Ticket ticket, String text) {
        return AURORA.owner()
                .get(ticket.path() + "/entries")
                .then()
                .rootPath("items.findAll { it.text == '" + text + "' }");
    }

    /// All that a customer reads of a ticket.
    private String sees(String contact, long number) {
        var who = UUID.fromString(contact);
        return scope.call(organizations.named("aurora").orElseThrow(), () -> {
            var ticket = customers.find(who, number).orElseThrow();
            return ticket + " " + customers.entries(who, number, 0, 100);
        });
    }

    private static String name(String company) {
        return Rows.one("select name from lienzo.company where id = ?::uuid", company);
    }

    private static String company(String contact, boolean seesAll) {
        return Rows.one("""
                with c as (
                    insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                    select tenant_id, uuidv7(), space_id, 'Firma ' || uuidv7(), now(), now() from lienzo.contact
                    where id = ?::uuid returning *
                )
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select tenant_id, space_id, ?::uuid, id, true, ? from c returning company_id
                """, contact, contact, seesAll);
    }

    private static void join(String contact, String company) {
        Rows.list("""
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select tenant_id, space_id, id, ?::uuid, false, false from lienzo.contact where id = ?::uuid returning 1
                """, company, contact);
    }
}
