package app.lienzo.portal;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.Listener;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What comes by itself into a customer's open page, what does not, and what ends it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalStreamTest {
    private static final String PORTAL = "/portal/principal";
    private static final String COMPANY = PORTAL + "/stream?show=company";
    private static final int SOON = 20_000;
    private static final int SILENCE = 1_500;

    @Test
    @DisplayName(
            "SO-1, T05: a colleague's new ticket comes into the open list of his main contact, also when it was empty; nobody else hears of it")
    void a_new_ticket_of_a_colleague_comes_by_itself() {
        var firm = firm(AURORA);
        var main = employed(AURORA, firm, true);
        var owner = employed(AURORA, firm, false);
        var colleague = employed(AURORA, firm, false);
        var stranger = employed(AURORA, firm(AURORA), true);
        var abroad = employed(NIMBUS, firm(NIMBUS), true);
        try (var sees = listen(main, COMPANY);
                var own = listen(main, PORTAL + "/stream");
                var same = listen(colleague, COMPANY);
                var other = listen(stranger, COMPANY);
                var far = listen(abroad, COMPANY)) {
            open(owner.browser(), "Recién llegado");
            assertThat(sees.hears(event -> event.name().equals("news"), SOON)).isTrue();
            assertThat(sees.heard("news"))
                    .allSatisfy(event -> assertThat(event.data()).isEqualTo("{}"));
            assertThat(sees.fields()).containsExactlyInAnyOrder("id", "event", "data", "retry");
            for (var deaf : java.util.List.of(own, same, other, far))
                assertThat(deaf.hears(event -> event.name().equals("news"), SILENCE))
                        .isFalse();
        }
        assertThat(main.browser().get(PORTAL + "/tickets?show=company").body()).contains("Recién llegado");
    }

    @Test
    @DisplayName(
            "SO-1, T05: a ticket that the team gives another company comes to one main contact and goes from the other")
    void a_ticket_changes_its_company() {
        var from = firm(AURORA);
        var to = firm(AURORA);
        var owner = employed(AURORA, from, false);
        employ(AURORA, owner, to, false, false);
        var before = employed(AURORA, from, true);
        var after = employed(AURORA, to, true);
        open(owner.browser(), "Cambia de empresa");
        var id = Rows.one("select id from lienzo.ticket where requester_id = ?::uuid", owner.id());
        try (var loses = listen(before, COMPANY);
                var gains = listen(after, COMPANY)) {
            AURORA.owner()
                    .header(
                            "If-Match",
                            AURORA.owner().get("/api/v1/tickets/" + id).header("ETag"))
                    .contentType("application/json")
                    .body(Map.of("company", to))
                    .patch("/api/v1/tickets/" + id)
                    .then()
                    .statusCode(200);
            assertThat(loses.hears(event -> event.name().equals("news"), SOON)).isTrue();
            assertThat(gains.hears(event -> event.name().equals("news"), SOON)).isTrue();
        }
    }

    @Test
    @DisplayName(
            "T12: a portal that is switched off ends its customers' open streams, and is a 404 for them afterwards")
    void a_portal_is_switched_off() throws Exception {
        var space = space(AURORA);
        var owner = Browser.signedIn(AURORA, "owner");
        var customer = Customer.active(AURORA, space.slug());
        var browser = customer.browser();
        var abroad = employed(NIMBUS, firm(NIMBUS), true);
        try (var list = Listener.to(browser.request("GET", space.portal() + "/stream"));
                var far = listen(abroad, COMPANY)) {
            assertThat(list.status()).isEqualTo(200);
            owner.get("/organization/spaces/" + space.id() + "/portal");
            assertThat(owner.post("/organization/spaces/" + space.id() + "/portal", "priority=on")
                            .status())
                    .isEqualTo(303);
            assertThat(list.ends(SOON)).isTrue();
            assertThat(far.ends(SILENCE)).as("another organization's").isFalse();
        }
        assertThat(browser.get(space.portal() + "/stream").status()).isEqualTo(401);
        assertThat(browser.get(space.portal() + "/sign-in").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("T12: an archived space ends its customers' open streams; those of other spaces come back at once")
    void a_space_is_archived() throws Exception {
        var space = space(AURORA);
        var owner = Browser.signedIn(AURORA, "owner");
        var customer = Customer.active(AURORA, space.slug());
        var browser = customer.browser();
        var elsewhere = employed(AURORA, firm(AURORA), true);
        try (var list = Listener.to(browser.request("GET", space.portal() + "/stream"))) {
            assertThat(list.status()).isEqualTo(200);
            owner.get("/organization/spaces/" + space.id());
            assertThat(owner.post("/organization/spaces/" + space.id() + "/archive", "")
                            .status())
                    .isEqualTo(303);
            assertThat(list.ends(SOON)).isTrue();
        }
        assertThat(browser.get(space.portal() + "/stream").status()).isEqualTo(401);
        try (var again = listen(elsewhere, COMPANY)) {
            assertThat(again.hears(event -> event.name().equals("hello"), SOON)).isTrue();
        }
    }

    @Test
    @DisplayName("T12: a suspended organization ends its customers' open streams, and they find a closed door")
    void an_organization_is_suspended() throws Exception {
        var customer = employed(NIMBUS, firm(NIMBUS), true);
        var browser = customer.browser();
        var here = employed(AURORA, firm(AURORA), true);
        int version =
                Integer.parseInt(Rows.one("select version from platform.organization where id = ?", Rows.id(NIMBUS)));
        try (var list = Listener.to(browser.request("GET", COMPANY));
                var other = listen(here, COMPANY)) {
            assertThat(list.status()).isEqualTo(200);
            state(NIMBUS, "SUSPENDED", version);
            try {
                assertThat(list.ends(SOON)).isTrue();
                assertThat(browser.get(PORTAL + "/stream").status()).isEqualTo(503);
                assertThat(other.ends(SILENCE)).as("another organization's").isFalse();
            } finally {
                state(NIMBUS, "ACTIVE", version + 1);
            }
        }
        assertThat(browser.get(PORTAL + "/stream").status()).as("signed out").isEqualTo(401);
    }

    @Test
    @DisplayName("T12: a contact who is signed out or given another password by the team loses his open stream")
    void access_is_taken() throws Exception {
        for (var what : java.util.List.of("sign-out", "password")) {
            var customer = employed(AURORA, firm(AURORA), true);
            try (var list = listen(customer, COMPANY)) {
                var agent = Browser.signedIn(AURORA, "agent");
                agent.get("/contacts/" + customer.id());
                assertThat(agent.post("/contacts/" + customer.id() + "/portal/" + what, "")
                                .status())
                        .isLessThan(400);
                assertThat(list.ends(SOON)).as(what).isTrue();
            }
        }
    }

    private record Place(String id, String slug) {
        String portal() {
            return "/portal/" + slug;
        }
    }

    /// A space of its own, so that nothing is closed over the heads of others.
    private static Place space(Tenant tenant) {
        var slug = "cierre-" + UUID.randomUUID().toString().substring(0, 8);
        var owner = Browser.signedIn(tenant, "owner");
        owner.get("/organization/spaces/new");
        var made = owner.post("/organization/spaces", "name=" + slug + "&slug=" + slug);
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        var id = Rows.one("select id from lienzo.space where tenant_id = ? and slug = ?", Rows.id(tenant), slug);
        return new Place(id, slug);
    }

    private static void state(Tenant tenant, String state, int version) {
        PLATFORM.operator()
                .contentType("application/json")
                .body(Map.of("state", state, "version", version, "reason", "Prueba"))
                .put("/api/v1/operator/organizations/" + Rows.id(tenant) + "/state")
                .then()
                .statusCode(200);
    }

    private static Listener listen(Customer customer, String path) {
        var listener = Listener.to(customer.browser().request("GET", path));
        assertThat(listener.status()).isEqualTo(200);
        return listener;
    }

    private static void open(Browser browser, String subject) {
        browser.get(PORTAL + "/new-ticket");
        var opened = browser.post(
                PORTAL + "/new-ticket",
                "type=TASK&priority=LOW&subject=" + Browser.encoded(subject) + "&text=Hola&key=" + UUID.randomUUID());
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    }

    private static String firm(Tenant tenant) {
        return Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, 'Firma ' || uuidv7(), now(), now()) returning id
                """, Rows.id(tenant), tenant.space());
    }

    private static Customer employed(Tenant tenant, String firm, boolean seesAll) {
        var customer = Customer.active(tenant, "principal");
        employ(tenant, customer, firm, true, seesAll);
        return customer;
    }

    private static void employ(Tenant tenant, Customer customer, String firm, boolean first, boolean seesAll) {
        Rows.list("""
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                values (?, ?::uuid, ?::uuid, ?::uuid, ?, ?)
                """, Rows.id(tenant), tenant.space(), customer.id(), firm, first, seesAll);
    }
}
