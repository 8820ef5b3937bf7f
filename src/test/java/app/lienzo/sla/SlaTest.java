package app.lienzo.sla;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.lienzo.calendars.CalendarService;
import app.lienzo.clocks.Countdown;
import app.lienzo.jobs.Chore;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tickets.Deadline;
import app.lienzo.world.Browser;
import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Clocks of real tickets, with a calendar that is always open so that the time of day does not matter.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SlaTest {
    private static final Map<String, Object> URGENT = Map.of(
            "type", "incident", "priority", "urgent", "firstMinutes", 60, "nextMinutes", 30, "resolutionMinutes", 240);
    private static final Map<String, Object> NORMAL = Map.of(
            "type", "question", "priority", "normal", "firstMinutes", 120, "nextMinutes", 90, "resolutionMinutes", 600);

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    ClockRows rows;

    @Inject
    AlarmWorker worker;

    @Inject
    ClockService clocks;

    @Inject
    CalendarService calendars;

    @Inject
    @All
    List<Chore> chores;

    private String plan;
    private String calendar;

    @BeforeEach
    void promise() {
        plan = AURORA.owner().get("/api/v1/support-plans").then().extract().path("find { it.paying }.id");
        calendar = AURORA.owner()
                .contentType("application/json")
                .body(always("Siempre " + UUID.randomUUID(), "UTC"))
                .post("/api/v1/calendars")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        promise(true, List.of(URGENT, NORMAL));
    }

    @AfterEach
    void promiseNothing() {
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("active", false, "targets", List.of()))
                .put("/api/v1/response-policies/" + plan)
                .then()
                .statusCode(200);
        settled();
        AURORA.owner().delete("/api/v1/calendars/" + calendar).then().statusCode(204);
    }

    @Test
    @DisplayName(
            "BL-3: a ticket is due when its plan promises the first answer, then the solution; elsewhere nothing is due")
    void a_ticket_is_due_when_its_plan_promises() {
        var ticket = AURORA.ticket("La caja no abre");
        var opened = instant("select created_at::text from lienzo.ticket where id = ?::uuid", ticket.id());
        assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(120)));
        clocks(ticket)
                .then()
                .body("items", hasSize(2))
                .body("items.metric", hasItems("first-response", "resolution"))
                .body("items.find { it.metric == 'first-response' }.targetMinutes", equalTo(120));

        ticket.replied(AURORA.owner(), "Lo miramos.");
        assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(600)));
        clocks(ticket).then().body("items.find { it.metric == 'first-response' }.state", equalTo("met"));

        var other = NIMBUS.ticket("The till does not open");
        NIMBUS.owner().get(other.path() + "/clocks").then().statusCode(200).body("items", hasSize(0));
        NIMBUS.owner().get(ticket.path() + "/clocks").then().statusCode(404);
        NIMBUS.owner().get(ticket.path() + "/clocks/resolution/ledger").then().statusCode(404);
    }

    @Test
    @DisplayName(
            "BL-3: the solution stands still while the customer is asked and goes on when he writes; his message is owed an answer")
    void waiting_pauses_the_solution() {
        var ticket = AURORA.ticket("Falta un pedido").replied(AURORA.owner(), "¿Cuál?");
        ticket.changed(AURORA.owner(), Map.of("state", "waiting"));
        clocks(ticket)
                .then()
                .body("items.find { it.metric == 'resolution' }.state", equalTo("paused"))
                .body("items.find { it.metric == 'resolution' }.cause", equalTo("waiting"))
                .body("items.find { it.metric == 'resolution' }.dueAt", nullValue());
        assertThat(Rows.one("select coalesce(due_at::text, 'none') from lienzo.ticket where id = ?::uuid", ticket.id()))
                .isEqualTo("none");

        ticket.changed(AURORA.owner(), Map.of("state", "open"));
        clocks(ticket)
                .then()
                .body("items.find { it.metric == 'resolution' }.state", equalTo("running"))
                .body("items.find { it.metric == 'resolution' }.dueAt", notNullValue());

        ticket.changed(AURORA.owner(), Map.of("state", "solved"));
        clocks(ticket).then().body("items.find { it.metric == 'resolution' }.state", equalTo("met"));
        ticket.changed(AURORA.owner(), Map.of("state", "open"));
        clocks(ticket).then().body("items.find { it.metric == 'resolution' }.state", equalTo("running"));
        var steps = AURORA.owner()
                .get(ticket.path() + "/clocks/resolution/ledger")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.step");
        assertThat(steps)
                .contains("started", "paused", "resumed", "met", "reopened")
                .endsWith("moved");
        replayed(ticket);
    }

    @Test
    @DisplayName(
            "BL-3: another type or priority has other targets; where nothing is promised the clock is given up, and comes back with a promise")
    void type_and_priority_change_the_target() {
        var ticket = AURORA.ticket("Duda que es incidente");
        var opened = instant("select created_at::text from lienzo.ticket where id = ?::uuid", ticket.id());
        ticket.changed(AURORA.owner(), Map.of("type", "incident", "priority", "urgent"));
        assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(60)));
        ticket.changed(AURORA.owner(), Map.of("priority", "low"));
        clocks(ticket).then().body("items.state.unique()", equalTo(List.of("cancelled")));
        ticket.changed(AURORA.owner(), Map.of("priority", "urgent"));
        assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(60)));
        replayed(ticket);
    }

    @Test
    @DisplayName("A warning and a breach are told once each, however many replicas look at the same moment")
    void told_once_each() throws Exception {
        var ticket = AURORA.ticket("Nadie contesta");
        var due = due(ticket);
        lookFromSeveral(due.minus(Duration.ofMinutes(20)));
        assertThat(told(ticket, "WARNED")).isEqualTo(1);
        assertThat(told(ticket, "BREACHED")).isZero();
        lookFromSeveral(due.plusSeconds(1));
        lookFromSeveral(due.plusSeconds(90));
        assertThat(told(ticket, "WARNED")).isEqualTo(1);
        assertThat(told(ticket, "BREACHED")).isEqualTo(1);
        assertThat(Rows.list(
                        "select change->>'what' from lienzo.ticket_entry where ticket_id = ?::uuid and kind = 'CHANGE'",
                        ticket.id()))
                .containsOnlyOnce("overdue-first");
        replayed(ticket);
    }

    @Test
    @DisplayName("Whoever holds a ticket is told that its time is near and over, and nobody else is")
    void the_holder_is_told() throws Exception {
        var agent =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(AURORA));
        var held = AURORA.ticket("Con alguien").changed(AURORA.owner(), Map.of("assignee", agent));
        var nobodys = AURORA.ticket("Sin nadie");
        var later = due(nobodys).isAfter(due(held)) ? due(nobodys) : due(held);
        lookFromSeveral(due(held).minus(Duration.ofMinutes(20)));
        assertThat(dues(held)).containsExactly("near-first " + agent);
        lookFromSeveral(later.plusSeconds(1));
        assertThat(dues(held)).containsExactly("near-first " + agent, "overdue-first " + agent);
        assertThat(dues(nobodys)).isEmpty();
        assertThat(told(nobodys, "BREACHED")).isEqualTo(1);
    }

    private static List<String> dues(Tenant.Ticket ticket) {
        return Rows.list(
                "select payload ->> 'what' || ' ' || holder_id from lienzo.event where kind = 'ticket-due' and conversation_id = ?::uuid order by id",
                ticket.id());
    }

    @Test
    @DisplayName(
            "After a change of targets or hours the deadlines of open tickets are counted again, also of those that had none")
    void a_change_is_counted_again() {
        promise(false, List.of());
        settled();
        var ticket = AURORA.ticket("Abierto antes");
        clocks(ticket).then().body("items", hasSize(0));
        var opened = instant("select created_at::text from lienzo.ticket where id = ?::uuid", ticket.id());

        promise(true, List.of(URGENT, NORMAL));
        settled();
        assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(120)));

        var faster = new HashMap<>(NORMAL);
        faster.put("firstMinutes", 45);
        promise(true, List.of(URGENT, faster));
        settled();
        assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(45)));

        // Closed until the day after tomorrow: the deadline moves beyond.
        var days = List.of(
                Map.of("on", date(opened, 0), "yearly", false, "name", "Cierre", "hours", ""),
                Map.of("on", date(opened, 1), "yearly", false, "name", "Cierre", "hours", ""));
        var closed = new HashMap<>(always("Con cierre " + UUID.randomUUID(), "UTC"));
        closed.put("days", days);
        AURORA.owner()
                .contentType("application/json")
                .body(closed)
                .put("/api/v1/calendars/" + calendar)
                .then()
                .statusCode(200);
        settled();
        assertThat(due(ticket)).isEqualTo(Instant.parse(date(opened, 2) + "T00:45:00Z"));
        scope.run(organizations.named("aurora").orElseThrow(), () -> {
            var why = clocks.of(UUID.fromString(ticket.id())).getFirst().why();
            assertThat(why.stream().map(Deadline.Reason::words).toList().toString())
                    .contains("45 min", "Con cierre", "Cierre", "Cambiaron las horas");
        });
        replayed(ticket);
    }

    @Test
    @DisplayName("BL-3: when a company gets another plan, its open tickets are held to what that one promises")
    void another_plan_is_another_promise() {
        var plans = AURORA.owner().get("/api/v1/support-plans").then().extract().<List<String>>path("id");
        var other = plans.stream().filter(id -> !id.equals(plan)).toList().getLast();
        var faster = new HashMap<>(NORMAL);
        faster.put("firstMinutes", 15);
        promise(other, true, List.of(faster));
        try {
            var company = AURORA.company("Cuenta " + UUID.randomUUID());
            var email = "cuenta-" + UUID.randomUUID() + "@example.com";
            AURORA.owner()
                    .contentType("application/json")
                    .body(Map.of(
                            "space", AURORA.space(),
                            "name", "Cuenta",
                            "emails", List.of(email),
                            "companies", List.of(Map.of("company", company))))
                    .post("/api/v1/contacts")
                    .then()
                    .statusCode(201);
            var ticket = AURORA.ticket("De la cuenta", email);
            var opened = instant("select created_at::text from lienzo.ticket where id = ?::uuid", ticket.id());
            assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(120)));
            AURORA.owner()
                    .contentType("application/json")
                    .body(Map.of("supportPlan", other))
                    .patch("/api/v1/companies/" + company)
                    .then()
                    .statusCode(200);
            settled();
            assertThat(due(ticket)).isEqualTo(opened.plus(Duration.ofMinutes(15)));
            AURORA.owner()
                    .get(ticket.path() + "/clocks/first-response/ledger")
                    .then()
                    .body("items.cause", hasItem("plan"));
        } finally {
            AURORA.owner()
                    .contentType("application/json")
                    .body(Map.of("active", false, "targets", List.of()))
                    .put("/api/v1/response-policies/" + other)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    @DisplayName(
            "T05, T10: only an Owner sets response times; a stale version is told, and what runs without a promise is refused")
    void only_an_owner_sets_targets() {
        AURORA.agent().get("/api/v1/response-policies").then().statusCode(403);
        AURORA.agent()
                .contentType("application/json")
                .body(policy(true, List.of(NORMAL)))
                .put("/api/v1/response-policies/" + plan)
                .then()
                .statusCode(403);
        AURORA.owner()
                .contentType("application/json")
                .header("If-Match", "\"99999\"")
                .body(policy(true, List.of(NORMAL)))
                .put("/api/v1/response-policies/" + plan)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/policy-changed"));
        AURORA.owner()
                .contentType("application/json")
                .body(policy(true, List.of()))
                .put("/api/v1/response-policies/" + plan)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/targets-missing"));
        NIMBUS.owner().get("/api/v1/response-policies/" + plan).then().statusCode(404);
        AURORA.owner()
                .delete("/api/v1/calendars/" + calendar)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/calendar-in-use"));
    }

    @Test
    @DisplayName(
            "The matrix is filled in quickly: one line for all, a suggestion, another plan's; what cannot be read stays there")
    void the_matrix_is_filled_in_quickly() {
        var owner = Browser.signedIn(AURORA, "owner");
        var path = "/organization/response-times/" + plan;
        var same = owner.post(path, "fill=same&same=2h&same=&same=3d&" + empty());
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.body().split("value=\"2h\"", -1)).hasSizeGreaterThan(12);
        assertThat(owner.post(path, "fill=suggested&" + empty()).body()).contains("value=\"16 h\"");
        assertThat(owner.post(path, "fill=copy&from=" + plan + "&" + empty()).body())
                .contains("value=\"2 h\"");
        var version = JsonPath.from(
                AURORA.owner().get("/api/v1/response-policies/" + plan).asString());
        assertThat(version.getBoolean("active")).isTrue();
        var bad = owner.post(path, "active=on&warn=75&version=1&" + empty().replaceFirst("first=", "first=soon"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("value=\"soon\"", "aria-invalid=\"true\"");
        var kept = owner.post(
                path,
                "active=on&warn=80&begins=CREATED&waiting=on&calendar=" + calendar + "&version=" + version() + "&"
                        + empty().replaceFirst("first=", "first=1h+30"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(303);
        AURORA.owner()
                .get("/api/v1/response-policies/" + plan)
                .then()
                .body("targets", hasSize(1))
                .body("targets[0].firstMinutes", equalTo(90))
                .body("warnPercent", equalTo(80));
        assertThat(Browser.signedIn(AURORA, "manager").get(path).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("BL-3: a solved ticket that closes by itself changes no clock, and its ledgers replay to the same")
    void closing_by_itself_touches_no_clock() {
        var ticket = AURORA.ticket("Resuelto y olvidado");
        ticket.changed(AURORA.owner(), Map.of("state", "solved"));
        Rows.list("update lienzo.ticket set solved_at = now() - interval '9 days' where id = ?::uuid", ticket.id());
        Rows.list("update lienzo.ticket_entry set at = at - interval '9 days' where ticket_id = ?::uuid", ticket.id());
        var before = clocks(ticket).body().asString();
        scope.run(
                organizations.named("aurora").orElseThrow(),
                () -> chores.stream()
                        .filter(chore -> chore.name().equals("close-unanswered-tickets"))
                        .forEach(Chore::run));
        AURORA.owner().get(ticket.path()).then().body("state.category", equalTo("closed"));
        assertThat(clocks(ticket).body().asString()).isEqualTo(before);
        replayed(ticket);
    }

    @Test
    @DisplayName("What stands in a ledger stays there")
    void a_ledger_cannot_be_changed() throws Exception {
        AURORA.ticket("Queda escrito");
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('lienzo.tenant', '" + Rows.id(AURORA) + "', false)");
            for (var attempt : List.of(
                    "update lienzo.clock_entry set at = now()",
                    "delete from lienzo.clock_entry",
                    "update lienzo.business_calendar_revision set zone = 'UTC'"))
                assertThatThrownBy(() -> statement.execute(attempt)).hasMessageContaining("permission denied");
        }
    }

    /// What the rows of a ticket say is what its ledgers say.
    private void replayed(Tenant.Ticket ticket) {
        scope.run(
                organizations.named("aurora").orElseThrow(),
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    var clocks = rows.of(UUID.fromString(ticket.id()));
                    var ledgers = rows.ledgers(clocks);
                    assertThat(clocks).isNotEmpty();
                    for (var row : clocks) {
                        var replay = Countdown.replay(ledgers.get(row));
                        assertThat(row.state()).isEqualTo(replay.state());
                        assertThat(row.terms()).isEqualTo(replay.terms());
                        assertThat(row.dueAt())
                                .isEqualTo(replay.dueAt((id, revision) ->
                                        calendars.calendar(id, revision).time()));
                    }
                }));
    }

    private void lookFromSeveral(Instant now) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var looks = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < 4; i++) looks.add(threads.submit(() -> worker.round(now)));
            for (var look : looks) look.get();
        }
    }

    private int told(Tenant.Ticket ticket, String step) {
        return Rows.list(
                        "select seq::text from lienzo.clock_entry where ticket_id = ?::uuid and step = ? and metric = 'FIRST_RESPONSE'",
                        ticket.id(),
                        step)
                .size();
    }

    private io.restassured.response.Response clocks(Tenant.Ticket ticket) {
        return AURORA.agent().get(ticket.path() + "/clocks");
    }

    private static Instant due(Tenant.Ticket ticket) {
        return instant("select due_at::text from lienzo.ticket where id = ?::uuid", ticket.id());
    }

    private static Instant instant(String query, Object... values) {
        return Instant.from(java.time.format.DateTimeFormatter.ofPattern(
                        "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]x")
                .parse(Rows.one(query, values)));
    }

    private static String date(Instant from, int days) {
        return java.time.LocalDate.ofInstant(from, java.time.ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private int version() {
        return Integer.parseInt(AURORA.owner()
                .get("/api/v1/response-policies/" + plan)
                .header("ETag")
                .replace("\"", ""));
    }

    private void promise(boolean active, List<Map<String, Object>> targets) {
        promise(plan, active, targets);
    }

    private void promise(String plan, boolean active, List<Map<String, Object>> targets) {
        AURORA.owner()
                .contentType("application/json")
                .body(policy(active, targets))
                .put("/api/v1/response-policies/" + plan)
                .then()
                .statusCode(200);
    }

    /// Returns once open deadlines have been counted again.
    private static void settled() {
        Patience.until(
                "the recount is over",
                () -> !AURORA.owner()
                        .get("/api/v1/response-policies/recount")
                        .then()
                        .extract()
                        .<Boolean>path("going"));
    }

    private Map<String, Object> policy(boolean active, List<? extends Map<String, ?>> targets) {
        return Map.of("active", active, "calendar", calendar, "warnPercent", 75, "targets", targets);
    }

    private static Map<String, Object> always(String name, String zone) {
        return Map.of("name", name, "zone", zone, "week", Collections.nCopies(7, "0-24"));
    }

    /// Twelve empty fields of each column.
    private static String empty() {
        return String.join("&", Collections.nCopies(12, "first=&next=&resolution="));
    }
}
