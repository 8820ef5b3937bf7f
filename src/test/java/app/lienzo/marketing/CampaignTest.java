package app.lienzo.marketing;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PASSWORD;
import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Secrets;
import app.lienzo.operators.Operators;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Campaigns to readers of Portuguese, of whom only these tests make any.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class CampaignTest {
    private static final String PATH = "/operator/marketing";

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    AccountService accounts;

    @Inject
    SuppressionService suppressions;

    @Inject
    MarketingList list;

    @Inject
    Recipients recipients;

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignTurn turn;

    @Inject
    Clock clock;

    private OrganizationView first;
    private OrganizationView second;
    private String word;

    @BeforeEach
    void two_organizations_with_people() {
        Rows.list("delete from platform.marketing_person where language = 'pt'");
        word = UUID.randomUUID().toString().substring(0, 8);
        first = organization("uno");
        second = organization("dos");
        member(first, "owner", OrganizationRole.OWNER);
        member(first, "ana", OrganizationRole.MEMBER);
        member(second, "owner", OrganizationRole.OWNER);
    }

    @Test
    @DisplayName(
            "The list has the people of organizations from the moment they come, under the address they have now, until they go; never operators")
    void the_list_follows_the_people() {
        assertThat(listed()).containsExactlyInAnyOrder(mail(first, "owner"), mail(first, "ana"), mail(second, "owner"));
        var ana = id(first, "ana");
        in(first, () -> accounts.changeEmail(Actor.SYSTEM, ana, "nova-" + word + "@marketing.example", null));
        assertThat(listed()).contains("nova-" + word + "@marketing.example").doesNotContain(mail(first, "ana"));
        in(first, () -> accounts.remove(Actor.SYSTEM, ana));
        assertThat(listed()).containsExactlyInAnyOrder(mail(first, "owner"), mail(second, "owner"));
        Rows.list("delete from platform.marketing_person where language = 'pt'");
        in(first, list::fill);
        in(organizations.platform(), list::fill);
        assertThat(listed()).containsExactly(mail(first, "owner"));
        assertThat(Rows.list("select email from platform.marketing_person where organization_id = 'platform'"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "M10: who opted out stays out, also when he was deleted and comes back, elsewhere and written otherwise")
    void an_opt_out_survives_deletion_and_return() {
        var address = mail(first, "ana");
        in(organizations.platform(), () -> suppressions.suppressAddress(address));
        in(first, () -> accounts.remove(Actor.SYSTEM, id(first, "ana")));
        member(second, "ana", OrganizationRole.MEMBER, address.toUpperCase(java.util.Locale.ROOT));
        var campaign = sent("Volta " + word);
        assertThat(to(address)).isEmpty();
        assertThat(state(campaign, "SUPPRESSED")).isEqualTo(1);
        assertThat(to(mail(second, "owner"))).hasSize(1);
    }

    @Test
    @DisplayName(
            "BY-8: nobody of an organization that is off the list gets a campaign, not who comes later, and not one that is going out")
    void an_organization_is_left_out_for_good() {
        var operator = Operators.signedIn("operator");
        var id = draft(operator, "Corrida " + word);
        in(organizations.platform(), () -> {
            var campaign = campaigns.require(UUID.fromString(id));
            campaigns.become(campaign.id(), CampaignState.DRAFT, CampaignState.SENDING, clock.instant());
            recipients.fill(campaign.id(), campaign.draft(), clock.instant());
        });
        in(organizations.platform(), () -> suppressions.suppressOrganization(first.id()));
        member(first, "late", OrganizationRole.MEMBER);
        scope.run(organizations.platform(), () -> turn.take(UUID.fromString(id)));
        awaitSent(id);
        assertThat(to(mail(second, "owner"))).hasSize(1);
        assertThat(to(mail(first, "owner"))).isEmpty();
        assertThat(to(mail(first, "ana"))).isEmpty();
        assertThat(state(id, "SUPPRESSED")).isEqualTo(2);
        assertThat(listed()).containsExactly(mail(second, "owner"));

        member(second, "late", OrganizationRole.MEMBER, mail(first, "late"));
        sent("Depois " + word);
        assertThat(to(mail(first, "late")))
                .as("an address of an organization that is off the list, at another one")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "M10, RFC 8058, RFC 2369: a mail names the way out; a look at it changes nothing, a POST without cookie takes one off at once, twice is once")
    void one_click_is_enough() {
        var campaign = sent("Novidades " + word);
        var letter = to(mail(first, "ana")).getFirst();
        assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.header("List-Id")).contains("localhost");
        assertThat(letter.html()).contains("Ana").doesNotContain("<img");
        var link = letter.header("List-Unsubscribe").replaceAll("[<>\\s]", "");
        assertThat(letter.html()).contains(link);
        var path = link.substring(link.indexOf("/mailing/"));

        var look = Wire.to(PLATFORM, "GET", path).send();
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(suppressed(mail(first, "ana"))).isFalse();
        assertThat(Wire.to(AURORA, "POST", path)
                        .form("List-Unsubscribe=One-Click")
                        .send()
                        .status())
                .as("not on a tenant's host")
                .isEqualTo(404);
        assertThat(suppressed(mail(first, "ana"))).isFalse();

        for (int i = 0; i < 2; i++)
            assertThat(Wire.to(PLATFORM, "POST", path)
                            .form("List-Unsubscribe=One-Click")
                            .send()
                            .status())
                    .isEqualTo(200);
        assertThat(suppressed(mail(first, "ana"))).isTrue();
        assertThat(suppressed(mail(first, "owner"))).isFalse();
        assertThat(Rows.one(
                        "select count(unsubscribed_at) from lienzo.campaign_recipient where campaign_id = ?::uuid",
                        campaign))
                .isEqualTo("1");
        assertThat(Wire.to(PLATFORM, "POST", path).form("choice=on").send().status())
                .isEqualTo(303);
        assertThat(suppressed(mail(first, "ana"))).isFalse();
        for (var wrong : List.of("/mailing/" + Secrets.token(), "/mailing/test", "/mailing/" + "x".repeat(3000)))
            assertThat(Wire.to(PLATFORM, "POST", wrong)
                            .form("List-Unsubscribe=One-Click")
                            .send()
                            .status())
                    .as("T09: %s", wrong.length())
                    .isIn(410, 414);
    }

    @Test
    @DisplayName(
            "No address gets a campaign twice, also when the sender dies between claim and mail, or twice at once it is someone's turn")
    void nobody_gets_it_twice() throws InterruptedException {
        var operator = Operators.signedIn("operator");
        var id = UUID.fromString(draft(operator, "Uma vez " + word));
        var dead = Ids.next();
        in(organizations.platform(), () -> {
            var campaign = campaigns.require(id);
            campaigns.become(id, CampaignState.DRAFT, CampaignState.SENDING, clock.instant());
            recipients.fill(id, campaign.draft(), clock.instant());
            campaigns.lease(id, dead, clock.instant(), clock.instant().minusSeconds(1));
        });
        // Dies here: claimed, perhaps sent, nobody knows.
        var lost = scope.call(
                organizations.platform(),
                () -> recipients
                        .claim(id, dead, Secrets.hash(Secrets.token()), new byte[0], clock.instant())
                        .orElseThrow());
        var threads = List.of(new Thread(() -> turnOf(id)), new Thread(() -> turnOf(id)), new Thread(() -> turnOf(id)));
        threads.forEach(Thread::start);
        for (var thread : threads) thread.join();
        awaitSent(id.toString());
        assertThat(to(lost.email())).isEmpty();
        assertThat(state(id.toString(), "UNKNOWN")).isEqualTo(1);
        assertThat(state(id.toString(), "SENT")).isEqualTo(2);
        for (var address : List.of(mail(first, "owner"), mail(first, "ana"), mail(second, "owner")))
            assertThat(to(address).size()).isLessThanOrEqualTo(1);
        assertThat(Rows.list(
                        "select email from lienzo.campaign_recipient where campaign_id = ?::uuid and email <> ''", id))
                .as("what was sent forgets whom to")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "An operator writes, tries, schedules, takes back, sends once and pauses; what is wrong comes back with what was typed")
    void an_operator_leads_a_campaign_through_its_life() {
        var operator = Operators.signedIn("operator");
        assertThat(operator.get(PATH + "/new").body()).contains("name=\"subject\"");
        var wrong = operator.post(PATH, "subject=&body=Texto&language=pt&audience=EVERYBODY");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains(">Texto</textarea>");
        assertThat(operator.post(PATH, "subject=A&body=" + Browser.encoded("[x](javascript:alert(1)) {{nobody}}"))
                        .status())
                .isEqualTo(422);
        assertThat(operator.post(PATH, "subject=A&body=" + "x".repeat(10_001)).status())
                .isEqualTo(422);

        var id = draft(operator, "Vida " + word);
        assertThat(operator.post(PATH + "/" + id + "/test", "version=0").status())
                .isEqualTo(200);
        assertThat(MailServer.await(
                                "operator@platform.example",
                                mail -> mail.subject().equals("Vida " + word))
                        .header("List-Unsubscribe"))
                .contains("/mailing/test");
        assertThat(operator.post(PATH + "/" + id + "/schedule", "version=0&when=2020-01-01T10:00")
                        .status())
                .isEqualTo(422);
        assertThat(operator.get(PATH + "/" + id).body()).contains("UTC");
        assertThat(operator.post(PATH + "/" + id + "/schedule", "version=0&when=")
                        .status())
                .isEqualTo(422);
        var at = java.time.LocalDateTime.ofInstant(clock.instant().plusSeconds(86_400 * 30), java.time.ZoneOffset.UTC)
                .withNano(0)
                .withSecond(0);
        assertThat(operator.post(PATH + "/" + id + "/schedule", "version=0&when=" + at)
                        .status())
                .isEqualTo(303);
        assertThat(operator.get(PATH + "/" + id).body()).contains("/draft\"");
        assertThat(operator.post(PATH + "/" + id + "/send", "version=1").status())
                .isEqualTo(409);
        operator.post(PATH + "/" + id + "/draft", "");
        assertThat(operator.post(PATH + "/" + id + "/send", "version=0").status())
                .as("what was looked at is another one by now")
                .isEqualTo(409);
        assertThat(operator.post(PATH + "/" + id + "/send", "version=2").status())
                .isEqualTo(303);
        assertThat(operator.post(PATH + "/" + id + "/send", "version=2").status())
                .as("pressed twice")
                .isEqualTo(409);
        awaitSent(id);
        assertThat(to(mail(first, "owner"))).hasSize(1);
        assertThat(Rows.list("select action from lienzo.audit_entry where subject_id = ?::uuid order by at", id))
                .containsExactly("campaign-created", "campaign-scheduled", "campaign-unscheduled", "campaign-sent");
        assertThat(Browser.signedIn(AURORA, "owner").get(PATH).status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "What is sent is what was looked at: who sends, schedules or tries while a colleague edits is told, and what is not saved is not sent")
    void what_is_sent_is_what_was_looked_at() throws Exception {
        var operator = Operators.signedIn("operator");
        var colleague = Operators.signedIn("operator2");
        var id = draft(operator, "Texto " + word);
        colleague.get(PATH + "/" + id);
        var looked = scope.call(organizations.platform(), () -> campaigns.require(UUID.fromString(id)));
        assertThat(colleague.post(PATH + "/" + id, text("Outro", 0)).status()).isEqualTo(303);
        for (var way : List.of("/send", "/test", "/schedule")) {
            var late = operator.post(PATH + "/" + id + way, "version=0&when=2099-01-01T10:00");
            assertThat(late.status()).as(way).isIn(409, 422);
        }
        assertThat(scope.<Boolean>call(
                        organizations.platform(),
                        () -> QuarkusTransaction.requiringNew().call(() -> turn.begin(looked))))
                .as("a moment after the look")
                .isFalse();
        var lost = operator.post(PATH + "/" + id, text("Meu", 0));
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.body()).contains("Meu {{name}}", "Outro {{name}}");
        for (var way : List.of("/send", "/test")) {
            var unsaved = operator.post(PATH + "/" + id + way, text("Ainda não", 1));
            assertThat(unsaved.status()).as(way).isEqualTo(409);
            assertThat(unsaved.body()).contains("Ainda não {{name}}", "no está guardado");
        }
        assertThat(operator.post(PATH + "/" + id + "/test", text("Outro", 1)).status())
                .isEqualTo(200);
        assertThat(operator.post(PATH + "/" + id + "/send", text("Outro", 1)).status())
                .isEqualTo(303);
        awaitSent(id);
        assertThat(to(mail(first, "owner")).getFirst().text()).contains("Outro Owner");
    }

    @Test
    @DisplayName("Of one who sends and one who edits at the same moment one is told that the other was faster")
    void of_sending_and_editing_one_wins() throws Exception {
        var operator = Operators.signedIn("operator");
        var colleague = Operators.signedIn("operator2");
        for (int i = 0; i < 5; i++) {
            var id = draft(operator, "Corre " + i + " " + word);
            colleague.get(PATH + "/" + id);
            java.util.concurrent.Future<Wire.Answer> sent;
            java.util.concurrent.Future<Wire.Answer> edited;
            try (var hands = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                sent = hands.submit(() -> operator.post(PATH + "/" + id + "/send", "version=0"));
                edited = hands.submit(() -> colleague.post(PATH + "/" + id, text("Outro", 0)));
            }
            assertThat(List.of(sent.get().status(), edited.get().status())).containsExactlyInAnyOrder(303, 409);
            if (sent.get().status() == 303) awaitSent(id);
        }
        assertThat(to(mail(first, "owner")))
                .allSatisfy(mail -> assertThat(mail.text()).contains("novidades"));
    }

    private String text(String body, int version) {
        return "subject=" + Browser.encoded("Texto " + word) + "&body=" + Browser.encoded(body + " {{name}}")
                + "&language=pt&audience=EVERYBODY&speakers=on&version=" + version;
    }

    @Test
    @DisplayName(
            "Programs of operators write, try, schedule, send, pause and count campaigns by the same rules; one campaign for one key")
    void programs_lead_campaigns() {
        var path = "/api/v1/operator/campaigns";
        var text = new java.util.HashMap<String, Object>(java.util.Map.of(
                "subject", "API " + word,
                "body", "Olá {{name}}",
                "language", "pt",
                "audience", "EVERYBODY",
                "speakers", true));
        String id = json().header("Idempotency-Key", "key-" + word)
                .body(text)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json().header("Idempotency-Key", "key-" + word)
                .body(text)
                .post(path)
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        text.put("body", "Bom dia {{name}}");
        json().body(text).put(path + "/" + id).then().statusCode(409);
        text.put("version", 0);
        json().body(text).put(path + "/" + id).then().statusCode(200).body("version", equalTo(1));
        json().body("{\"version\":0}").post(path + "/" + id + "/test").then().statusCode(409);
        json().body("{\"version\":1}")
                .post(path + "/" + id + "/test")
                .then()
                .statusCode(200)
                .body("fate", equalTo("TAKEN"));
        json().body("{\"version\":1,\"at\":\"2020-01-01T00:00:00Z\"}")
                .post(path + "/" + id + "/schedule")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        var at = clock.instant().plusSeconds(86_400);
        json().body("{\"version\":1,\"at\":\"" + at + "\"}")
                .post(path + "/" + id + "/schedule")
                .then()
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"));
        json().post(path + "/" + id + "/draft").then().statusCode(200).body("version", equalTo(3));
        json().post(path + "/" + id + "/pause").then().statusCode(409);
        json().body("{\"version\":1}").post(path + "/" + id + "/send").then().statusCode(409);
        json().body("{\"version\":3}").post(path + "/" + id + "/send").then().statusCode(200);
        awaitSent(id);
        json().get(path + "/" + id + "/statistics").then().body("sent", equalTo(3));
        json().delete(path + "/" + id + "?version=5").then().statusCode(409);
        json().get(path).then().statusCode(200).body("items.id", hasItem(id));
        assertThat(to(mail(first, "owner")).getFirst().text()).contains("Bom dia Owner");
        AURORA.owner().get(path).then().statusCode(404);
        PLATFORM.anybody().get(path).then().statusCode(401);
    }

    private static RequestSpecification json() {
        return PLATFORM.operator().contentType("application/json");
    }

    @Test
    @DisplayName("A paused campaign stops before the next mail and goes on where it was")
    void a_paused_campaign_goes_on_where_it_was() {
        var operator = Operators.signedIn("operator");
        var id = draft(operator, "Pausa " + word);
        in(organizations.platform(), () -> {
            var campaign = campaigns.require(UUID.fromString(id));
            campaigns.become(campaign.id(), CampaignState.DRAFT, CampaignState.SENDING, clock.instant());
            recipients.fill(campaign.id(), campaign.draft(), clock.instant());
        });
        assertThat(operator.post(PATH + "/" + id + "/pause", "").status()).isEqualTo(303);
        scope.run(organizations.platform(), () -> turn.take(UUID.fromString(id)));
        assertThat(state(id, "WAITING")).isEqualTo(3);
        assertThat(operator.post(PATH + "/" + id + "/resume", "").status()).isEqualTo(303);
        awaitSent(id);
        assertThat(state(id, "SENT")).isEqualTo(3);
    }

    private void turnOf(UUID id) {
        scope.run(organizations.platform(), () -> turn.take(id));
    }

    private String sent(String subject) {
        var operator = Operators.signedIn("operator");
        var id = draft(operator, subject);
        assertThat(operator.post(PATH + "/" + id + "/send", "version=0").status())
                .isEqualTo(303);
        awaitSent(id);
        return id;
    }

    private static String draft(Browser operator, String subject) {
        operator.get(PATH + "/new");
        var made = operator.post(
                PATH,
                "subject=" + Browser.encoded(subject) + "&body=" + Browser.encoded("Olá, {{name}}: *há* novidades.")
                        + "&language=pt&audience=EVERYBODY&speakers=on");
        assertThat(made.status()).isEqualTo(303);
        return made.header("location").substring(PATH.length() + 1);
    }

    private static void awaitSent(String id) {
        for (int i = 0; i < 1_200; i++) {
            if (Rows.one("select state from lienzo.campaign where id = ?::uuid", id)
                    .equals("SENT")) return;
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("The campaign does not end: "
                + Rows.list("select state || attempts from lienzo.campaign_recipient where campaign_id = ?::uuid", id));
    }

    private List<MailServer.Mail> to(String address) {
        return MailServer.to(address).stream()
                .filter(mail -> mail.subject().endsWith(word))
                .toList();
    }

    private boolean suppressed(String address) {
        return scope.call(organizations.platform(), () -> suppressions.suppressed(address));
    }

    private static int state(String campaign, String state) {
        return Integer.parseInt(Rows.one(
                "select count(*) from lienzo.campaign_recipient where campaign_id = ?::uuid and state = ?",
                campaign,
                state));
    }

    private static List<String> listed() {
        return Rows.list("select email from platform.marketing_person where language = 'pt'");
    }

    private OrganizationView organization(String name) {
        return organizations.create(
                "m-" + name + "-" + word, "Mesa " + name, Plan.STARTUP, "pt", Vocabulary.SERVICE_PROVIDER);
    }

    private String mail(OrganizationView organization, String user) {
        return user + "@" + organization.slug() + ".example";
    }

    private void member(OrganizationView organization, String user, OrganizationRole role) {
        member(organization, user, role, mail(organization, user));
    }

    private void member(OrganizationView organization, String user, OrganizationRole role, String address) {
        var name = Character.toUpperCase(user.charAt(0)) + user.substring(1);
        in(organization, () -> members.create(Actor.SYSTEM, new NewMember(user, name, address, role, PASSWORD, null)));
    }

    private static UUID id(OrganizationView organization, String user) {
        return UUID.fromString(Rows.one(
                "select id from lienzo.member where tenant_id = ? and user_name = ?", organization.id(), user));
    }

    private void in(OrganizationView organization, Runnable work) {
        scope.run(organization, () -> QuarkusTransaction.requiringNew().run(work));
    }
}
