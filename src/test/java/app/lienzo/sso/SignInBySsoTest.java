package app.lienzo.sso;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.SiteService;
import app.lienzo.tenancy.SiteState;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Browser;
import app.lienzo.world.Issuer;
import app.lienzo.world.Issuer.Asked;
import app.lienzo.world.SignOn;
import app.lienzo.world.SignOn.Visit;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two organizations, two providers that call their client by the same name, and everybody who tries to come in by the
/// wrong one.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SignInBySsoTest {
    @Inject
    MemberService members;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Inject
    SiteService sites;

    @Inject
    Signals signals;

    @Inject
    TenantSql sql;

    private Issuer auroras;
    private Issuer nimbuses;

    private boolean settled;

    @BeforeAll
    void two_providers_with_the_same_client_id() {
        auroras = Issuer.open();
        nimbuses = Issuer.open();
    }

    @BeforeEach
    void both_organizations_have_theirs() {
        if (!settled) {
            SignOn.of(AURORA).with(auroras.address(), Map.of());
            SignOn.of(NIMBUS).with(nimbuses.address(), Map.of());
        }
        settled = true;
    }

    @AfterAll
    void nobody_signs_on_any_more() {
        for (var tenant : List.of(AURORA, NIMBUS))
            in(tenant, () -> {
                sql.update("delete from lienzo.sso_settings");
                signals.tell("sso", scope.organization().id());
                return null;
            });
        auroras.close();
        nimbuses.close();
    }

    @Test
    void whoever_comes_for_the_first_time_gets_an_account_and_finds_it_again() {
        var ana = person();
        var visit = SignOn.of(AURORA).visit();

        var answer = visit.with(auroras.code(visit.asked(), ana.claims()));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).isEqualTo("/profile");
        assertThat(visit.browser().get("/profile").status()).isEqualTo(200);
        var account = account(AURORA, ana).orElseThrow();
        assertThat(account.role()).isEqualTo(OrganizationRole.MEMBER);
        assertThat(account.name()).isEqualTo(ana.name());
        assertThat(account.userName()).isEqualTo(ana.subject());
        assertThat(account.hasPassword()).isFalse();
        assertThat(account(NIMBUS, ana)).isEmpty();

        var again = SignOn.of(AURORA).visit();
        assertThat(again.with(auroras.code(again.asked(), ana.claims())).header("location"))
                .isEqualTo("/profile");
        assertThat(account(AURORA, ana).orElseThrow().id()).isEqualTo(account.id());
        assertThat(auroras.refusals()).doesNotContain("verifier", "redirect");
    }

    @Test
    @DisplayName(
            "BY-5, A06: the way to the provider begins on the primary host and leads back to it, whichever name was opened")
    void the_way_begins_on_the_primary_host() {
        var own = "aurora.sso-host.example";
        change(AURORA, () -> sites.reserve(own, null) && sites.become(own, SiteState.SERVED) && sites.makePrimary(own));
        try {
            var sent = Wire.to(AURORA, "GET", "/sign-in/sso?next=%2Fprofile").send();
            assertThat(sent.header("location")).isEqualTo("https://" + own + "/sign-in/sso?next=%2Fprofile");
            assertThat(sent.all("set-cookie")).noneMatch(cookie -> cookie.startsWith("__Host-sso="));
            var asked = Wire.bare("GET", "/sign-in/sso?next=%2Fprofile")
                    .header("Host", own)
                    .send();
            assertThat(asked.header("location"))
                    .startsWith(auroras.address())
                    .contains("redirect_uri=https%3A%2F%2F" + own + "%2Fsign-in%2Fsso%2Fcallback");
        } finally {
            change(AURORA, () -> sites.release(own));
        }
        assertThat(Wire.to(AURORA, "GET", "/sign-in/sso").send().header("location"))
                .contains("redirect_uri=https%3A%2F%2Faurora.localhost%2F");
    }

    private void change(Tenant tenant, Callable<Boolean> work) {
        scope.call(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    @Test
    @DisplayName(
            "H06: the way there and back leaves one cookie of ours, for this host alone, and none of the framework's")
    void cookies_are_ours() {
        var visit = SignOn.of(AURORA).visit();
        var start = Wire.to(AURORA, "GET", "/sign-in/sso").send();
        assertThat(start.all("set-cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__Host-sso=")
                        .contains("; Path=/", "; Secure", "; SameSite=Lax")
                        .containsIgnoringCase("; HttpOnly")
                        .doesNotContain("Domain"));
        assertThat(visit.asked().parameters())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Issuer.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://aurora.localhost/sign-in/sso/callback")
                .containsKeys("state", "nonce", "code_challenge");

        var answer = visit.with(auroras.code(visit.asked(), person().claims()));

        assertThat(answer.all("set-cookie"))
                .hasSize(2)
                .anyMatch(cookie -> cookie.startsWith("__Host-session="))
                .anyMatch(cookie -> cookie.startsWith("__Host-sso=;") && cookie.contains("Max-Age=0"));
    }

    @Test
    @DisplayName("H06: cookies by the framework's names are not listened to, anywhere")
    void the_frameworks_own_session_is_no_way_in() {
        var organization = organizations.named("aurora").orElseThrow().id();
        for (var path : List.of("/profile", "/sign-in", "/sign-in/sso", "/api/v1/me", SignOn.CALLBACK)) {
            var plain = Wire.to(AURORA, "GET", path).send();
            for (var name :
                    List.of("q_session", "q_session_" + organization, "q_auth_" + organization, "q_session_none")) {
                var answer = Wire.to(AURORA, "GET", path)
                        .header("Cookie", name + "=abc|def")
                        .send();
                assertThat(answer.status()).as(path + " " + name).isEqualTo(plain.status());
                assertThat(answer.all("set-cookie")).as(path + " " + name).noneMatch(cookie -> cookie.startsWith("q_"));
            }
        }
    }

    @Test
    @DisplayName("A06: code and state of one organization are worth nothing at the other, not even with its cookie")
    void a_code_of_one_is_worth_nothing_at_the_other() {
        var ana = person();
        var visit = SignOn.of(AURORA).visit();
        var code = auroras.code(visit.asked(), ana.claims());
        nimbuses.refusals().clear();
        var elsewhere = Browser.at(NIMBUS);
        var query =
                SignOn.CALLBACK + "?code=" + code + "&state=" + visit.asked().state();

        refused(elsewhere.get(query));
        elsewhere.set("__Host-sso", visit.browser().cookie("__Host-sso"));
        refused(elsewhere.get(query));

        assertThat(account(NIMBUS, ana)).isEmpty();
        assertThat(account(AURORA, ana)).isEmpty();
        // The code was never shown to the wrong provider.
        assertThat(nimbuses.refusals()).isEmpty();
    }

    @Test
    @DisplayName("A06: an answer opens one session, whoever repeats it and with whatever cookie")
    void a_state_leads_back_once() {
        var ana = person();
        var visit = SignOn.of(AURORA).visit();
        var carried = visit.browser().cookie("__Host-sso");
        var token = auroras.token(visit.asked(), ana.claims());
        assertThat(visit.with(auroras.codeFor(visit.asked(), token)).status()).isEqualTo(303);

        // The browser's back button, and somebody who copied everything and a provider that gives a second code.
        refused(visit.with(auroras.codeFor(visit.asked(), token)));
        var thief = Browser.at(AURORA);
        thief.set("__Host-sso", carried);
        refused(new Visit(thief, visit.asked()).with(auroras.codeFor(visit.asked(), token)));

        assertThat(thief.cookie("__Host-session")).isNull();
    }

    @Test
    @DisplayName("A06: a way that began elsewhere, a doubled or missing state, an error of the provider: start again")
    void a_broken_way_back_is_refused() {
        refused(Browser.at(AURORA).get(SignOn.CALLBACK));
        refused(Browser.at(AURORA).get(SignOn.CALLBACK + "?code=a&state=b"));
        for (var query : List.of(
                "code=abc",
                "state=STATE",
                "code=abc&state=STATE&state=STATE",
                "code=abc&state=other",
                "code=&state=STATE",
                "error=access_denied&state=STATE",
                "code=nonsense&state=STATE")) {
            var visit = SignOn.of(AURORA).visit();
            refused(visit.back(query.replace("STATE", visit.asked().state())));
            assertThat(visit.browser().cookie("__Host-session")).as(query).isNull();
        }
        var garbled = SignOn.of(AURORA).visit();
        garbled.browser().set("__Host-sso", "%%%~" + garbled.asked().state() + "|xyz");
        refused(garbled.with(auroras.code(garbled.asked(), person().claims())));
    }

    @Test
    @DisplayName(
            "A06: an answer that names another issuer, or none from a provider that names itself, is refused (RFC 9207)")
    void an_answer_has_to_name_its_issuer() {
        settled = false;
        var ana = person();
        var wrong = SignOn.of(AURORA).visit();
        refused(wrong.back("code=" + auroras.code(wrong.asked(), ana.claims()) + "&state="
                + wrong.asked().state() + "&iss=" + Browser.encoded(nimbuses.address())));
        var right = SignOn.of(AURORA).visit();
        assertThat(right.back("code=" + auroras.code(right.asked(), person().claims()) + "&state="
                                + right.asked().state() + "&iss=" + Browser.encoded(auroras.address()))
                        .status())
                .isEqualTo(303);

        auroras.describe("authorization_response_iss_parameter_supported", true);
        SignOn.of(AURORA).off();
        SignOn.of(AURORA).with(auroras.address(), Map.of());
        var silent = SignOn.of(AURORA).visit();
        refused(silent.with(auroras.code(silent.asked(), ana.claims())));
        assertThat(account(AURORA, ana)).isEmpty();
        auroras.describeNothing();
        SignOn.of(AURORA).off();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("another audience", (me, visit) -> me.token(visit, c -> c.audience("another"))),
                forgery("nobody's audience", (me, visit) -> me.token(visit, c -> c.audience((String) null))),
                forgery(
                        "given to another party",
                        (me, visit) -> me.token(
                                visit,
                                c -> c.audience(List.of(Issuer.CLIENT, "another"))
                                        .claim("azp", "another"))),
                forgery(
                        "for several, given to nobody in particular",
                        (me, visit) -> me.token(visit, c -> c.audience(List.of(Issuer.CLIENT, "another")))),
                forgery("another issuer", (me, visit) -> me.token(visit, c -> c.issuer("https://evil.example"))),
                forgery("no issuer", (me, visit) -> me.token(visit, c -> c.issuer(null))),
                forgery("another nonce", (me, visit) -> me.token(visit, c -> c.claim("nonce", "another"))),
                forgery("no nonce", (me, visit) -> me.token(visit, c -> c.claim("nonce", null))),
                forgery("no subject", (me, visit) -> me.token(visit, c -> c.subject(null))),
                forgery(
                        "expired",
                        (me, visit) ->
                                me.token(visit, c -> c.issueTime(ago(600)).expirationTime(ago(300)))),
                forgery("no end", (me, visit) -> me.token(visit, c -> c.expirationTime(null))),
                forgery(
                        "issued in the future",
                        (me, visit) ->
                                me.token(visit, c -> c.issueTime(ago(-600)).expirationTime(ago(-900)))),
                forgery("not yet valid", (me, visit) -> me.token(visit, c -> c.notBeforeTime(ago(-600)))),
                forgery("issued long ago", (me, visit) -> me.token(visit, c -> c.issueTime(ago(3600)))),
                forgery("no time of issue", (me, visit) -> me.token(visit, c -> c.issueTime(null))),
                forgery("unsigned", (me, visit) -> new PlainJWT(me.claims(visit, c -> {})).serialize()),
                forgery("signed with the public key as a secret", SignInBySsoTest::withPublicKeyAsSecret),
                forgery("signed with the client secret", SignInBySsoTest::withClientSecret),
                forgery(
                        "an unknown key",
                        (me, visit) -> Issuer.signed(
                                me.claims(visit, c -> {}),
                                newKey(UUID.randomUUID().toString()))),
                forgery(
                        "another key by the same name",
                        (me, visit) -> Issuer.signed(
                                me.claims(visit, c -> {}), newKey(me.key().getKeyID()))),
                forgery("a key that the token brings along", (me, visit) -> {
                    var own = newKey("mine");
                    return Issuer.signed(me.claims(visit, c -> {}), own, header -> header.jwk(own.toPublicJWK()));
                }),
                forgery("changed after signing", (me, visit) -> {
                    var parts = me.token(visit, c -> {}).split("\\.");
                    var body = new String(Base64.getUrlDecoder().decode(parts[1]));
                    var other = body.replace("\"email\":\"", "\"email\":\"x");
                    return parts[0] + "."
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes())
                            + "." + parts[2];
                }),
                forgery("no token", (me, visit) -> "nonsense"));
    }

    private interface Forger {
        String token(Says me, Asked visit);
    }

    /// A provider that vouches for somebody.
    private record Says(Issuer issuer, Person person) {
        String token(Asked asked, Consumer<JWTClaimsSet.Builder> more) {
            return issuer.token(asked, person.claims().andThen(more));
        }

        JWTClaimsSet claims(Asked asked, Consumer<JWTClaimsSet.Builder> more) {
            return issuer.claims(asked, person.claims().andThen(more));
        }

        RSAKey key() {
            return issuer.key();
        }
    }

    @ParameterizedTest(name = "A07: an ID token is refused that is: {0}")
    @MethodSource("forgeries")
    void a_forged_token_opens_nothing(String what, Forger forger) {
        var ana = person();
        var visit = SignOn.of(AURORA).visit();

        var answer = visit.with(auroras.codeFor(visit.asked(), forger.token(new Says(auroras, ana), visit.asked())));

        refused(answer);
        assertThat(visit.browser().cookie("__Host-session")).as(what).isNull();
        assertThat(account(AURORA, ana)).as(what).isEmpty();
    }

    @Test
    @DisplayName("A07: a token signed with the other organization's key opens nothing, by either name")
    void the_neighbours_key_is_worth_nothing() {
        var ana = person();
        var visit = SignOn.of(AURORA).visit();
        var claims = auroras.claims(visit.asked(), ana.claims());
        refused(visit.with(auroras.codeFor(visit.asked(), Issuer.signed(claims, nimbuses.key()))));
        var second = SignOn.of(AURORA).visit();
        var other = Issuer.signed(
                auroras.claims(second.asked(), ana.claims()),
                nimbuses.key(),
                header -> header.keyID(auroras.key().getKeyID()));
        refused(second.with(auroras.codeFor(second.asked(), other)));
        assertThat(account(AURORA, ana)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "missing", "text", "elsewhere"})
    @DisplayName("A08: an address that the provider does not call verified links to no account and makes none")
    void an_unverified_address_is_worth_nothing(String verified) {
        var ana = person();
        var old = existing(AURORA, ana.email());
        var stranger = person();
        for (var somebody : List.of(ana, stranger)) {
            var visit = SignOn.of(AURORA).visit();
            var code = auroras.code(
                    visit.asked(),
                    somebody.claims()
                            .andThen(claims -> claims.claim(
                                    "email_verified",
                                    switch (verified) {
                                        case "false" -> false;
                                        case "text" -> "yes";
                                        default -> null;
                                    }))
                            .andThen(claims -> {
                                if (verified.equals("elsewhere"))
                                    claims.claim("address", Map.of("email_verified", true));
                            }));
            var answer = visit.with(code);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("verificado").contains("administra");
            assertThat(visit.browser().cookie("__Host-session")).isNull();
        }
        assertThat(identities(AURORA, old)).isZero();
        assertThat(account(AURORA, stranger)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "sub.example.com", "example.com.evil.example", "xexample.com"})
    @DisplayName("A08: a verified address in a domain that the organization has not named is not let in")
    void a_foreign_domain_is_not_let_in(String domain) {
        var email = UUID.randomUUID() + "@" + domain;
        var old = existing(AURORA, email);
        var visit = SignOn.of(AURORA).visit();

        var answer = visit.with(
                auroras.code(visit.asked(), person().claims().andThen(claims -> claims.claim("email", email))));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains(domain);
        assertThat(identities(AURORA, old)).isZero();
    }

    @Test
    @DisplayName("A08: a verified address in the organization's domain links the account that has it, in any letters")
    void a_verified_address_links() {
        var ana = person();
        var old = existing(AURORA, ana.email());
        var visit = SignOn.of(AURORA).visit();

        var answer = visit.with(auroras.code(
                visit.asked(),
                ana.claims().andThen(claims -> claims.claim("email", ana.email().toUpperCase(java.util.Locale.ROOT)))));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(account(AURORA, ana)).map(MemberView::id).contains(old);
        assertThat(identities(AURORA, old)).isEqualTo(1);
    }

    @Test
    @DisplayName("A09: an account that is linked is not taken by a second identity with the same address")
    void a_linked_account_is_not_taken() {
        var ana = person();
        enter(AURORA, auroras, ana.claims());
        var account = account(AURORA, ana).orElseThrow();
        var second = SignOn.of(AURORA).visit();

        var answer = second.with(auroras.code(
                second.asked(),
                ana.claims().andThen(claims -> claims.subject(UUID.randomUUID().toString()))));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("ya está enlazada");
        assertThat(identities(AURORA, account.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("A09: an unlinked identity opens nothing, not even its old account, until an Owner lets it in again")
    void an_unlinked_identity_opens_nothing() {
        var ana = person();
        enter(AURORA, auroras, ana.claims());
        var account = account(AURORA, ana).orElseThrow();
        var identity = identity(AURORA, account.id());

        // Not somebody of the other organization, and not somebody without the right.
        assertThat(Browser.signedIn(NIMBUS, "owner").post(unlink(identity), "").status())
                .isEqualTo(404);
        assertThat(Browser.signedIn(AURORA, "useradmin")
                        .post(unlink(identity), "")
                        .status())
                .isEqualTo(403);
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.post(unlink(identity), "").status()).isEqualTo(303);

        var visit = SignOn.of(AURORA).visit();
        assertThat(visit.with(auroras.code(visit.asked(), ana.claims())).status())
                .isEqualTo(403);
        assertThat(identities(AURORA, account.id())).isZero();

        owner.post("/organization/sso/identities/" + identity + "/welcome", "");
        enter(AURORA, auroras, ana.claims());
        assertThat(account(AURORA, ana)).map(MemberView::id).contains(account.id());
        assertThat(identities(AURORA, account.id())).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A10: with single sign-on off there is no way to the provider and none back, also for whoever is under way")
    void off_is_off() {
        settled = false;
        var ana = person();
        var visit = SignOn.of(AURORA).visit();
        var code = auroras.code(visit.asked(), ana.claims());
        SignOn.of(AURORA).off();

        refused(visit.with(code));
        var start = Browser.at(AURORA).get("/sign-in/sso");
        assertThat(start.status()).isEqualTo(403);
        assertThat(start.body()).contains("no está activado");
        assertThat(Browser.at(AURORA).get("/sign-in").body()).doesNotContain("/sign-in/sso");
        assertThat(account(AURORA, ana)).isEmpty();
        assertThat(Wire.bare("GET", "/sign-in/sso")
                        .header("Host", "nobody.localhost")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("A10: who began with one provider does not come back to another one")
    void settings_that_change_end_what_is_under_way() {
        settled = false;
        var ana = person();
        var visit = SignOn.of(AURORA).visit();
        SignOn.of(AURORA).with(nimbuses.address(), Map.of());

        refused(visit.with(nimbuses.code(visit.asked(), ana.claims())));

        assertThat(account(AURORA, ana)).isEmpty();
        enter(AURORA, nimbuses, ana.claims());
    }

    @Test
    @DisplayName("A10: a deactivated member is not let in by his provider, linked or not")
    void the_deactivated_stay_out() {
        var linked = person();
        enter(AURORA, auroras, linked.claims());
        deactivate(account(AURORA, linked).orElseThrow().id());
        var other = person();
        deactivate(existing(AURORA, other.email()));
        for (var somebody : List.of(linked, other)) {
            var visit = SignOn.of(AURORA).visit();
            var answer = visit.with(auroras.code(visit.asked(), somebody.claims()));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(visit.browser().cookie("__Host-session")).isNull();
        }
    }

    @Test
    @DisplayName("A10: where single sign-on is the only way, passwords open nothing but an Owner's emergency door")
    void only_by_single_sign_on() {
        settled = false;
        SignOn.of(AURORA).with(auroras.address(), Map.of("only", "on"));

        var browser = Browser.at(AURORA);
        assertThat(browser.get("/sign-in").body())
                .contains("Entrar con la empresa", "/sign-in?password=1")
                .doesNotContain("name=\"password\"");
        browser.get("/sign-in?password=1");
        assertThat(browser.signIn("agent", Tenant.PASSWORD).status()).isEqualTo(403);
        assertThat(browser.cookie("__Host-session")).isNull();
        assertThat(Wire.to(AURORA, "POST", "/api/v1/sessions")
                        .json("{\"userName\":\"agent\",\"password\":\"" + Tenant.PASSWORD + "\"}")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(Browser.at(AURORA).signIn("owner", Tenant.PASSWORD).status()).isEqualTo(303);
        assertThat(Browser.at(NIMBUS).signIn("agent", Tenant.PASSWORD).status()).isEqualTo(303);
        enter(AURORA, auroras, person().claims());
    }

    @Test
    void nobody_new_comes_in_where_accounts_are_not_made() {
        settled = false;
        SignOn.of(AURORA).with(auroras.address(), Map.of("creates", ""));
        var ana = person();
        var visit = SignOn.of(AURORA).visit();

        var answer = visit.with(auroras.code(visit.asked(), ana.claims()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Todavía no tienes cuenta");
        assertThat(account(AURORA, ana)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agent", "Agent", "АGENT", "root", "ceo@example.org", "Ana María Pérez", "", "..", "名前", "😀"})
    @DisplayName("A11: what a provider calls somebody is made to fit, and takes nobody's name")
    void user_names_are_made_to_fit(String claimed) {
        var ana = person();

        enter(AURORA, auroras, ana.claims().andThen(claims -> claims.claim("preferred_username", claimed)));

        assertThat(account(AURORA, ana).orElseThrow().userName())
                .isNotEqualTo("agent")
                .isNotEqualTo("root")
                .matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+'-]+");
    }

    @Test
    void two_first_sign_ins_at_once_make_one_account() throws Exception {
        var ana = person();
        var visits = Stream.generate(() -> SignOn.of(AURORA).visit()).limit(4).toList();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(visits.stream()
                    .map(visit -> (Callable<Integer>) () -> visit.with(auroras.code(visit.asked(), ana.claims()))
                            .status())
                    .toList());
            for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(303);
        }
        assertThat(identities(AURORA, account(AURORA, ana).orElseThrow().id())).isEqualTo(1);
    }

    @Test
    void a_provider_that_is_down_is_said_to_be_down() {
        settled = false;
        SignOn.of(NIMBUS).off();
        var gone = Issuer.open();
        SignOn.of(NIMBUS).with(gone.address(), Map.of());
        gone.close();

        var answer = Browser.at(NIMBUS).get("/sign-in/sso");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("does not answer");
    }

    // People

    private record Person(String subject, String name, String email) {
        Consumer<JWTClaimsSet.Builder> claims() {
            return claims -> claims.subject(subject)
                    .claim("name", name)
                    .claim("preferred_username", subject)
                    .claim("email", email)
                    .claim("email_verified", true);
        }
    }

    private static Person person() {
        var id = "p" + UUID.randomUUID().toString().substring(24);
        return new Person(id, "Ana " + id, id + "@example.com");
    }

    private void enter(Tenant tenant, Issuer issuer, Consumer<JWTClaimsSet.Builder> claims) {
        var visit = SignOn.of(tenant).visit();
        var answer = visit.with(issuer.code(visit.asked(), claims));
        assertThat(answer.header("location")).as(answer.body()).isEqualTo("/profile");
        assertThat(visit.browser().get("/profile").status()).isEqualTo(200);
    }

    private UUID existing(Tenant tenant, String email) {
        return in(
                        tenant,
                        () -> members.create(
                                Actor.SYSTEM,
                                new NewMember(
                                        "m" + UUID.randomUUID(),
                                        "Somebody",
                                        email,
                                        OrganizationRole.MEMBER,
                                        null,
                                        null)))
                .id();
    }

    private void deactivate(UUID member) {
        in(AURORA, () -> sql.update("update lienzo.member set active = false where id = ?", member));
    }

    private Optional<MemberView> account(Tenant tenant, Person person) {
        return in(tenant, () -> members.knownAs(person.email()).stream().findFirst());
    }

    private long identities(Tenant tenant, UUID member) {
        return in(
                        tenant,
                        () -> sql.first(
                                "select count(*) from lienzo.sso_identity where member_id = ?",
                                row -> row.getLong(1),
                                member))
                .orElseThrow();
    }

    private UUID identity(Tenant tenant, UUID member) {
        return in(
                        tenant,
                        () -> sql.first(
                                "select id from lienzo.sso_identity where member_id = ?",
                                row -> row.getObject(1, UUID.class),
                                member))
                .orElseThrow();
    }

    private <T> T in(Tenant tenant, Callable<T> work) {
        return scope.call(organizations.named(tenant.slug()).orElseThrow(), work);
    }

    private static String unlink(UUID identity) {
        return "/organization/sso/identities/" + identity + "/end";
    }

    /// Said so on a page, at once or after being led there, and nobody is signed in.
    private static void refused(Wire.Answer answer) {
        assertThat(answer.cookie("__Host-session")).isNull();
        if (answer.status() == 303) assertThat(answer.header("location")).isEqualTo("/sign-in/sso/failed");
        else assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.all("set-cookie")).noneMatch(cookie -> cookie.startsWith("q_"));
    }

    // Forgeries

    private static Arguments forgery(String what, Forger forger) {
        return Arguments.of(what, forger);
    }

    private static Date ago(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withPublicKeyAsSecret(Says me, Asked visit) {
        try {
            return hmac(me, visit, me.key().toRSAPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withClientSecret(Says me, Asked visit) {
        return hmac(me, visit, Issuer.SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String hmac(Says me, Asked visit, byte[] secret) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(me.key().getKeyID())
                            .build(),
                    me.claims(visit, claims -> {}));
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
