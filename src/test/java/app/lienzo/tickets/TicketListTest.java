package app.lienzo.tickets;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TicketListTest {
    /// Whoever attacked every route saved as many as one may have.
    @BeforeEach
    void no_views_yet() {
        Rows.list("delete from lienzo.saved_view");
    }

    private static final Pattern ROW = Pattern.compile("<tr id=\"t-([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Test
    @DisplayName("Mine, unassigned, solved: a ticket stands in the lists it belongs to, and moves when it changes")
    void tickets_stand_where_they_belong() {
        var agent = Browser.signedIn(AURORA, "agent");
        var ticket = AURORA.ticket("Lista " + UUID.randomUUID()).id();
        assertThat(rows(agent, "?list=unassigned")).contains(ticket);
        assertThat(rows(agent, "?list=mine")).doesNotContain(ticket);

        change(agent, "assignTo=me&ticket=" + ticket);
        assertThat(rows(agent, "?list=mine")).contains(ticket);
        assertThat(rows(agent, "?list=unassigned")).doesNotContain(ticket);

        change(agent, "category=SOLVED&ticket=" + ticket);
        assertThat(rows(agent, "?list=mine")).doesNotContain(ticket);
        assertThat(rows(agent, "?list=solved")).contains(ticket);
        assertThat(rows(agent, "?list=all")).contains(ticket);
    }

    @Test
    @DisplayName("T05, T06: nobody sees a ticket of another organization or space in a list, whatever filter he writes")
    void lists_end_at_the_space() {
        var other = NIMBUS.ticket("Ajeno " + UUID.randomUUID());
        var first = AURORA.ticket("De otro espacio " + UUID.randomUUID());
        var agent2 = Browser.signedIn(AURORA, "agent2");
        var agent = Browser.signedIn(AURORA, "agent");
        var space = Rows.one("select space_id from lienzo.ticket where id = ?::uuid", first.id());
        var foreign = Rows.one("select space_id from lienzo.ticket where id = ?::uuid", other.id());
        for (var query :
                List.of("?list=all", "?list=all&space=" + space, "?list=all&space=all", "?list=all&space=" + foreign)) {
            assertThat(agent2.get("/tickets" + query).body()).as(query).doesNotContain(first.id(), other.id());
            assertThat(agent.get("/tickets" + query).body()).as(query).doesNotContain(other.id());
        }
        assertThat(rows(agent, "?list=all&space=" + space)).contains(first.id());
        var requester = Rows.one("select requester_id from lienzo.ticket where id = ?::uuid", other.id());
        assertThat(rows(agent, "?list=all&requester=" + requester)).isEmpty();
    }

    @Test
    @DisplayName("T06: several are changed together or not at all; one that is not his is like one that is not there")
    void a_bulk_change_touches_nothing_foreign() {
        var mine = AURORA_SECOND.ticket("Mío " + UUID.randomUUID()).id();
        var agent2 = Browser.signedIn(AURORA, "agent2");
        for (var foreign : List.of(
                NIMBUS.ticket("x").id(),
                AURORA.ticket("x").id(),
                UUID.randomUUID().toString(),
                "nonsense")) {
            var before =
                    Rows.list("select version from lienzo.ticket where id::text in (?, ?) order by id", mine, foreign);
            var answer = agent2.post("/ticket-changes", "priority=URGENT&ticket=" + mine + "&ticket=" + foreign);
            assertThat(answer.status()).as(foreign).isEqualTo(404);
            assertThat(Rows.list(
                            "select version from lienzo.ticket where id::text in (?, ?) order by id", mine, foreign))
                    .isEqualTo(before);
        }
        var stranger =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(NIMBUS));
        assertThat(agent2.post("/ticket-changes", "assignTo=" + stranger + "&ticket=" + mine)
                        .status())
                .isIn(404, 422);
        assertThat(Rows.one("select assignee_id is null from lienzo.ticket where id = ?::uuid", mine))
                .isEqualTo("t");
    }

    @Test
    @DisplayName(
            "T10: what was changed for several can be taken back at once; fields the form does not have change nothing")
    void a_bulk_change_can_be_undone() {
        var agent = Browser.signedIn(AURORA, "agent");
        var tickets = List.of(AURORA.ticket("uno").id(), AURORA.ticket("dos").id());
        var form = tickets.stream().map(id -> "ticket=" + id).collect(Collectors.joining("&"));
        var answer = agent.post(
                "/ticket-changes",
                form
                        + "&priority=URGENT&addTags=bulk,vip&next=%2Ftickets%3Flist%3Dall&tenantId=x&category=&number=1&id=x");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).startsWith("/tickets?list=all&done=2&undo=");
        assertThat(states(tickets)).allMatch(state -> state.startsWith("URGENT {bulk,vip}"));

        var undo = answer.header("location").replaceAll(".*undo=", "");
        assertThat(Browser.signedIn(AURORA, "manager")
                        .post("/ticket-undos/" + undo, "next=%2Ftickets")
                        .header("location"))
                .contains("undone=0");
        assertThat(agent.post("/ticket-undos/" + undo, "next=%2Ftickets%3Flist%3Dall")
                        .header("location"))
                .isEqualTo("/tickets?list=all&undone=2");
        assertThat(states(tickets)).allMatch(state -> state.startsWith("NORMAL {}"));
        assertThat(agent.get("/tickets?list=all&undone=2").body()).contains("role=\"status\"");
    }

    @Test
    @DisplayName("Nothing ticked, or nothing to change, is said above the list, and the list is the one it was")
    void a_bulk_change_of_nothing_is_said() {
        var agent = Browser.signedIn(AURORA, "agent");
        var ticket = AURORA.ticket("nada").id();
        for (var form : List.of("priority=URGENT", "ticket=" + ticket)) {
            var answer = agent.post("/ticket-changes", form + "&next=%2Ftickets%3Flist%3Dunassigned");
            assertThat(answer.status()).as(form).isEqualTo(422);
            assertThat(answer.body()).as(form).contains("role=\"alert\"").contains("t-" + ticket);
        }
        assertThat(agent.post("/ticket-changes", "priority=LOW&next=//evil.example&ticket=" + ticket)
                        .header("location"))
                .startsWith("/tickets?done=");
    }

    @Test
    @DisplayName("Every order goes through all pages without a ticket twice or left out")
    void pages_are_whole_in_every_order() {
        var space = Rows.one("select id from lienzo.space where tenant_id = ? and slug = 'segundo'", Rows.id(NIMBUS));
        Rows.list("delete from lienzo.ticket where tenant_id = ? and number > 900000", Rows.id(NIMBUS));
        var contact = Rows.one("""
                insert into lienzo.contact (tenant_id, id, space_id, name, source, created_at)
                values (?, uuidv7(), ?::uuid, 'Bench', 'FORM', now()) returning id
                """, Rows.id(NIMBUS), space);
        Rows.list("""
                insert into lienzo.ticket (tenant_id, id, space_id, number, subject, type, priority, category, requester_id, source,
                    created_at, changed_at, due_at)
                select ?, uuidv7(), ?::uuid, 900000 + n, 'Page ' || n, 'TASK', (array['LOW','NORMAL','HIGH','URGENT'])[1 + n % 4],
                    (array['NEW','OPEN','WAITING','ON_HOLD'])[1 + n % 4], ?::uuid, 'API',
                    now() - n / 3 * interval '1 hour', now() - n / 5 * interval '1 hour',
                    case when n % 3 = 0 then now() + (n / 9 - 8) * interval '1 hour' end
                from generate_series(1, 170) n
                """, Rows.id(NIMBUS), space, contact);
        var owner = Browser.signedIn(NIMBUS, "owner");
        for (var sort : List.of("changed", "created", "oldest", "due", "priority")) {
            var seen = new ArrayList<String>();
            var next = "/tickets?space=" + space + "&requester=" + contact + "&sort=" + sort;
            for (int page = 0; page < 10 && next != null; page++) {
                var body = owner.get(next).body();
                ROW.matcher(body).results().forEach(row -> seen.add(row.group(1)));
                var link = NEXT.matcher(body);
                next = link.find() ? link.group(1).replace("&amp;", "&") : null;
            }
            assertThat(seen).as(sort).hasSize(170);
            assertThat(new LinkedHashSet<>(seen)).as(sort).hasSize(170);
        }
        assertThat(rows(owner, "?list=overdue&space=" + space + "&requester=" + contact))
                .hasSizeBetween(15, 40);
        assertThat(owner.get("/tickets?space=" + space).body()).contains("99+");
    }

    @Test
    @DisplayName("H10: whatever stands in the address, the list answers, and nothing of it reaches the database as SQL")
    void nothing_in_the_address_breaks_it() {
        var agent = Browser.signedIn(AURORA, "agent");
        for (var value : List.of(
                "'", "1e9", "-1", "%00", "%27%3B%20drop%20table%20x", "x".repeat(500), "id%20desc", "%F0%9F%99%82")) {
            for (var name : List.of(
                    "list",
                    "sort",
                    "state",
                    "type",
                    "priority",
                    "assignee",
                    "requester",
                    "company",
                    "tag",
                    "space",
                    "view",
                    "columns",
                    "field.x",
                    "field." + "y".repeat(300),
                    "done_",
                    "part_")) {
                var status = agent.get("/tickets?" + name + "=" + value).status();
                assertThat(status).as(name + "=" + value).isIn(200, 400);
            }
        }
        for (var size : List.of("-1", "0", "1000000000")) {
            var answer = agent.get("/tickets?list=all&size=" + size);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(ROW.matcher(answer.body()).results().count()).isLessThanOrEqualTo(100);
        }
        assertThat(agent.get("/tickets?size=99999999999&done=x&undone=-1&undo=%27")
                        .status())
                .isEqualTo(200);
        for (var cursor : List.of("x", "''", "LS4uLg", "MS4xLjkueA"))
            assertThat(agent.get("/tickets?after=" + cursor).status())
                    .as(cursor)
                    .isEqualTo(422);
    }

    @Test
    @DisplayName("X02: subjects, tags and names are shown as text; columns are those that were chosen")
    void rows_are_text() {
        var agent = Browser.signedIn(AURORA, "agent");
        var marker = UUID.randomUUID().toString().substring(0, 8);
        var ticket = AURORA.ticket("<img src=x onerror=alert(1)> \"" + marker).id();
        change(agent, "addTags=" + Browser.encoded("<b>x") + "&ticket=" + ticket);
        var body = agent.get("/tickets?list=unassigned&columns=tags,created").body();
        assertThat(body)
                .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;b&gt;x")
                .doesNotContain("<img src=x", "<b>x");
        assertThat(body).contains("href=\"/tickets/" + ticket + "\"");
        var saved =
                agent.post("/views", "subject=TICKETS&name=V" + marker + "&query=list%3Dunassigned&columns=tags,type");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(agent.get(saved.header("location")).body())
                .contains("V" + marker)
                .contains("aria-current=\"true\"");
    }

    private static void change(Browser who, String form) {
        assertThat(who.post("/ticket-changes", form).status()).isEqualTo(303);
    }

    private static List<String> rows(Browser who, String query) {
        var answer = who.get("/tickets" + query);
        assertThat(answer.status()).isEqualTo(200);
        return ROW.matcher(answer.body()).results().map(row -> row.group(1)).toList();
    }

    private static List<String> states(List<String> tickets) {
        return tickets.stream()
                .map(id -> Rows.one("select priority || ' ' || tags::text from lienzo.ticket where id = ?::uuid", id))
                .toList();
    }
}
