package app.lienzo.partners;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signatures;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The programme page, the short form and the confirmed address, as strangers see them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplyTest {
    @Inject
    WaitingRoom rooms;

    @Inject
    Signatures signatures;

    @Inject
    Scope scope;

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
    @DisplayName(
            "BY-2: search engines find the programme page in each language at one address; what is private they are told to leave alone")
    void search_engines_find_the_programme() {
        for (var path : List.of("/", "/partners", "/partners/pt")) {
            var page = Wire.to(PLATFORM, "GET", path)
                    .header("Accept-Language", path.equals("/partners/pt") ? "es" : "pt")
                    .send()
                    .body();
            assertThat(page)
                    .as(path)
                    .contains(
                            "<html lang=\"pt\"",
                            "<meta name=\"description\" content=\"",
                            "/partners/es\">",
                            "hreflang=\"x-default\"")
                    .containsPattern("rel=\"canonical\" href=\"https?://[^\"]+/partners/pt\"")
                    .containsPattern("hreflang=\"en\" href=\"https?://[^\"]+/partners/en\"")
                    .doesNotContain("noindex");
        }
        var found = Browser.at(PLATFORM);
        assertThat(found.get("/partners/en").body()).contains("White-label partner");
        assertThat(found.get("/partners/apply").body())
                .as("in the language he found")
                .contains("<html lang=\"en\"");
        for (var path : List.of("/sign-in", "/partners/thanks", "/partners/application", "/nowhere"))
            assertThat(Wire.to(PLATFORM, "GET", path).send().body()).as(path).contains("noindex");
        assertThat(Wire.to(AURORA, "GET", "/sign-in").send().body()).contains("noindex");
        assertThat(Wire.to(AURORA, "GET", "/partners/en").send().status()).isEqualTo(404);
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
        assertThat(received.subject()).contains("72 horas");
        assertThat(received.text()).contains("Lucía Prado", "como muy tarde");
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

        var fast = new Applicant();
        var answer = fast.post(Applicant.proof());
        // On a busy machine a second may pass between the form and its answer.
        for (int i = 0; i < 5 && answer.status() == 303; i++) {
            fast = new Applicant();
            answer = fast.post(Applicant.proof());
        }
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
    @DisplayName(
            "N05: a proof that is missing, wrong, expired, used, another organization's or without work is answered with 400, and what was typed is still there")
    void without_a_proof_nothing_is_taken() throws Exception {
        var used = Applicant.proof();
        assertThat(new Applicant().send(used).status()).isEqualTo(303);
        var proofs = new LinkedHashMap<String, String>();
        proofs.put("missing", "");
        proofs.put("wrong", "e30=");
        proofs.put("replayed", used);
        proofs.put("expired", made("platform", Instant.now().minusSeconds(5), 100));
        proofs.put("another organization's", made(Rows.id(AURORA), Instant.now().plusSeconds(600), 100));
        var own = Altcha.createChallenge(new Altcha.ChallengeOptions()
                .setHmacKey("guessed")
                .setMaxNumber(0L)
                .setNumber(0L)
                .setExpires(Instant.now().plusSeconds(600).getEpochSecond()));
        proofs.put("without work", solved(own, 0));
        for (var proof : proofs.entrySet()) {
            var somebody = new Applicant();
            var answer = somebody.send(proof.getValue());
            assertThat(answer.status()).as(proof.getKey()).isEqualTo(400);
            assertThat(answer.body())
                    .as(proof.getKey())
                    .contains("value=\"" + somebody.email + "\"", "value=\"Lucía Prado\"", "role=\"alert\"");
            assertThat(rows(somebody)).as(proof.getKey()).isZero();
            assertThat(somebody.send().status())
                    .as("the same form, proved at last")
                    .isEqualTo(303);
        }
    }

    @Test
    @DisplayName(
            "A flood from one network (/48, /24) fills its own corner: a new network is let in also when the house is full, and one of the flood makes room")
    void a_flood_fills_its_own_corner() {
        for (int i = 0; i < 60; i++) pass("2001:db8:7:" + Integer.toHexString(i) + "::1");
        assertThatThrownBy(() -> pass("2001:db8:7:ffff::1")).isInstanceOf(Refused.class);
        pass("2001:db8:8::1");
        var one = new Applicant().from("127.200.1.1");
        assertThat(one.send().status()).isEqualTo(303);
        var here = Rows.one("select network from lienzo.partner_application where email = ?", one.email);
        waiting(here, 200, "1 hour");
        var crowded = new Applicant().from("127.200.1.2").send();
        assertThat(crowded.status()).isEqualTo(429);
        assertThat(crowded.header("Retry-After")).isEqualTo("7200");
        Rows.list(
                "update lienzo.partner_application set created_at = now() - interval '3 hours' where network = ? and email <> ?",
                here,
                one.email);
        assertThat(new Applicant().from("127.200.1.3").send().status())
                .as("who waits for long makes room")
                .isEqualTo(303);

        waiting("flood", 10_000, "1 minute");
        var newcomer = new Applicant();
        assertThat(newcomer.send().status()).isEqualTo(303);
        assertThat(rows(newcomer)).isEqualTo(1);
        assertThat(Rows.one("select count(*)::text from lienzo.partner_application where network = 'flood'"))
                .isEqualTo("9999");
        assertThat(newcomer.confirm(newcomer.confirmLink()).status()).isEqualTo(303);
        assertThat(Rows.list(
                        "select 1 from lienzo.partner_application where email = ? and network is null", newcomer.email))
                .as("forgotten with the confirmed address")
                .hasSize(1);
        Rows.list("delete from lienzo.partner_application where network in ('flood', ?)", here);
    }

    @Test
    @DisplayName("Whether a name is free is told to one network address so many times in an hour")
    void free_names_are_not_listed() {
        var curious = new Applicant().with("slug", "aurora").from("127.201.1.1");
        assertThat(curious.send("").body()).contains("id=\"slug-error\"");
        for (int i = 0; i < 59; i++) curious.post("");
        var last = curious.post("");
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.body()).doesNotContain("id=\"slug-error\"");
    }

    private void pass(String address) {
        scope.call("platform", () -> {
            rooms.knock(address);
            return null;
        });
    }

    private static void waiting(String network, int many, String ago) {
        Rows.list("""
                insert into lienzo.partner_application (tenant_id, id, state, language, company, company_key, person, email,
                    country, clients, slug, message, marketing, created_at, network)
                select 'platform', gen_random_uuid(), 'UNCONFIRMED', 'es', 'F', 'f', 'F', 'f' || n || '@flood.example', 'CO', 1,
                    'f', '', false, now() - ?::interval, ? from generate_series(1, ?) n
                """, ago, network, many);
    }

    private String made(String organization, Instant expires, long max) throws Exception {
        var key = scope.<String>call(organization, () -> signatures.sign("captcha", "key"));
        return solved(
                Altcha.createChallenge(new Altcha.ChallengeOptions()
                        .setHmacKey(key)
                        .setMaxNumber(max)
                        .setExpires(expires.getEpochSecond())),
                max);
    }

    private static String solved(Altcha.Challenge task, long max) throws Exception {
        var number = Altcha.solveChallenge(task.challenge, task.salt, Altcha.Algorithm.SHA256, max, 0).number;
        var json = "{\"algorithm\":\"%s\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
                .formatted(task.algorithm, task.challenge, number, task.salt, task.signature);
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
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
