package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CustomerTicketTest {
    @Inject
    CustomerTicketService tickets;

    @Inject
    TicketFileService files;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName("SO-1: the main contact of a company sees its tickets, a colleague does not, and a stranger neither")
    void the_main_contact_sees_the_company() {
        var main = UUID.fromString(AURORA.ticket("De la jefa").requester());
        var company = company(AURORA, main, true);
        var colleague = AURORA.ticket("Del compañero");
        join(AURORA, UUID.fromString(colleague.requester()), company);
        var ticket = AURORA.ticket("Secreto de empresa", colleague.email());
        var stranger = UUID.fromString(AURORA.ticket("De otra parte").requester());

        assertThat(at(AURORA, () -> tickets.find(main, ticket.number()))).isPresent();
        assertThat(at(AURORA, () -> tickets.find(stranger, ticket.number()))).isEmpty();
        assertThat(at(AURORA, () -> tickets.find(UUID.fromString(colleague.requester()), ticket.number())))
                .isPresent();
        var own = AURORA.ticket(
                "Cosa de la jefa", AURORA.ticket("Nadie en particular").email());
        assertThat(at(AURORA, () -> tickets.find(UUID.fromString(colleague.requester()), own.number())))
                .isEmpty();
        assertThat(numbers(main, true)).contains(ticket.number());
        assertThat(numbers(main, false)).doesNotContain(ticket.number());
        assertThat(numbers(stranger, true)).doesNotContain(ticket.number());
        assertThatThrownBy(() -> at(AURORA, () -> tickets.entries(stranger, ticket.number(), 0, 10)))
                .isInstanceOf(Refused.class);
        assertThat(at(NIMBUS, () -> tickets.find(main, ticket.number()))).isEmpty();
    }

    @Test
    @DisplayName("A main contact who is none any more sees nothing from that moment on")
    void who_is_no_main_contact_any_more_sees_nothing() {
        var main = UUID.fromString(AURORA.ticket("Antes").requester());
        var company = company(AURORA, main, true);
        var colleague = AURORA.ticket("Compañero");
        join(AURORA, UUID.fromString(colleague.requester()), company);
        var ticket = AURORA.ticket("De empresa", colleague.email());
        assertThat(at(AURORA, () -> tickets.find(main, ticket.number()))).isPresent();
        Rows.list(
                "update lienzo.contact_company set sees_all = false where contact_id = ?::uuid returning 1",
                main.toString());
        assertThat(at(AURORA, () -> tickets.find(main, ticket.number()))).isEmpty();
    }

    @Test
    @DisplayName("A company deleted with open tickets: they go on under its name, and nobody sees them by it any more")
    void a_company_is_deleted_with_open_tickets() {
        var main = UUID.fromString(AURORA.ticket("Antes de borrar").requester());
        var company = company(AURORA, main, true);
        var colleague = AURORA.ticket("Compañero de la borrada");
        join(AURORA, UUID.fromString(colleague.requester()), company);
        var ticket = AURORA.ticket("Abierto", colleague.email());
        var version = AURORA.owner().get("/api/v1/companies/" + company).getHeader("ETag");
        AURORA.owner()
                .header("If-Match", version)
                .delete("/api/v1/companies/" + company)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));

        AURORA.owner()
                .get(ticket.path())
                .then()
                .statusCode(200)
                .body("company.id", org.hamcrest.Matchers.equalTo(company.toString()));
        ticket.replied(AURORA.owner(), "Seguimos");
        ticket.changed(AURORA.owner(), Map.of("priority", "high"));
        assertThat(at(AURORA, () -> tickets.find(main, ticket.number()))).isEmpty();
        var later = AURORA.ticket("Después de borrar", colleague.email());
        AURORA.owner().get(later.path()).then().body("company", org.hamcrest.Matchers.nullValue());
    }

    @Test
    @DisplayName(
            "X09: a customer gets files of public lines of his tickets, and never one of a note or of somebody else")
    void a_customer_gets_files_of_public_lines_only() {
        var ticket = AURORA.ticket("Con archivos");
        var shared = UUID.fromString(ticket.file(AURORA.owner(), "reply", "publico"));
        var secret = UUID.fromString(ticket.file(AURORA.owner(), "note", "interno"));
        var mine = UUID.fromString(ticket.requester());
        var other = UUID.fromString(AURORA.ticket("Ajeno").requester());
        assertThat(at(AURORA, () -> files.openForContact(mine, shared, false)).body())
                .isNotNull();
        for (var file : List.of(secret, UUID.randomUUID())) {
            assertThatThrownBy(() -> at(AURORA, () -> files.openForContact(mine, file, false)))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> at(AURORA, () -> files.openForContact(other, shared, false)))
                .isInstanceOf(Refused.class);
        var waiting = at(AURORA, () -> files.uploadByContact(other, "mio.txt", "x".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> at(
                        AURORA,
                        () -> tickets.reply(
                                mine,
                                ticket.number(),
                                new NewEntry(Written.markdown("robo"), null, null, null, List.of(waiting.id())))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_customer_opens_answers_solves_and_opens_again() {
        var contact = UUID.fromString(AURORA.ticket("Primero").requester());
        var request = new NewRequest(
                "No imprime",
                Written.markdown("Nada **sale**"),
                TicketType.INCIDENT,
                TicketPriority.NORMAL,
                null,
                Map.of(),
                List.of(),
                "clave-" + contact);
        var opened = at(AURORA, () -> tickets.open(contact, request));
        assertThat(at(AURORA, () -> tickets.open(contact, request)).number()).isEqualTo(opened.number());
        assertThat(opened.own()).isTrue();
        var path = "/api/v1/tickets/" + opened.id();
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("text", "¿Está encendida?", "state", "waiting"))
                .post(path + "/entries")
                .then()
                .statusCode(201);
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("text", "Cliente pesado", "kind", "note"))
                .post(path + "/entries")
                .then()
                .statusCode(201);
        var seen = at(AURORA, () -> tickets.entries(contact, opened.number(), 0, 50));
        assertThat(seen).extracting(EntryView::kind).containsExactly(EntryKind.DESCRIPTION, EntryKind.REPLY);
        assertThat(seen.toString()).doesNotContain("pesado");

        at(AURORA, () -> tickets.reply(contact, opened.number(), NewEntry.of(Written.markdown("Sí"))));
        assertThat(category(contact, opened.number())).isEqualTo(TicketCategory.OPEN);
        at(AURORA, () -> tickets.solve(contact, opened.number()));
        assertThat(category(contact, opened.number())).isEqualTo(TicketCategory.SOLVED);
        at(AURORA, () -> tickets.reopen(contact, opened.number()));
        assertThat(category(contact, opened.number())).isEqualTo(TicketCategory.OPEN);
    }

    @Test
    void a_blocked_customer_sees_nothing() {
        var ticket = AURORA.ticket("Bloqueado");
        Rows.list("update lienzo.contact set blocked_at = now() where id = ?::uuid returning 1", ticket.requester());
        assertThat(at(AURORA, () -> tickets.find(UUID.fromString(ticket.requester()), ticket.number())))
                .isEmpty();
    }

    private List<Long> numbers(UUID contact, boolean company) {
        return at(AURORA, () -> tickets.list(contact, company, "", null, 100)).stream()
                .map(CustomerTicketView::number)
                .toList();
    }

    private TicketCategory category(UUID contact, long number) {
        return at(AURORA, () -> tickets.find(contact, number)).orElseThrow().category();
    }

    private <T> T at(Tenant tenant, Callable<T> work) {
        return scope.call(organizations.named(tenant.slug()).orElseThrow(), () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static UUID company(Tenant tenant, UUID contact, boolean seesAll) {
        return UUID.fromString(Rows.one("""
                with c as (
                    insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                    select tenant_id, uuidv7(), space_id, 'Firma ' || uuidv7(), now(), now() from lienzo.contact
                    where tenant_id = ? and id = ?::uuid returning *
                )
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select tenant_id, space_id, ?::uuid, id, true, ? from c returning company_id
                """, Rows.id(tenant), contact.toString(), contact.toString(), seesAll));
    }

    private static void join(Tenant tenant, UUID contact, UUID company) {
        Rows.list("""
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                select tenant_id, space_id, id, ?::uuid, true, false from lienzo.contact where tenant_id = ? and id = ?::uuid returning 1
                """, company.toString(), Rows.id(tenant), contact.toString());
    }
}
