package app.lienzo.partners;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The programme page, the short form and the confirmed address, as strangers see them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplyTest {

    @Test
    @DisplayName(
            "BY-2: the programme page lists the features and leads to the short form by the button of white-label partners")
    void the_programme_page_leads_to_the_form() {
        for (var path : List.of("/", "/partners")) {
            var page = Wire.to(PLATFORM, "GET", path)
                    .header("Accept-Language", "es")
                    .send();
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Socio Marca Blanca", "href=\"/partners/apply\"", "Tu propio dominio", "72 horas");
        }
        assertThat(Wire.to(PLATFORM, "GET", "/")
                        .header("Accept-Language", "en")
                        .send()
                        .body())
                .contains("White-label partner");
        assertThat(Wire.to(PLATFORM, "GET", "/")
                        .header("Accept-Language", "pt")
                        .send()
                        .body())
                .contains("Parceiro Marca Branca");
        var form = Wire.to(PLATFORM, "GET", "/partners/apply")
                .header("Accept-Language", "es")
                .send();
        assertThat(form.body()).contains(">Enviar</button>").doesNotContain("name=\"marketing\" value=\"yes\" checked");
    }

    @Test
    @DisplayName("BY-1: no organization's host has the programme")
    void organizations_have_no_programme() {
        for (var path : List.of(
                "/partners", "/partners/apply", "/partners/thanks", "/partners/challenge", "/operator/applications")) {
            assertThat(Wire.to(AURORA, "GET", path).send().status()).as(path).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "BY-3: form, thanks, mail, button, private page: from the confirmed address on the clock of 72 hours runs")
    void from_the_form_to_the_clock() {
        var somebody = new Applicant();
        var sent = somebody.send();
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("/partners/thanks");
        assertThat(somebody.browser.get("/partners/thanks").body()).contains("72", "48");
        assertThat(clocks(somebody)).isEmpty();

        var link = somebody.confirmLink();
        assertThat(somebody.browser.get(link).header("Location")).isEqualTo("/partners/confirm");
        assertThat(somebody.browser.get("/partners/confirm").body()).contains(somebody.email, "Faro " + somebody.tag);
        assertThat(clocks(somebody)).as("looking confirms nothing").isEmpty();

        var done = somebody.confirm(link);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/partners/application");
        var page = somebody.browser.get("/partners/application").body();
        assertThat(page).contains("En revisión", "Faro " + somebody.tag);
        var confirmed = Instant.parse(time("confirmed_at", somebody));
        assertThat(Instant.parse(clocks(somebody).getFirst())).isEqualTo(confirmed.plus(Duration.ofHours(72)));

        var received = MailServer.await(somebody.email, mail -> mail.link().contains("/partners/application/"));
        assertThat(received.text()).contains("Lucía Prado", "72");
        assertThat(Browser.at(PLATFORM).get(Applicant.path(received.link())).header("Location"))
                .isEqualTo("/partners/application");
        assertThat(MailServer.await(
                                "operator@platform.example",
                                mail -> mail.subject().contains(somebody.tag))
                        .link())
                .contains("/operator/applications/" + somebody.id());
    }

    @Test
    @DisplayName(
            "T09: a confirming link is good once, not after it ended, not changed, not for another purpose, not for another organization")
    void links_are_good_once() {
        var somebody = new Applicant();
        somebody.send();
        var link = somebody.confirmLink();
        var token = Applicant.token(link);
        var broken = token.substring(0, 50) + (token.charAt(50) == 'A' ? 'B' : 'A') + token.substring(51);
        for (var other : List.of("", "x", broken, somebody.id() + "_", "a".repeat(5_000))) {
            assertThat(somebody.browser
                            .post("/partners/confirm", "token=" + Browser.encoded(other))
                            .status())
                    .as(other)
                    .isEqualTo(410);
        }
        assertThat(Wire.to(AURORA, "GET", link).send().status()).isEqualTo(404);
        somebody.browser.set("__Host-link", token);
        assertThat(somebody.browser.get("/partners/application").status())
                .as("of another purpose")
                .isEqualTo(410);
        assertThat(clocks(somebody)).isEmpty();

        assertThat(somebody.confirm(link).status()).isEqualTo(303);
        assertThat(somebody.confirm(link).status()).isEqualTo(410);
        assertThat(clocks(somebody)).hasSize(1);

        var late = new Applicant();
        late.send();
        var lateLink = late.confirmLink();
        Rows.list(
                "update lienzo.partner_application set created_at = created_at - interval '49 hours' where email = ?",
                late.email);
        assertThat(late.confirm(lateLink).status()).isEqualTo(410);
        assertThat(clocks(late)).isEmpty();
    }

    @Test
    @DisplayName("BY-2: sent twice, also at the same moment, it is one application and one mail")
    void a_double_submit_is_one() throws Exception {
        var somebody = new Applicant();
        var proof = Applicant.proof();
        assertThat(somebody.send(proof).header("Location")).isEqualTo("/partners/thanks");
        assertThat(somebody.post(proof).header("Location")).isEqualTo("/partners/thanks");
        assertThat(rows(somebody)).isEqualTo(1);

        var hurried = new Applicant();
        hurried.send("wrong");
        var same = Applicant.proof();
        var answers = new ArrayList<Future<Wire.Answer>>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) answers.add(hands.submit(() -> hurried.post(same)));
        }
        for (var answer : answers) assertThat(answer.get().header("Location")).isEqualTo("/partners/thanks");
        assertThat(rows(hurried)).isEqualTo(1);
        somebody.confirmLink();
        hurried.confirmLink();
        assertThat(MailServer.to(hurried.email)).hasSize(1);
    }

    @Test
    @DisplayName(
            "M05: a known address gets the same answer and a hint instead; no more than three letters a day, with nothing in them that a stranger typed")
    void known_addresses_get_the_same_answer() {
        var somebody = new Applicant();
        somebody.confirmed();
        var proof = Applicant.proof();
        assertThat(somebody.open().send(proof).header("Location")).isEqualTo("/partners/thanks");
        assertThat(somebody.post(proof).header("Location")).as("sent twice").isEqualTo("/partners/thanks");
        for (int i = 0; i < 6; i++) {
            somebody.from(Applicant.fresh()).open().with("message", "Compra barato en evil.example");
            var answer = somebody.with("person", "Gana dinero en evil.example").send();
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/partners/thanks");
        }
        assertThat(rows(somebody)).isEqualTo(1);
        MailServer.await(somebody.email, mail -> mail.subject().contains("Ya tenemos"));
        assertThat(MailServer.to(somebody.email))
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(mail ->
                        assertThat(mail.text() + mail.subject() + mail.html()).doesNotContain("evil.example"));

        var victim = new Applicant().with("company", "Gana en evil.example").with("person", "evil.example");
        for (int i = 0; i < 6; i++)
            assertThat(victim.from(Applicant.fresh()).open().send().status()).isEqualTo(303);
        victim.confirmLink();
        assertThat(rows(victim)).isEqualTo(3);
        assertThat(MailServer.to(victim.email))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(mail ->
                        assertThat(mail.text() + mail.subject() + mail.html()).doesNotContain("evil.example"));
    }

    @Test
    @DisplayName("BY-2: everything that is wrong is said at once, at its field, and what was typed is still there")
    void all_faults_at_once() {
        var faulty = new Applicant()
                .with("company", "  ")
                .with("email", "kein mail")
                .with("country", "XX")
                .with("clients", "muchos")
                .with("slug", "Ñandú!")
                .without("terms")
                .send();
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body())
                .contains(
                        "id=\"company-error\"",
                        "id=\"email-error\"",
                        "id=\"country-error\"",
                        "id=\"clients-error\"",
                        "id=\"slug-error\"",
                        "id=\"terms-error\"")
                .contains("value=\"kein mail\"", "value=\"Lucía Prado\"");
    }

    @Test
    @DisplayName(
            "Scripts are text, 10 kB fields, taken and reserved names, disposable and malformed addresses are refused and leave nothing")
    void bad_input_is_refused() {
        var long10 = "x".repeat(10_240);
        for (var bad : List.of(
                new Applicant().with("company", long10),
                new Applicant().with("person", long10),
                new Applicant().with("message", long10),
                new Applicant().with("email", long10 + "@example.com"),
                new Applicant().with("phone", long10),
                new Applicant().with("clients", "99999999999999999999"),
                new Applicant().with("clients", "-1"),
                new Applicant().with("slug", "aurora"),
                new Applicant().with("slug", "platform"),
                new Applicant().with("slug", "www"),
                new Applicant().with("slug", "xn--faro"),
                new Applicant().with("email", "x@mailinator.com"),
                new Applicant().with("email", "x@sub.yopmail.com"),
                new Applicant().with("email", "a@b@c"),
                new Applicant().with("email", "x@example.com\r\nBcc: victim@example.com"))) {
            var answer = bad.send();
            assertThat(answer.status()).as(bad.fields.toString()).isEqualTo(422);
            assertThat(answer.body().length()).isLessThan(120_000);
            assertThat(rows(bad)).isZero();
        }
        var script = new Applicant()
                .with("company", "<script>alert(1)</script>")
                .with("message", "\"><img src=x onerror=alert(1)>");
        assertThat(script.send().status()).isEqualTo(303);
        var link = script.confirmLink();
        script.browser.get(link);
        assertThat(script.browser.get("/partners/confirm").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    @Test
    @DisplayName(
            "Whoever fills in what no person sees gets the same answer and leaves nothing; nobody fills it in within no time; a form of one's own making is given anew")
    void machines_leave_nothing() {
        var trapped = new Applicant().with("website", "https://evil.example");
        assertThat(trapped.send().header("Location")).isEqualTo("/partners/thanks");
        assertThat(rows(trapped)).isZero();

        var proof = Applicant.proof();
        var fast = new Applicant();
        var answer = fast.post(proof);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("muy rápido", "value=\"" + fast.email + "\"");
        assertThat(rows(fast)).isZero();

        var forged = new Applicant().with("stamp", "1000000000.01990000-0000-7000-8000-000000000000." + "A".repeat(43));
        var stale = forged.send();
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("mucho tiempo abierto");
        assertThat(rows(forged)).isZero();
    }

    @Test
    @DisplayName("One network address sends so many in an hour, then it is told to wait; others go on")
    void the_pace_of_an_address() {
        var here = Applicant.fresh();
        Wire.Answer last = null;
        for (int i = 0; i < 12; i++) last = new Applicant().from(here).send();
        assertThat(last).isNotNull();
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotBlank();
        assertThat(new Applicant().send().status()).isEqualTo(303);
    }

    private static List<String> clocks(Applicant somebody) {
        return Rows.list(
                "select to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from platform.deadline d join lienzo.partner_application a on a.id = d.id where a.email = ?",
                somebody.email);
    }

    private static String time(String column, Applicant somebody) {
        return Rows.one(
                "select to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from lienzo.partner_application where email = ?"
                        .formatted(column),
                somebody.email);
    }

    private static int rows(Applicant somebody) {
        return Integer.parseInt(Rows.one(
                "select count(*)::text from lienzo.partner_application where email = ? or company = ? or slug = ?",
                somebody.email,
                "Faro " + somebody.tag,
                "faro-" + somebody.tag));
    }
}
