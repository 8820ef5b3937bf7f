package app.lienzo.optout;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.PASSWORD;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import app.lienzo.audit.Actor;
import app.lienzo.calendars.CalendarService;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.marketing.SuppressionService;
import app.lienzo.operators.Operators;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class OptOutTest {
    private static final String PAGE = "/organization/marketing";
    private static final String QUEUE = "/operator/optouts";

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    SuppressionService suppressions;

    @Inject
    DeadlineService deadlines;

    @Inject
    CalendarService calendars;

    @Inject
    OptOutCertificate certificates;

    @Inject
    SpaceService spaces;

    private OrganizationView organization;
    private Browser owner;

    @BeforeEach
    void an_organization_that_just_came() {
        var slug = "optout-" + UUID.randomUUID().toString().substring(0, 8);
        organization = organizations.create(slug, "Mesa Azul", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        member("owner", OrganizationRole.OWNER);
        owner = Browser.signedIn(new Tenant(slug, "none"), "owner");
    }

    @Test
    @DisplayName(
            "BY-8: an Owner asks, an operator takes it in hand and does it; each step is told with person and time, and nobody gets marketing mail")
    void the_way_of_a_request() throws java.io.IOException {
        assertThat(owner.get("/organization/setup").body()).contains("href=\"" + PAGE + "\"");
        assertThat(owner.get("/organization/white-label").body()).contains("href=\"" + PAGE + "\"");
        assertThat(owner.get(PAGE + "/certificate").status()).isEqualTo(404);
        owner.get(PAGE);
        assertThat(owner.post(PAGE, "").header("location")).isEqualTo(PAGE + "?done=requested");
        var id = request();
        MailServer.await("operator@platform.example", mail -> mail.html().contains(id));
        var again = owner.post(PAGE, "");
        assertThat(again.status()).as("a request while one is open").isEqualTo(409);
        assertThat(Rows.list("select id from platform.optout_request where organization_id = ?", organization.id()))
                .hasSize(1);

        var operator = Operators.signedIn("operator");
        assertThat(operator.get(QUEUE).body()).contains(QUEUE + "/" + id);
        operator.get(QUEUE + "/" + id);
        assertThat(operator.post(QUEUE + "/" + id + "/removal", "").status())
                .as("not taken in hand yet")
                .isEqualTo(409);
        assertThat(operator.post(QUEUE + "/" + id + "/holder", "").status()).isEqualTo(303);
        var other = Operators.signedIn("operator2");
        other.get(QUEUE + "/" + id);
        var late = other.post(QUEUE + "/" + id + "/removal", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).as("the loser is told who won").contains("Otto Vidal");
        assertThat(owner.get(PAGE).body()).contains("En curso", "Otto Vidal");
        assertThat(operator.post(QUEUE + "/" + id + "/removal", "").status()).isEqualTo(303);
        assertThat(operator.post(QUEUE + "/" + id + "/removal", "").status())
                .as("approved twice")
                .isEqualTo(409);

        MailServer.await(
                "owner@" + organization.slug() + ".example",
                mail -> mail.subject().startsWith("Hecho"));
        assertThat(steps(id)).containsExactly("REQUESTED owner", "TAKEN Otto Vidal", "DONE Otto Vidal");
        member("late", OrganizationRole.MEMBER);
        for (var user : List.of("owner", "late"))
            assertThat(suppressed(user)).as(user).isTrue();
        assertThat(deadlines(id)).isEqualTo("MET");
        var page = owner.get(PAGE).body();
        assertThat(page).contains(PAGE + "/certificate").doesNotContain("/escalation");
        assertThat(owner.post(PAGE, "").status()).isEqualTo(409);
        var pdf = scope.call(organization, () -> certificates.pdf(java.util.Locale.of("es")));
        var text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
        assertThat(text).contains("Mesa Azul", "Otto Vidal", id).doesNotContainIgnoringCase("lienzo");
        assertThat(owner.get(PAGE + "/certificate").header("content-disposition"))
                .contains("attachment");
    }

    @Test
    @DisplayName(
            "BY-8: due at the end of the seventh business day in the operator's calendar, and replaying the ledger says the same")
    void due_in_the_operators_calendar() {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = UUID.fromString(request());
        var deadline = scope.call(
                organizations.platform(),
                () -> deadlines.find(DeadlineSubject.OPTOUT, id).orElseThrow());
        var calendar = scope.call(organizations.platform(), calendars::first);
        var time = scope.call(
                organizations.platform(),
                () -> calendars.calendar(calendar.id(), calendar.revision()).time());
        assertThat(deadline.dueAt()).isEqualTo(time.endOfDay(deadline.startedAt(), 7));
        var zone = ZoneId.of(calendar.settings().zone());
        int count = 0;
        for (var day = deadline.startedAt().atZone(zone).toLocalDate().plusDays(1);
                !day.isAfter(deadline.dueAt().atZone(zone).toLocalDate());
                day = day.plusDays(1)) {
            if (!calendar.settings().week().on(day.getDayOfWeek()).isEmpty()) count++;
        }
        assertThat(count).isEqualTo(7);
        assertThat(scope.<Object>call(organization, () -> deadlines.replay(DeadlineSubject.OPTOUT, id)))
                .isEqualTo(deadline);
    }

    @Test
    @DisplayName("BY-8: escalated, it is due earlier and never later; support is told by mail, once a day")
    void escalation_shortens() {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = UUID.fromString(request());
        var before = due(id);
        assertThat(owner.post(PAGE + "/escalation", "note=" + Browser.encoded("Empezamos <b>mañana</b>"))
                        .status())
                .isEqualTo(303);
        assertThat(due(id)).isBefore(before);
        var told =
                MailServer.await("support@operator.example", mail -> mail.html().contains(id.toString()));
        assertThat(told.text()).contains("Empezamos <b>mañana</b>");
        assertThat(told.html()).doesNotContain("<b>mañana");
        assertThat(owner.post(PAGE + "/escalation", "note=otra").status()).isEqualTo(409);
        var nearer = due(id);
        Rows.list(
                "update platform.optout_request set escalated_at = escalated_at - interval '2 days' where id = ?", id);
        assertThat(owner.post(PAGE + "/escalation", "note=").status()).isEqualTo(303);
        assertThat(due(id)).isEqualTo(nearer);
        assertThat(steps(id.toString())).containsExactly("REQUESTED owner", "ESCALATED owner", "ESCALATED owner");
    }

    @Test
    @DisplayName("BY-8: operators are reminded before the deadline, and what is overdue is flagged and told to support")
    void reminded_and_overdue() {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = UUID.fromString(request());
        goBy(id, Duration.ofDays(40));
        MailServer.await(
                "support@operator.example",
                mail -> mail.subject().startsWith("Vencida") && mail.html().contains(id.toString()));
        assertThat(owner.get(PAGE).body()).contains("Vencida");
        assertThat(Operators.signedIn("operator").get(QUEUE).body()).contains("tone-bad");
        assertThat(steps(id.toString())).containsExactly("REQUESTED owner", "OVERDUE ");
    }

    @Test
    @DisplayName("BY-8: a refusal needs a reason, which the organization reads; it can ask again")
    void refused_with_a_reason() {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = request();
        var operator = Operators.signedIn("operator");
        operator.get(QUEUE + "/" + id);
        operator.post(QUEUE + "/" + id + "/holder", "");
        assertThat(operator.post(QUEUE + "/" + id + "/refusal", "reason=+").status())
                .isEqualTo(422);
        var reason = "Contrato <script>alert(1)</script> vigente";
        assertThat(operator.post(QUEUE + "/" + id + "/refusal", "reason=" + Browser.encoded(reason))
                        .status())
                .isEqualTo(303);
        var page = owner.get(PAGE).body();
        assertThat(page).contains("Contrato &lt;script&gt;").doesNotContain("<script>alert");
        assertThat(owner.get(PAGE + "/certificate").status()).isEqualTo(404);
        assertThat(owner.post(PAGE, "").status()).isEqualTo(303);
        assertThat(request()).isNotEqualTo(id);
        assertThat(suppressed("owner")).isFalse();
    }

    @Test
    @DisplayName(
            "BY-8: of two operators who take a request at the same moment one has it, and of two requests at the same moment one is there")
    void at_the_same_moment() throws Exception {
        owner.get(PAGE);
        var asked = both(
                () -> owner.post(PAGE, "").status(), () -> owner.post(PAGE, "").status());
        assertThat(asked).containsExactlyInAnyOrder(303, 409);
        var id = request();
        var one = Operators.signedIn("operator");
        var two = Operators.signedIn("operator2");
        one.get(QUEUE + "/" + id);
        two.get(QUEUE + "/" + id);
        assertThat(both(
                        () -> one.post(QUEUE + "/" + id + "/holder", "").status(),
                        () -> two.post(QUEUE + "/" + id + "/holder", "").status()))
                .containsExactlyInAnyOrder(303, 409);
        assertThat(steps(id)).hasSize(2);
    }

    @Test
    @DisplayName(
            "BY-8: what a colleague has in hand who is away is taken over, from him and not from whoever was faster")
    void taken_over() {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = request();
        var one = Operators.signedIn("operator");
        var two = Operators.signedIn("operator2");
        one.get(QUEUE + "/" + id);
        one.post(QUEUE + "/" + id + "/holder", "");
        var page = two.get(QUEUE + "/" + id).body();
        assertThat(two.post(QUEUE + "/" + id + "/removal", "").status()).isEqualTo(409);
        var from = page.replaceAll("(?s).*name=\"from\" value=\"([^\"]+)\".*", "$1");
        assertThat(two.post(QUEUE + "/" + id + "/holder", "from=" + from).status())
                .isEqualTo(303);
        assertThat(one.post(QUEUE + "/" + id + "/holder", "from=" + from).status())
                .as("it is not his any more")
                .isEqualTo(409);
        assertThat(two.post(QUEUE + "/" + id + "/removal", "").status()).isEqualTo(303);
    }

    @Test
    @DisplayName(
            "BY-8: page after page shows each request once; nobody's, mine, overdue, done and refused ones are lists of their own with their numbers")
    void page_after_page() {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = request();
        var tag = UUID.randomUUID().toString().substring(0, 8);
        Rows.list("""
                insert into platform.optout_request (organization_id, id, state, requested_at, requested_by)
                select ? || '-' || n, gen_random_uuid(), 'REQUESTED', now(), 'W' || n || '-' || ? from generate_series(1, 120) n
                """, tag, tag);
        var operator = Operators.signedIn("operator");
        var seen = new ArrayList<String>();
        @Nullable String next = QUEUE;
        while (next != null) {
            var body = operator.get(next).body();
            Pattern.compile("W(\\d+)-" + tag).matcher(body).results().forEach(found -> seen.add(found.group(1)));
            var more = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        Rows.list("delete from platform.optout_request where requested_by like '%-' || ?", tag);

        operator.get(QUEUE + "/" + id);
        operator.post(QUEUE + "/" + id + "/holder", "");
        assertThat(operator.get(QUEUE + "?list=MINE").body()).contains(QUEUE + "/" + id);
        assertThat(Operators.signedIn("operator2").get(QUEUE + "?list=MINE").body())
                .doesNotContain(QUEUE + "/" + id);
        assertThat(operator.get(QUEUE + "?list=UNTAKEN").body()).doesNotContain(QUEUE + "/" + id);
        assertThat(operator.get(QUEUE + "?list=OVERDUE").body()).doesNotContain(QUEUE + "/" + id);
        Rows.list("update platform.deadline set due_at = now() - interval '1 minute' where id = ?::uuid", id);
        assertThat(operator.get(QUEUE + "?list=OVERDUE").body()).contains(QUEUE + "/" + id);
        operator.post(QUEUE + "/" + id + "/removal", "");
        assertThat(operator.get(QUEUE + "?list=DONE").body()).contains(QUEUE + "/" + id);
        for (var other : List.of("OPEN", "MINE", "OVERDUE", "REFUSED"))
            assertThat(operator.get(QUEUE + "?list=" + other).body()).as(other).doesNotContain(QUEUE + "/" + id);
    }

    @Test
    @DisplayName(
            "BY-8: programs of the organization ask and press, those of operators take, do and refuse: the same rules, one request for one key, problems as documents")
    void programs_do_the_same() {
        var tenant = new Tenant(organization.slug(), "none");
        var mine = "/api/v1/marketing-optout";
        tenant.member("owner").get(mine).then().statusCode(404);
        String id = json(tenant.member("owner"))
                .header("Idempotency-Key", "asked-once")
                .post(mine)
                .then()
                .statusCode(201)
                .body("request.state", equalTo("REQUESTED"))
                .extract()
                .path("request.id");
        json(tenant.member("owner"))
                .header("Idempotency-Key", "asked-once")
                .post(mine)
                .then()
                .statusCode(201)
                .body("request.id", equalTo(id));
        json(tenant.member("owner"))
                .post(mine)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/optout-open"));
        json(tenant.member("owner"))
                .body(Map.of("note", "Deprisa"))
                .post(mine + "/escalation")
                .then()
                .statusCode(200)
                .body("history.kind", hasItems("REQUESTED", "ESCALATED"));
        AURORA.with("aurora-agent-token").get(mine).then().statusCode(403);
        NIMBUS.owner().get(mine).then().body(not(containsString(id)));

        var queue = "/api/v1/operator/optouts";
        AURORA.owner().get(queue).then().statusCode(404);
        PLATFORM.anybody().get(queue).then().statusCode(401);
        PLATFORM.operator().get(mine).then().statusCode(404);
        PLATFORM.operator().get(queue + "?list=UNTAKEN").then().statusCode(200).body("items.id", hasItems(id));
        json(PLATFORM.operator())
                .post(queue + "/" + id + "/removal")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/optout-untaken"));
        json(PLATFORM.operator())
                .body(Map.of())
                .put(queue + "/" + id + "/holder")
                .then()
                .statusCode(200)
                .body("request.state", equalTo("IN_WORK"));
        json(PLATFORM.operator())
                .body(Map.of("reason", " "))
                .post(queue + "/" + id + "/refusal")
                .then()
                .statusCode(422);
        json(PLATFORM.operator())
                .post(queue + "/" + id + "/removal")
                .then()
                .statusCode(200)
                .body("request.state", equalTo("DONE"));
        PLATFORM.operator().get(queue + "?list=DONE").then().body("items.id", hasItems(id));
        tenant.member("owner").get(mine).then().body("request.state", equalTo("DONE"));
        assertThat(suppressed("owner")).isTrue();
    }

    @Test
    @DisplayName("BY-8: the certificate prints the organization's name in whatever letters it is written")
    void every_name_is_printed() throws java.io.IOException {
        owner.get(PAGE);
        owner.post(PAGE, "");
        var id = request();
        var operator = Operators.signedIn("operator");
        operator.get(QUEUE + "/" + id);
        operator.post(QUEUE + "/" + id + "/holder", "");
        operator.post(QUEUE + "/" + id + "/removal", "");
        for (var name : List.of(
                "Żółć Řeřicha Ğüneş",
                "Ελληνικά Σπίτι",
                "Бюро Ёлка Її",
                "北京服务台",
                "東京サポート",
                "한국 지원",
                "डेस्क",
                "โต๊ะ",
                "𝔅ü𝔯𝔬 𐍈")) {
            Rows.list("update platform.organization set name = ? where id = ?", name, organization.id());
            var pdf = scope.call(organization, () -> certificates.pdf(java.util.Locale.of("es")));
            var text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
            // Where another font begins readers may see a gap.
            assertThat(text.replace(" ", "")).as(name).contains(name.replace(" ", ""));
            assertThat(text).doesNotContainIgnoringCase("lienzo");
            assertThat(pdf.length).as("only what is used of the letters").isLessThan(150_000);
        }
        for (var name : List.of("مكتب الدعم", "שולחן")) {
            Rows.list("update platform.organization set name = ? where id = ?", name, organization.id());
            var pdf = scope.call(organization, () -> certificates.pdf(java.util.Locale.of("es")));
            java.nio.file.Files.write(java.nio.file.Path.of("target", "certificate-" + name.length() + ".pdf"), pdf);
            var text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
            assertThat(text).as(name).doesNotContain("?").hasSizeGreaterThan(200);
        }
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json");
    }

    @Test
    @DisplayName("BY-8: whoever invites customers before it is done reads why not, and needs to confirm; that is noted")
    void inviting_needs_a_confirmation() {
        var space = scope.call(
                organization,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> spaces.create("cliente", "Cliente").id()));
        owner.get("/organization/people/invite");
        var list = "addresses=cliente@client.example&level=MEMBER&agentOf=" + space;
        var warned = owner.post("/organization/people/invite", list);
        assertThat(warned.status()).isEqualTo(409);
        assertThat(warned.body()).contains("lista de marketing", "name=\"confirmed\"", "cliente@client.example");
        assertThat(Rows.list(
                        "select 1 from lienzo.member where tenant_id = ? and email like 'cliente@%'",
                        organization.id()))
                .isEmpty();
        assertThat(owner.post("/organization/people/invite", list + "&confirmed=on")
                        .status())
                .isEqualTo(200);
        assertThat(Rows.list(
                        "select action from lienzo.audit_entry where tenant_id = ? and action = 'optout-warning-overridden'",
                        organization.id()))
                .hasSize(1);
        assertThat(owner.post("/organization/people/invite", "addresses=socia@client.example&level=OWNER")
                        .status())
                .as("somebody who helps to run the organization is no customer")
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "T05, BY-6: nobody but an Owner asks, nobody sees the request of another organization, and operators' pages are nowhere else")
    void nobody_else() {
        for (var user : List.of("useradmin", "manager", "agent")) {
            var other = Browser.signedIn(AURORA, user);
            assertThat(other.get(PAGE).status()).as(user).isEqualTo(403);
            assertThat(other.post(PAGE, "").status()).as(user).isEqualTo(403);
        }
        owner.get(PAGE);
        owner.post(PAGE, "");
        assertThat(Browser.signedIn(NIMBUS, "owner").get(PAGE).body()).doesNotContain("Mesa Azul", request());
        assertThat(owner.get(QUEUE).status()).isEqualTo(404);
        assertThat(owner.get(QUEUE + "/" + request()).status()).isEqualTo(404);
        assertThat(Operators.signedIn("operator")
                        .get(QUEUE + "/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private static List<Integer> both(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(one);
            var second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    /// As if it had been asked for so much earlier.
    private static void goBy(UUID id, Duration time) {
        var seconds = time.toSeconds();
        Rows.list(
                "update platform.deadline_entry set at = at - make_interval(secs => ?), due_at = due_at - make_interval(secs => ?) where id = ?",
                seconds,
                seconds,
                id);
        Rows.list("update platform.deadline set alarm_at = now() where id = ?", id);
    }

    private Instant due(UUID id) {
        return scope.call(
                organizations.platform(),
                () -> java.util.Objects.requireNonNull(
                        deadlines.find(DeadlineSubject.OPTOUT, id).orElseThrow().dueAt()));
    }

    private String deadlines(String id) {
        return scope.call(
                organizations.platform(),
                () -> deadlines
                        .find(DeadlineSubject.OPTOUT, UUID.fromString(id))
                        .orElseThrow()
                        .state()
                        .name());
    }

    private boolean suppressed(String user) {
        var address = user + "@" + organization.slug() + ".example";
        return scope.call(organizations.platform(), () -> suppressions.suppressed(address));
    }

    private String request() {
        return Rows.one(
                "select id from platform.optout_request where organization_id = ? order by id desc limit 1",
                organization.id());
    }

    private static List<String> steps(String id) {
        return Rows.list(
                "select step || ' ' || who from platform.optout_step where request_id = ?::uuid order by seq", id);
    }

    private void member(String user, OrganizationRole role) {
        scope.run(
                organization,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> members.create(
                                Actor.SYSTEM,
                                new NewMember(
                                        user,
                                        user,
                                        user + "@" + organization.slug() + ".example",
                                        role,
                                        PASSWORD,
                                        null))));
    }
}
