package app.lienzo.secondfactor;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.NewSession;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SignInMethod;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Attempt;
import app.lienzo.world.Browser;
import app.lienzo.world.Issuer;
import app.lienzo.world.MailServer;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.SignOn;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A second factor from setting it up to losing it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecondFactorTest {
    private static final String COOKIE = "__Host-session";
    private static final Pattern CODES = Pattern.compile("(?s)<pre id=\"codes\"[^>]*>(.*?)</pre>");

    @Inject
    MemberService members;

    @Inject
    AccountService accounts;

    @Inject
    SessionService sessions;

    @Inject
    SecondFactorService factors;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    /// @param browser signed in, where it was set up
    private record Owner(String name, Browser browser, Phone phone, List<String> codes) {
        UUID id() {
            return UUID.fromString(Rows.one("select id from lienzo.member where user_name = ?", name));
        }
    }

    @Test
    void signing_in_asks_for_the_code_and_leads_on() {
        var ana = somebodyWithPhone(AURORA);
        var browser = Browser.at(AURORA);
        var first = browser.post(
                "/sign-in", "userName=" + ana.name() + "&password=" + Tenant.PASSWORD + "&next=%2Fprofile%2Ftokens");
        assertThat(first.header("location")).isEqualTo("/sign-in/code?next=%2Fprofile%2Ftokens");
        var half = String.valueOf(browser.cookie(COOKIE));
        assertThat(browser.get("/profile").header("location")).startsWith("/sign-in?");
        assertThat(browser.get("/sign-in/code?next=%2Fprofile%2Ftokens").body()).contains("value=\"/profile/tokens\"");

        var wrong = browser.post("/sign-in/code", "code=000000&next=%2Fprofile%2Ftokens");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"/profile/tokens\"").contains("role=\"alert\"");
        var right = browser.post("/sign-in/code", "code=" + ana.phone().code(1) + "&next=%2Fprofile%2Ftokens");
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.header("location")).isEqualTo("/profile/tokens");
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        assertThat(browser.cookie(COOKIE)).as("the token rotates (A05)").isNotEqualTo(half);
        assertThat(profile(AURORA, half).status())
                .as("the half session’s token is nobody’s")
                .isEqualTo(303);
        assertThat(Wire.to(AURORA, "GET", "/sign-in/code")
                        .header("Cookie", COOKIE + "=" + half)
                        .send()
                        .header("location"))
                .isEqualTo("/sign-in");
    }

    @Test
    @DisplayName("ASVS 6.5.1: a code is accepted once, also when it comes twice at the same moment")
    void a_code_counts_once() throws Exception {
        var ana = somebodyWithPhone(AURORA);
        var code = ana.phone().code(1);
        var browsers = new ArrayList<Browser>();
        for (int i = 0; i < 4; i++) browsers.add(half(AURORA, ana.name()));
        var answers = new ArrayList<Integer>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = browsers.stream()
                    .<Callable<Wire.Answer>>map(browser -> () -> browser.post("/sign-in/code", "code=" + code))
                    .toList();
            for (var done : hands.invokeAll(posts)) answers.add(done.get().status());
        }
        assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422);
        forgetAttempts(ana);
        var again = half(AURORA, ana.name());
        var replayed = again.post("/sign-in/code", "code=" + code);
        var wrong = again.post("/sign-in/code", "code=" + (code.equals("123456") ? "654321" : "123456"));
        assertThat(text(replayed))
                .as("a replayed code is answered like a wrong one")
                .isEqualTo(text(wrong));
        assertThat(replayed.status()).isEqualTo(wrong.status()).isEqualTo(422);
        // The code that set it up is spent as well.
        assertThat(again.post("/sign-in/code", "code=" + ana.phone().code(0)).status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("ASVS 6.5.1: a recovery code opens once; a new set makes the old one worthless")
    void a_recovery_code_counts_once() {
        var ana = somebodyWithPhone(AURORA);
        assertThat(ana.codes()).hasSize(10).doesNotHaveDuplicates();
        var stored =
                String.join(" ", Rows.list("select r::text from lienzo.recovery_code r where member_id = ?", ana.id()));
        assertThat(ana.codes()).noneMatch(code -> stored.contains(code) || stored.contains(code.replace("-", "")));

        var first = ana.codes().getFirst();
        assertThat(half(AURORA, ana.name())
                        .post(
                                "/sign-in/code",
                                "code="
                                        + first.toLowerCase(java.util.Locale.ROOT)
                                                .replace("-", "+"))
                        .status())
                .isEqualTo(303);
        assertThat(half(AURORA, ana.name())
                        .post("/sign-in/code", "code=" + first)
                        .status())
                .isEqualTo(422);
        assertThat(in(AURORA, () -> factors.of(ana.id())).codesLeft()).isEqualTo(9);

        var page = signIn(ana, ana.codes().get(1)).post("/profile/second-factor/codes", "password=" + Tenant.PASSWORD);
        assertThat(page.status()).isEqualTo(200);
        assertThat(codes(page.body())).hasSize(10).doesNotContainAnyElementsOf(ana.codes());
        assertThat(half(AURORA, ana.name())
                        .post("/sign-in/code", "code=" + ana.codes().get(2))
                        .status())
                .isEqualTo(422);
        assertThat(half(AURORA, ana.name())
                        .post("/sign-in/code", "code=" + codes(page.body()).getFirst())
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("ASVS 6.3.1, 6.6.3: who guesses has to wait; the right person comes in from where he always does")
    void attempts_are_bounded() {
        var ana = somebodyWithPhone(AURORA);
        var thief = half(AURORA, ana.name());
        Wire.Answer answer = null;
        int wrong = 0;
        for (int i = 0; i < 8; i++) {
            answer = from("127.44.0.1", thief, "000000");
            if (answer.status() == 422) wrong++;
        }
        assertThat(wrong).isEqualTo(5);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 900);
        assertThat(from("127.44.0.1", thief, ana.phone().code(1)).status())
                .as("also with the right one")
                .isEqualTo(429);
        assertThat(from("127.44.0.2", half(AURORA, ana.name()), ana.phone().code(1))
                        .status())
                .as("from elsewhere it still works")
                .isEqualTo(303);

        // Many addresses together.
        for (int i = 0; i < 60; i++) answer = from("127.45.0." + (1 + i), thief, "000000");
        assertThat(answer.status()).isEqualTo(429);
        Rows.list("update lienzo.second_factor set last_step = 0 where member_id = ?", ana.id());
        assertThat(from("127.45.1.1", half(AURORA, ana.name()), ana.phone().code(1))
                        .status())
                .as("a new place")
                .isEqualTo(429);
        assertThat(from("127.44.0.2", half(AURORA, ana.name()), ana.phone().code(1))
                        .status())
                .as("a place of his own")
                .isEqualTo(303);
        Rows.list("update lienzo.second_factor_attempt set at = at - interval '2 hours' where member_id = ?", ana.id());
        assertThat(from("127.45.1.1", half(AURORA, ana.name()), ana.codes().getLast())
                        .status())
                .as("nobody is locked out for ever")
                .isEqualTo(303);
    }

    @Test
    @DisplayName("A05, T05: a sign-in under way opens nothing: every route answers its token like a stranger")
    void half_a_session_opens_nothing() {
        var ana = somebodyWithPhone(AURORA);
        var things = Things.of(AURORA);
        var half = half(AURORA, ana.name());
        var pending = new Attempt.Person(AURORA, half, half.cookie(COOKIE));
        var stranger = Attempt.Person.anonymous(AURORA);
        for (var route : Route.ofOrganizations()) {
            // The pages of steps know it: that is what it is for.
            if (route.template().equals(SecondFactorService.CODE_PAGE)) continue;
            if (route.template().equals(SecondFactorService.SET_UP_PAGE)) continue;
            // The mailbox of development is open to everybody and changes by itself.
            if (route.template().startsWith("/dev/")) continue;
            if (route.has(jakarta.annotation.security.PermitAll.class) && !route.page()) continue;
            var one = Attempt.of(route, pending, things).send();
            var other = Attempt.of(route, stranger, things).send();
            assertThat(shape(one)).as("%s", route).isEqualTo(shape(other));
            assertThat(one.body())
                    .as("%s", route)
                    .doesNotContain(things.marker())
                    .doesNotContain(ana.name());
        }
        assertThat(half.get("/sign-in/code").status())
                .as("and it is still under way")
                .isEqualTo(200);
        assertThat(half.get("/sign-in/second-factor").header("location")).isEqualTo("/sign-in/code");
        var elsewhere = Wire.to(NIMBUS, "GET", "/sign-in/code")
                .header("Cookie", COOKIE + "=" + half.cookie(COOKIE))
                .send();
        assertThat(elsewhere.header("location")).as("at another organization").isEqualTo("/sign-in");
        var out = half.post("/sign-out", "");
        assertThat(out.cookie(COOKIE)).isEmpty();
    }

    @Test
    void programs_cannot_sign_in_past_it() {
        var ana = somebodyWithPhone(AURORA);
        var answer = AURORA.anybody()
                .contentType("application/json")
                .body(Map.of("userName", ana.name(), "password", Tenant.PASSWORD))
                .post("/api/v1/sessions");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.asString()).contains("sign-in-needs-browser").doesNotContain("token\"");
    }

    @Test
    void a_link_asks_for_the_code_and_single_sign_on_does_not() {
        var ana = somebodyWithPhone(AURORA);
        assertThat(begin(ana, SignInMethod.LINK).next()).isEqualTo("/sign-in/code");
        var owner = owner(AURORA);
        try (var provider = Issuer.open()) {
            SignOn.of(AURORA).with(provider.address(), Map.of());
            assertThat(begin(ana, SignInMethod.SSO).next()).isNull();
            policy(owner, "withSso=1");
            assertThat(begin(ana, SignInMethod.SSO).next()).isEqualTo("/sign-in/code");
        } finally {
            policy(owner, "");
            SignOn.of(AURORA).off();
        }
    }

    @Test
    @DisplayName(
            "an organization that requires it leads who has none to set it up; open sessions go on; the other organization is not asked")
    void an_organization_can_require_it() {
        var name = somebody(NIMBUS, OrganizationRole.MEMBER);
        var before = Browser.signedIn(NIMBUS, name);
        var owner = owner(NIMBUS);
        policy(owner, "required=1");
        try {
            assertThat(before.get("/profile").status())
                    .as("a session that counts")
                    .isEqualTo(200);
            assertThat(Browser.signedIn(AURORA, somebody(AURORA, OrganizationRole.MEMBER))
                            .get("/profile")
                            .status())
                    .isEqualTo(200);

            var browser = Browser.at(NIMBUS);
            assertThat(browser.signIn(name, Tenant.PASSWORD).header("location")).isEqualTo("/sign-in/second-factor");
            assertThat(browser.get("/profile").status()).isEqualTo(303);
            var page = browser.get("/sign-in/second-factor");
            assertThat(page.body()).contains("<svg class=\"qr\"").doesNotContain("otpauth://");
            var phone = Phone.setUp(page.body());
            assertThat(browser.get("/sign-in/second-factor").body())
                    .as("a reload shows the same secret")
                    .contains(phone.secret());
            assertThat(browser.post("/sign-in/second-factor", "code=000000").status())
                    .isEqualTo(422);
            var half = browser.cookie(COOKIE);
            var done = browser.post("/sign-in/second-factor", "next=%2Fprofile&code=" + phone.code());
            assertThat(done.status()).isEqualTo(200);
            assertThat(codes(done.body())).hasSize(10);
            assertThat(done.body()).contains("href=\"/profile\"");
            assertThat(browser.cookie(COOKIE)).isNotEqualTo(half);
            assertThat(browser.get("/profile").status()).isEqualTo(200);
            assertThat(before.get("/profile").status())
                    .as("A04: other sessions end")
                    .isEqualTo(303);

            var off = browser.post("/profile/second-factor/off", "password=" + Tenant.PASSWORD);
            assertThat(off.status()).as("it cannot be taken off").isEqualTo(409);
            assertThat(half(NIMBUS, name).get("/sign-in/code").status()).isEqualTo(200);
        } finally {
            policy(owner, "");
        }
        assertThat(Rows.list("select action from lienzo.audit_entry where tenant_id = ?", Rows.id(NIMBUS)))
                .contains("second-factor-required", "second-factor-optional", "second-factor-on");
    }

    @Test
    @DisplayName("A04: setting it up and taking it off ask for the password and end all other sessions")
    void changing_it_ends_other_sessions() {
        var name = somebody(AURORA, OrganizationRole.MEMBER);
        var other = Browser.signedIn(AURORA, name);
        var mine = Browser.signedIn(AURORA, name);
        assertThat(mine.get("/profile/second-factor/new").status())
                .as("without the password")
                .isEqualTo(303);
        assertThat(mine.post("/profile/second-factor/start", "password=Wrong2026password")
                        .status())
                .isEqualTo(422);
        assertThat(mine.post("/profile/second-factor/start", "").status()).isEqualTo(422);
        assertThat(mine.post("/profile/second-factor/start", "password=" + Tenant.PASSWORD)
                        .status())
                .isEqualTo(303);
        var phone = Phone.setUp(mine.get("/profile/second-factor/new").body());
        assertThat(other.get("/profile/second-factor/new").status())
                .as("the secret is shown to the session that asked for it")
                .isEqualTo(303);
        assertThat(half(AURORA, name, 303).get("/profile").status())
                .as("it does not count before it is confirmed")
                .isEqualTo(200);
        assertThat(mine.post("/profile/second-factor/new", "code=" + phone.code())
                        .status())
                .isEqualTo(200);
        assertThat(other.get("/profile").status()).isEqualTo(303);
        assertThat(mine.get("/profile").status()).isEqualTo(200);

        var again = half(AURORA, name);
        again.post("/sign-in/code", "code=" + phone.code(1));
        again.get("/profile");
        assertThat(mine.post("/profile/second-factor/off", "password=Wrong2026password")
                        .status())
                .isEqualTo(422);
        assertThat(mine.post("/profile/second-factor/off", "password=" + Tenant.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(again.get("/profile").status()).isEqualTo(303);
        assertThat(mine.get("/profile").status()).isEqualTo(200);
        assertThat(Browser.signedIn(AURORA, name).get("/profile").status()).isEqualTo(200);
    }

    @Test
    void the_password_is_not_to_be_guessed_there() {
        var mine = Browser.signedIn(AURORA, somebody(AURORA, OrganizationRole.MEMBER));
        for (int i = 0; i < 5; i++)
            assertThat(mine.post("/profile/second-factor/start", "password=Wrong2026password")
                            .status())
                    .isEqualTo(422);
        var answer = mine.post("/profile/second-factor/start", "password=" + Tenant.PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isNotEmpty();
    }

    @Test
    @DisplayName("BY-6: who administers takes off the second factor of who lost it, never of who stands above him")
    void it_can_be_reset() {
        var ana = somebodyWithPhone(AURORA);
        var boss = somebody(AURORA, OrganizationRole.OWNER);
        var admin = Browser.signedIn(AURORA, somebody(AURORA, OrganizationRole.USER_ADMIN));
        admin.get("/profile");
        var path = "/organization/people/" + ana.id() + "/second-factor/reset";
        var member = Browser.signedIn(AURORA, somebody(AURORA, OrganizationRole.MEMBER));
        assertThat(member.post(path, "").status()).isEqualTo(403);
        assertThat(in(AURORA, () -> factors.isOn(ana.id()))).isTrue();

        var done = admin.post(path, "next=%2Fprofile");
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("location")).isEqualTo("/profile");
        assertThat(in(AURORA, () -> factors.isOn(ana.id()))).isFalse();
        assertThat(ana.browser().get("/profile").status())
                .as("his sessions end")
                .isEqualTo(303);
        assertThat(Browser.signedIn(AURORA, ana.name()).get("/profile").status())
                .isEqualTo(200);
        assertThat(admin.post(path, "").status()).as("there is none any more").isEqualTo(409);

        withPhone(AURORA, boss);
        var above = UUID.fromString(Rows.one("select id from lienzo.member where user_name = ?", boss));
        assertThat(admin.post("/organization/people/" + above + "/second-factor/reset", "")
                        .status())
                .isEqualTo(403);
        assertThat(in(AURORA, () -> factors.isOn(above))).isTrue();
        assertThat(Rows.list("select action from lienzo.audit_entry where subject_id = ?", ana.id()))
                .contains("second-factor-on", "second-factor-reset");
    }

    @Test
    @DisplayName(
            "A04, ASVS 6.3.7: the person is told of every change by mail, in his organization's name and no secret in it")
    void every_change_is_told() {
        var ana = somebodyWithPhone(AURORA);
        var address = ana.name() + "@example.com";
        var told = MailServer.await(address);
        assertThat(told.text())
                .contains("se activó el segundo factor")
                .doesNotContain(ana.phone().secret());
        assertThat(ana.codes()).noneMatch(told.text()::contains);
        assertThat(told.link()).isEqualTo("https://aurora.localhost/profile/second-factor");
        signIn(ana, ana.codes().getFirst()).post("/profile/second-factor/off", "password=" + Tenant.PASSWORD);
        assertThat(MailServer.await(address, mail -> mail.text().contains("se desactivó")))
                .isNotNull();
        assertThat(MailServer.await(address, mail -> mail.text().contains("Códigos que quedan: 9")))
                .isNotNull();
    }

    @Test
    void what_is_stored_is_sealed_and_goes_with_the_member() {
        var ana = somebodyWithPhone(AURORA);
        var id = ana.id();
        var row = Rows.one("select f::text from lienzo.second_factor f where member_id = ?", id);
        assertThat(row).doesNotContain(ana.phone().secret());
        in(AURORA, () -> {
            accounts.remove(Actor.SYSTEM, id);
            return null;
        });
        assertThat(Rows.list("select 1 from lienzo.second_factor where member_id = ?", id))
                .isEmpty();
        assertThat(Rows.list("select 1 from lienzo.recovery_code where member_id = ?", id))
                .isEmpty();
    }

    @Test
    void nonsense_is_a_wrong_code_and_breaks_nothing() {
        var ana = somebodyWithPhone(AURORA);
        var browser = half(AURORA, ana.name());
        for (var code : List.of(
                "", " ", "\u0000", "000000000000", "١٢٣٤٥٦", "a".repeat(5000), "' or 1=1 --", "😀", "-1", "1e6")) {
            forgetAttempts(ana);
            assertThat(browser.post("/sign-in/code", "code=" + Browser.encoded(code))
                            .status())
                    .as(code)
                    .isIn(400, 422);
        }
        assertThat(browser.post("/sign-in/code", "").status()).isEqualTo(422);
        var me = UUID.randomUUID();
        assertThatThrownBy(() -> in(NIMBUS, () -> members.require(ana.id()))).isInstanceOf(Refused.class);
        assertThat(in(NIMBUS, () -> factors.isOn(me))).isFalse();
        assertThat(in(NIMBUS, () -> factors.isOn(ana.id())))
                .as("at another organization")
                .isFalse();
    }

    // ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────
    private Owner somebodyWithPhone(Tenant tenant) {
        return withPhone(tenant, somebody(tenant, OrganizationRole.MEMBER));
    }

    private static Owner withPhone(Tenant tenant, String name) {
        var browser = Browser.signedIn(tenant, name);
        browser.post("/profile/second-factor/start", "password=" + Tenant.PASSWORD);
        var phone = Phone.setUp(browser.get("/profile/second-factor/new").body());
        var page = browser.post("/profile/second-factor/new", "code=" + phone.code());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        browser.get("/profile");
        return new Owner(name, browser, phone, codes(page.body()));
    }

    private String somebody(Tenant tenant, OrganizationRole role) {
        var name = "somebody-" + UUID.randomUUID();
        in(
                tenant,
                () -> members.create(
                        Actor.SYSTEM,
                        new NewMember(name, "Somebody", name + "@example.com", role, Tenant.PASSWORD, null)));
        return name;
    }

    private Browser signIn(Owner owner, String code) {
        var browser = half(AURORA, owner.name());
        assertThat(browser.post("/sign-in/code", "code=" + code).status()).isEqualTo(303);
        browser.get("/profile");
        return browser;
    }

    /// A browser where the password was given and nothing more.
    private static Browser half(Tenant tenant, String name) {
        var browser = half(tenant, name, 303);
        assertThat(browser.get("/sign-in/code").status()).isEqualTo(200);
        return browser;
    }

    private static Browser half(Tenant tenant, String name, int status) {
        var browser = Browser.at(tenant);
        assertThat(browser.signIn(name, Tenant.PASSWORD).status()).isEqualTo(status);
        return browser;
    }

    private NewSession begin(Owner owner, SignInMethod method) {
        return in(AURORA, () -> sessions.begin(owner.id(), method, "127.0.0.1", "Test"));
    }

    /// An owner who can change what the organization wants; signed in before it wants it.
    private Browser owner(Tenant tenant) {
        var owner = Browser.signedIn(tenant, somebody(tenant, OrganizationRole.OWNER));
        owner.get("/organization/security");
        return owner;
    }

    private static void policy(Browser owner, String form) {
        assertThat(owner.post("/organization/security", form).header("location"))
                .isEqualTo("/organization/security?saved=1");
    }

    private static void forgetAttempts(Owner owner) {
        Rows.list("delete from lienzo.second_factor_attempt where member_id = ?", owner.id());
    }

    private static Wire.Answer from(String address, Browser browser, String code) {
        return browser.request("POST", "/sign-in/code")
                .from(address)
                .form("form-token=" + Browser.encoded(browser.token()) + "&code=" + code)
                .send();
    }

    private static Wire.Answer profile(Tenant tenant, String session) {
        return Wire.to(tenant, "GET", "/profile")
                .header("Cookie", COOKIE + "=" + session)
                .send();
    }

    private static List<String> codes(String page) {
        var shown = CODES.matcher(page);
        if (!shown.find()) throw new AssertionError("No codes on the page");
        return shown.group(1).strip().lines().toList();
    }

    private static String text(Wire.Answer answer) {
        return answer.body()
                .replaceAll("name=\"form-token\" value=\"[^\"]*\"", "{token}")
                .replaceAll("\"X-Form-Token\":\"[^\"]*\"", "{token}");
    }

    private static String shape(Wire.Answer answer) {
        return answer.status() + " " + answer.header("location") + " "
                + text(answer)
                        .replaceAll("\"instance\":\"[^\"]*\"", "{instance}")
                        .replaceAll("(?<=<p class=\"sub\">)[^<]*[0-9a-f]{8}-[0-9a-f-]{27}", "{instance}");
    }

    private <T> T in(Tenant tenant, Callable<T> work) {
        return scope.call(organizations.named(tenant.slug()).orElseThrow(), work);
    }
}
