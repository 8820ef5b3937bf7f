package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Solved tickets that nobody answers close by themselves.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TicketClosingTest {
    @Inject
    TicketClosingService closing;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @AfterEach
    void as_usual() {
        Rows.list("delete from lienzo.ticket_closing");
    }

    @Test
    @DisplayName(
            "SO-1: solved seven days ago and never answered, a ticket closes by itself once, with a line that says why; its customer can open another one")
    void a_solved_ticket_closes_by_itself() throws Exception {
        var customer = Customer.active(AURORA, "principal");
        var ticket = solved(AURORA, customer.email(), 8);
        var young = solved(AURORA, "joven-" + System.nanoTime() + "@example.com", 6);
        var elsewhere = solved(NIMBUS, "lejos-" + System.nanoTime() + "@example.com", 8);
        try (var hands = Executors.newFixedThreadPool(4)) {
            var runs = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < 4; i++) runs.add(hands.submit(() -> closeDue(AURORA)));
            for (var run : runs) run.get();
        }
        assertThat(category(ticket)).isEqualTo("CLOSED");
        assertThat(category(young)).isEqualTo("SOLVED");
        assertThat(category(elsewhere)).as("not in its name").isEqualTo("SOLVED");
        assertThat(Rows.list(
                        "select by || ' ' || (change->>'what') || ' ' || (change->>'to') from lienzo.ticket_entry where ticket_id = ?::uuid and by = 'SYSTEM' order by seq",
                        ticket.id()))
                .containsExactly("SYSTEM state :CLOSED", "SYSTEM unanswered 7");
        assertThat(Browser.signedIn(AURORA, "owner")
                        .get("/tickets/principal-" + ticket.number())
                        .body())
                .contains("Se cerró solo porque no hubo respuesta durante", "7 días");
        var portal = customer.browser();
        assertThat(portal.get("/portal/principal/tickets/" + ticket.number()).body())
                .contains("Cerrado", "/portal/principal/new-ticket")
                .doesNotContain("/replies", "/reopening");
        assertThat(portal.get("/portal/principal/tickets/" + ticket.number()).body())
                .contains("/portal/principal/new-ticket?follows=" + ticket.number());
        closeDue(NIMBUS);
        assertThat(category(elsewhere)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName(
            "SO-1: whoever answered meanwhile, or was told something more, is not shut out; in a space with 0 nobody is")
    void whoever_answered_is_not_shut_out() {
        var answered = solved(AURORA, "contesta-" + System.nanoTime() + "@example.com", 20);
        answered.replied(AURORA.owner(), "Por cierto, mira también esto");
        closeDue(AURORA);
        assertThat(category(answered)).as("a word after the solution").isEqualTo("SOLVED");
        var noted = solved(AURORA, "nota-" + System.nanoTime() + "@example.com", 20);
        var never = solved(NIMBUS, "nunca-" + System.nanoTime() + "@example.com", 400);
        noted.changed(AURORA.owner(), Map.of("tags", List.of("archivo")));
        setting(NIMBUS, 0);
        closeDue(AURORA);
        closeDue(NIMBUS);
        assertThat(category(noted))
                .as("what the team does for itself is no answer")
                .isEqualTo("CLOSED");
        assertThat(category(never)).isEqualTo("SOLVED");
    }

    @Test
    @DisplayName(
            "SO-1: a space's days are set on its page, within limits, by whoever may; two who change them do not overwrite each other; the trail tells")
    void a_space_sets_its_days() {
        var owner = Browser.signedIn(AURORA, "owner");
        var page = "/organization/spaces/" + AURORA.space() + "/ticket-closing";
        assertThat(owner.get(page).body()).contains("value=\"7\"", "max=\"365\"");
        for (var wrong : List.of("366", "-1", "siete", "")) {
            var refused = owner.post(page, "version=0&days=" + Browser.encoded(wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).contains("value=\"" + wrong + "\"", "de 0 a 365");
        }
        assertThat(owner.post(page, "version=0&days=3").status()).isEqualTo(303);
        assertThat(owner.get(page + "?done=saved").body()).contains("value=\"3\"", "tras 3 días");
        assertThat(owner.post(page, "version=0&days=9").status()).as("stale").isEqualTo(422);
        assertThat(owner.post(page, "version=1&days=0").status()).isEqualTo(303);
        assertThat(Rows.list(
                        "select 1 from lienzo.audit_entry where tenant_id = ? and action = 'ticket-closing-changed' and at > now() - interval '1 minute'",
                        Rows.id(AURORA)))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(Browser.signedIn(AURORA, "agent").get(page).status()).isEqualTo(403);
        var abroad = Browser.signedIn(NIMBUS, "owner");
        assertThat(abroad.get(page).status()).isEqualTo(404);
        assertThat(abroad.post(page, "version=0&days=1").status()).isEqualTo(404);
        assertThat(Browser.signedIn(NIMBUS, "owner")
                        .get("/organization/spaces/" + NIMBUS.space() + "/ticket-closing")
                        .body())
                .contains("value=\"7\"");
    }

    private void closeDue(Tenant tenant) {
        scope.run(organizations.named(tenant.slug()).orElseThrow(), closing::closeDue);
    }

    private static Tenant.Ticket solved(Tenant tenant, String email, int daysAgo) {
        var ticket = tenant.ticket("Resuelto", email);
        ticket.changed(tenant.owner(), Map.of("state", "solved"));
        Rows.list(
                "update lienzo.ticket set solved_at = now() - make_interval(days => ?), changed_at = now() - make_interval(days => ?) where id = ?::uuid",
                daysAgo,
                daysAgo,
                ticket.id());
        Rows.list(
                "update lienzo.ticket_entry set at = at - make_interval(days => ?) where ticket_id = ?::uuid",
                daysAgo,
                ticket.id());
        return ticket;
    }

    private static void setting(Tenant tenant, int days) {
        Rows.list(
                "insert into lienzo.ticket_closing (tenant_id, space_id, days, changed_at) values (?, ?::uuid, ?, now())",
                Rows.id(tenant),
                tenant.space(),
                days);
    }

    private static String category(Tenant.Ticket ticket) {
        return Rows.one("select category from lienzo.ticket where id = ?::uuid", ticket.id());
    }
}
