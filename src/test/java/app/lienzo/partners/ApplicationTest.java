package app.lienzo.partners;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import app.lienzo.deadlines.MovedClock;
import app.lienzo.marketing.SuppressionService;
import app.lienzo.operators.Operators;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Applications as operators see and answer them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationTest {
    @Inject
    SuppressionService suppressions;

    @Inject
    Scope scope;

    @Inject
    MovedClock clock;

    @Test
    @DisplayName(
            "BY-3: when the clock passes 48 and 66 hours operators are warned, when it passes 72 the escalation mail arrives, once")
    void the_escalation_mail_arrives() {
        var somebody = new Applicant();
        var id = somebody.confirmed();
        var confirmed = confirmedAt(id);
        clock.passes(confirmed.plus(Duration.ofHours(48)));
        assertThat(MailServer.await("operator@platform.example", mail -> about(mail, somebody, "Quedan 24"))
                        .link())
                .contains(id.toString());
        clock.passes(confirmed.plus(Duration.ofHours(66)));
        MailServer.await("operator2@platform.example", mail -> about(mail, somebody, "Quedan 6"));
        assertThat(escalated(somebody)).isEmpty();
        clock.passes(confirmed.plus(Duration.ofHours(72)));
        var mail = MailServer.await("guardia@platform.example", found -> about(found, somebody, "Vencida"));
        assertThat(mail.link()).contains("/operator/applications/" + id);
        clock.passes(confirmed.plus(Duration.ofHours(100)));
        assertThat(escalated(somebody)).hasSize(1);
        assertThat(Operators.signedIn("operator")
                        .get("/operator/applications/" + id)
                        .body())
                .contains("Vencida y escalada");
    }

    @Test
    @DisplayName(
            "B2-1: an approved applicant has an organization, is its first Owner and gets the welcome mail; the private link says so; twice is once")
    void approval_founds_the_organization() {
        var somebody = new Applicant();
        var id = somebody.confirmed();
        var operator = Operators.signedIn("operator");
        var page = operator.get("/operator/applications/" + id);
        assertThat(page.body())
                .contains("Faro " + somebody.tag, somebody.email, "Colombia", "+576015550123", "Quedan 7");

        var done =
                operator.post("/operator/applications/" + id + "/approval", approval(somebody, "faro-" + somebody.tag));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        var organization = Rows.one("select id from platform.organization where slug = ?", "faro-" + somebody.tag);
        assertThat(Rows.list(
                        "select email from lienzo.member where tenant_id = ? and organization_role = 'OWNER'",
                        organization))
                .containsExactly(somebody.email);
        var welcome = MailServer.await(somebody.email, mail -> mail.link().contains("/set-password/"));
        assertThat(welcome.link()).contains("faro-" + somebody.tag + ".localhost");
        MailServer.await(somebody.email, mail -> mail.subject().contains("aprobada"));
        assertThat(somebody.browser.get("/partners/application").body()).contains("Aprobada");
        assertThat(Rows.one("select state from platform.deadline where id = ?", id))
                .isEqualTo("MET");

        var again = Operators.signedIn("operator2")
                .post("/operator/applications/" + id + "/approval", approval(somebody, "otra-" + somebody.tag));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Otto Vidal");
        assertThat(Rows.list("select 1 from platform.organization where slug = ?", "otra-" + somebody.tag))
                .isEmpty();
        assertThat(trail("application-approved", id)).isEqualTo("1");
        assertThat(scope.<Boolean>call("platform", () -> suppressions.suppressed(somebody.email)))
                .as("he did not ask for marketing mails")
                .isTrue();
        Rows.list("update lienzo.partner_application set decided_at = now() - interval '181 days' where id = ?", id);
        assertThat(somebody.browser.get("/partners/application").body())
                .as("the link ends some months after the answer")
                .doesNotContain("Aprobada");
    }

    @Test
    @DisplayName("BY-3: what is founded is not declined, also when the approval did not get to its end")
    void a_founded_organization_is_not_declined() {
        var somebody = new Applicant();
        var id = somebody.confirmed();
        Rows.list(
                "insert into platform.organization_order (key, organization_id) select ?, o.id from platform.organization o where o.slug = 'aurora'",
                id);
        var operator = Operators.signedIn("operator");
        operator.get("/operator/applications/" + id);
        var refused = operator.post("/operator/applications/" + id + "/refusal", "reason=No");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(Rows.one("select state from lienzo.partner_application where id = ?", id))
                .isEqualTo("OPEN");
    }

    @Test
    @DisplayName(
            "BY-3: of operators who decide at the same moment one does, the others are told who; one organization at most is founded")
    void of_two_operators_one_decides() throws Exception {
        var somebody = new Applicant();
        var id = somebody.confirmed();
        var one = Operators.signedIn("operator");
        var other = Operators.signedIn("operator2");
        var answers = new ArrayList<Future<Wire.Answer>>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var path = "/operator/applications/" + id;
            answers.add(hands.submit(() -> one.post(path + "/approval", approval(somebody, "faro-" + somebody.tag))));
            answers.add(hands.submit(() -> other.post(path + "/refusal", "reason=Todav%C3%ADa+no")));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) statuses.add(answer.get().status());
        assertThat(statuses).containsExactlyInAnyOrder(303, 409);
        var state = Rows.one("select state from lienzo.partner_application where id = ?", id);
        var founded = Rows.list("select id from platform.organization where slug = ?", "faro-" + somebody.tag);
        assertThat(founded).hasSize(state.equals("APPROVED") ? 1 : 0);
    }

    @Test
    @DisplayName(
            "BY-3: a refusal needs a reason, which is mailed and stands on the private page; an approval with a taken or reserved name changes nothing")
    void a_refusal_says_why() {
        var somebody = new Applicant();
        var id = somebody.confirmed();
        var operator = Operators.signedIn("operator");
        var path = "/operator/applications/" + id;
        for (var slug : List.of("aurora", "www", "no gut", "x".repeat(300))) {
            var refused = operator.post(path + "/approval", approval(somebody, slug));
            assertThat(refused.status()).as(slug).isIn(409, 422);
        }
        assertThat(operator.post(path + "/refusal", "reason=+").status()).isEqualTo(422);
        assertThat(operator.post(path + "/refusal", "reason=" + "x".repeat(2_001))
                        .status())
                .isEqualTo(422);
        assertThat(Rows.one("select state from lienzo.partner_application where id = ?", id))
                .isEqualTo("OPEN");

        assertThat(operator.post(path + "/refusal", "reason=A%C3%BAn+no+llegamos+a+%3Cb%3ECali%3C%2Fb%3E")
                        .status())
                .isEqualTo(303);
        assertThat(MailServer.await(somebody.email, mail -> mail.text().contains("Aún no llegamos"))
                        .text())
                .contains("<b>Cali</b>");
        assertThat(somebody.browser.get("/partners/application").body()).contains("Aún no llegamos a &lt;b&gt;Cali");
        assertThat(trail("application-declined", id)).isEqualTo("1");
        assertThat(operator.post(path + "/approval", approval(somebody, "faro-" + somebody.tag))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName(
            "BY-3: operators see applications that wait, what looks like others, take notes and take one over; applicants see none of it")
    void lists_notes_and_doubles() {
        var first = new Applicant();
        var id = first.confirmed();
        var second = new Applicant()
                .with("company", "FARO " + first.tag + ", S.L.")
                .with("email", "otra@faro-" + first.tag + ".example");
        second.send();
        var link = Applicant.path(
                MailServer.await("otra@faro-" + first.tag + ".example").link());
        second.confirm(link);

        var operator = Operators.signedIn("operator");
        var list = operator.get("/operator/applications?q=" + first.tag).body();
        assertThat(list).contains(first.email, "Quedan 71 h");
        assertThat(operator.get("/operator/applications/" + id).body())
                .contains("Se parece a otras", "otra@faro-" + first.tag);

        var path = "/operator/applications/" + id;
        assertThat(operator.post(path + "/notes", "text=Llamar+el+lunes").status())
                .isEqualTo(303);
        assertThat(operator.post(path + "/notes", "text=+").status()).isEqualTo(422);
        var petra =
                Rows.one("select id::text from lienzo.member where tenant_id = 'platform' and user_name = 'operator2'");
        assertThat(operator.post(path + "/assignee", "operator=" + petra).status())
                .isEqualTo(303);
        assertThat(operator.get(path).body()).contains("Llamar el lunes", "Petra Sanz", "Otto Vidal");
        assertThat(operator.post(path + "/assignee", "operator=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(first.browser.get("/partners/application").body()).doesNotContain("Llamar el lunes", "Petra");
    }

    @Test
    @DisplayName(
            "BY-3: page after page shows each application once; mine, overdue and all that wait are lists of their own with their numbers")
    void page_after_page() {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        Rows.list("""
                insert into lienzo.partner_application (tenant_id, id, state, language, company, company_key, person, email,
                    country, clients, slug, message, marketing, created_at, confirmed_at)
                select 'platform', gen_random_uuid(), 'OPEN', 'es', 'Seite ' || ?, 'seite', 'P', n || '@' || ? || '.example', 'CO', 1,
                    's', '', false, now(), date_trunc('hour', now()) from generate_series(1, 120) n
                """, tag, tag);
        var operator = Operators.signedIn("operator");
        var seen = new ArrayList<String>();
        var next = "/operator/applications?q=" + tag;
        for (int page = 0; page < 3; page++) {
            var body = operator.get(next).body();
            Pattern.compile(">P · (\\d+)@").matcher(body).results().forEach(found -> seen.add(found.group(1)));
            var more = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            assertThat(more.find()).as("a page after %s", page).isEqualTo(page < 2);
            if (page < 2) next = more.group(1).replace("&amp;", "&");
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        var one = Rows.one("select id::text from lienzo.partner_application where email = ?", "7@" + tag + ".example");
        var me = Rows.one("select id::text from lienzo.member where tenant_id = 'platform' and user_name = 'operator'");
        operator.post("/operator/applications/" + one + "/assignee", "operator=" + me);
        var mine = operator.get("/operator/applications?list=MINE&q=" + tag).body();
        assertThat(mine).contains("7@" + tag).doesNotContain(">P · 8@" + tag);
        var number = Rows.one(
                "select count(*)::text from lienzo.partner_application where assignee_id = ?::uuid and state = 'OPEN'",
                me);
        assertThat(mine).contains("aria-current=\"true\">Mías <b>" + number + "</b>");
        Rows.list("delete from lienzo.partner_application where company = 'Seite ' || ?", tag);
    }

    @Test
    @DisplayName(
            "BY-3: programs of operators list, read, note, assign, approve and decline by the same rules; a note is one for one key")
    void programs_answer_applications() {
        var somebody = new Applicant();
        var id = somebody.confirmed();
        var other = new Applicant();
        var declined = other.confirmed();
        var path = "/api/v1/operator/applications";
        json().get(path + "?q=" + somebody.tag)
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("items[0].dueAt", notNullValue());
        for (int i = 0; i < 2; i++)
            json().header("Idempotency-Key", "note-once")
                    .body(Map.of("text", "Llamar el martes"))
                    .post(path + "/" + id + "/notes")
                    .then()
                    .statusCode(200);
        var petra =
                Rows.one("select id::text from lienzo.member where tenant_id = 'platform' and user_name = 'operator2'");
        json().body(Map.of("operator", petra))
                .put(path + "/" + id + "/assignee")
                .then()
                .statusCode(200)
                .body("application.assignee", equalTo(petra));
        json().get(path + "/" + id)
                .then()
                .body("history.findAll { it.kind == 'NOTED' }.text", contains("Llamar el martes"));
        json().body(Map.of("plan", "STARTUP", "vocabulary", "SERVICE_PROVIDER", "slug", "aurora"))
                .post(path + "/" + id + "/approval")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        json().body(Map.of("plan", "STARTUP", "vocabulary", "SERVICE_PROVIDER"))
                .post(path + "/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("APPROVED"))
                .body("application.organization", notNullValue());
        json().body(Map.of("reason", "No"))
                .post(path + "/" + id + "/refusal")
                .then()
                .statusCode(409);
        json().body(Map.of("reason", ""))
                .post(path + "/" + declined + "/refusal")
                .then()
                .statusCode(422);
        json().body(Map.of("reason", "Todavía no"))
                .post(path + "/" + declined + "/refusal")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("DECLINED"));
        json().get(path + "/" + UUID.randomUUID()).then().statusCode(404);
        AURORA.owner().get(path + "/" + id).then().statusCode(404);
        PLATFORM.anybody().get(path).then().statusCode(401);
    }

    private static RequestSpecification json() {
        return PLATFORM.operator().contentType("application/json");
    }

    @Test
    @DisplayName("T07: only operators see applications: no stranger, no Owner, no other host")
    void only_operators_see_applications() {
        var id = new Applicant().confirmed();
        var path = "/operator/applications/" + id;
        assertThat(Browser.at(PLATFORM).get(path).status()).isIn(303, 401);
        assertThat(Browser.signedIn(AURORA, "owner").get(path).status()).isEqualTo(404);
        assertThat(Operators.signedIn("operator")
                        .get("/operator/applications/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private static String approval(Applicant somebody, String slug) {
        return "slug=" + Browser.encoded(slug) + "&name=" + Browser.encoded("Faro " + somebody.tag)
                + "&plan=STARTUP&language=es&vocabulary=SERVICE_PROVIDER&ownerName=" + Browser.encoded("Lucía Prado")
                + "&userName=";
    }

    private static boolean about(MailServer.Mail mail, Applicant somebody, String words) {
        return mail.subject().contains(somebody.tag) && mail.subject().contains(words);
    }

    private static List<MailServer.Mail> escalated(Applicant somebody) {
        return MailServer.to("guardia@platform.example").stream()
                .filter(mail -> about(mail, somebody, "Vencida"))
                .toList();
    }

    private static Instant confirmedAt(UUID id) {
        return Instant.parse(Rows.one(
                "select to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from lienzo.partner_application where id = ?",
                id));
    }

    private static String trail(String action, UUID id) {
        return Rows.one(
                "select count(*)::text from lienzo.audit_entry where tenant_id = 'platform' and action = ? and subject_id = ?",
                action,
                id);
    }
}
