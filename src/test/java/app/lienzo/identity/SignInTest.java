package app.lienzo.identity;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Attempt;
import app.lienzo.world.Browser;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Coming in, going out, and what a browser that somebody else steers can do.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInTest {
    private static final int TRIES = 15;

    @Inject
    MemberService members;

    @Inject
    AccountService accounts;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Test
    @DisplayName("A01: a known and an unknown user name get the same answer in the same time")
    void an_unknown_user_looks_like_a_known_one() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        var browser = Browser.at(AURORA);
        browser.signIn(somebody(), "Wrong2026password");
        for (int i = 0; i < TRIES; i++) {
            // A new name each time, as failures with one name are counted.
            known.add(millis(browser, somebody()));
            unknown.add(millis(browser, "nobody-" + UUID.randomUUID()));
        }
        var one = browser.signIn(somebody(), "Wrong2026password");
        var other = browser.signIn("nobody-" + UUID.randomUUID(), "Wrong2026password");
        assertThat(one.status()).isEqualTo(other.status()).isEqualTo(422);
        assertThat(shape(one)).isEqualTo(shape(other));
        var oneApi = api("agent2", "Wrong2026password").send();
        var otherApi = api("nobody-" + UUID.randomUUID(), "Wrong2026password").send();
        assertThat(oneApi.status()).isEqualTo(otherApi.status()).isEqualTo(422);
        assertThat(shape(oneApi)).isEqualTo(shape(otherApi));

        Collections.sort(known);
        Collections.sort(unknown);
        assertThat(known.getFirst()).as("known %s, unknown %s", known, unknown).isLessThan(unknown.getLast());
        assertThat(unknown.getFirst())
                .as("known %s, unknown %s", known, unknown)
                .isLessThan(known.getLast());
        double ratio = (double) known.get(TRIES / 2) / unknown.get(TRIES / 2);
        assertThat(ratio)
                .as("medians of known %s and unknown %s", known, unknown)
                .isBetween(0.5, 2.0);
    }

    @Test
    @DisplayName(
            "A05: signing in makes a new session whatever the browser brought, and signing out ends it on the server")
    void a_session_is_new_and_ends() {
        var browser = Browser.at(AURORA);
        var planted = "planted-by-somebody-else-0123456789012345678";
        browser.set("__Host-session", planted);
        browser.get("/sign-in");
        assertThat(browser.signIn("manager", Tenant.PASSWORD).status()).isEqualTo(303);
        var first = browser.cookie("__Host-session");
        assertThat(first).isNotEqualTo(planted).hasSize(43);
        assertThat(browser.get("/profile").status()).isEqualTo(200);

        browser.signIn("manager", Tenant.PASSWORD);
        var second = String.valueOf(browser.cookie("__Host-session"));
        assertThat(second).isNotEqualTo(first);
        browser.get("/profile");
        var out = browser.post("/sign-out", "");
        assertThat(out.status()).isEqualTo(303);
        assertThat(out.cookie("__Host-session")).isEmpty();
        assertThat(profile(second).status())
                .as("the session that was signed out")
                .isEqualTo(303);
        assertThat(Rows.list(
                        "select 1 from lienzo.session where token_hash = sha256(?::bytea)",
                        second.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .as("its row")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A05: the token of a program is dead after it signed out, and a deactivated member's sessions with him")
    void dead_tokens_stay_dead() {
        var token = AURORA.token("manager");
        AURORA.with(token).get("/api/v1/me").then().statusCode(200);
        AURORA.with(token).delete("/api/v1/sessions/current").then().statusCode(204);
        AURORA.with(token).get("/api/v1/me").then().statusCode(401);

        var name = somebody();
        var browser = Browser.signedIn(AURORA, name);
        var program = AURORA.token(name);
        in(() -> {
            var me = members.named(name).orElseThrow();
            accounts.deactivate(Actor.SYSTEM, me.id());
            return null;
        });
        assertThat(browser.get("/profile").status()).isEqualTo(303);
        AURORA.with(program).get("/api/v1/me").then().statusCode(401);
        var again = Browser.at(AURORA).signIn(name, Tenant.PASSWORD);
        assertThat(again.status()).isEqualTo(422);
    }

    @Test
    @DisplayName("T04: a session of one organization is nobody at another, as cookie and as token")
    void a_session_stays_in_its_organization() {
        var browser = Browser.signedIn(AURORA, "owner");
        var session = browser.cookie("__Host-session");
        var elsewhere = Wire.to(NIMBUS, "GET", "/profile")
                .header("Cookie", "__Host-session=" + session)
                .send();
        assertThat(elsewhere.status()).isEqualTo(303);
        assertThat(elsewhere.body()).doesNotContain("Olivia");
        assertThat(Wire.to(NIMBUS, "GET", "/api/v1/me")
                        .header("Cookie", "__Host-session=" + session)
                        .send()
                        .status())
                .isEqualTo(401);
        for (var token : List.of(AURORA.token("owner"), "aurora-owner-token", session)) {
            NIMBUS.with(token).get("/api/v1/me").then().statusCode(401);
            NIMBUS.with(token).get("/api/v1/conversations").then().statusCode(401);
        }
        // A program's token is none for a browser: it would outlive every session.
        assertThat(Wire.to(AURORA, "GET", "/profile")
                        .header("Cookie", "__Host-session=aurora-owner-token")
                        .send()
                        .status())
                .isEqualTo(303);
        assertThat(Wire.to(AURORA, "GET", "/profile")
                        .header("Authorization", "Bearer aurora-owner-token")
                        .send()
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("H03: no page changes anything without its own form token, nor for a request that another site made")
    void changes_need_the_pages_own_token() {
        var victim = Browser.signedIn(AURORA, "owner");
        var other = Browser.signedIn(AURORA, "manager");
        var person = new Attempt.Person(AURORA, victim, null);
        var things = Things.of(AURORA);
        var attacks = attacks(victim, other);
        var before = without(Rows.fingerprint(AURORA));
        var routes = Route.ofOrganizations().stream()
                // A member's session counts for nothing at the portals: PortalAccessTest attacks those.
                .filter(route -> route.page() && route.changes() && !Attempt.needs(route, "PORTAL"))
                .toList();
        assertThat(routes).hasSizeGreaterThanOrEqualTo(9);
        for (var route : routes) {
            attacks.forEach((name, attack) -> {
                var answer = attack.apply(Attempt.of(route, person, things)
                                .without("Origin")
                                .request(false))
                        .send();
                assertThat(answer.status()).as("%s: %s", route, name).isEqualTo(403);
                assertThat(answer.all("set-cookie")).as("%s: %s", route, name).isEmpty();
            });
        }
        assertThat(without(Rows.fingerprint(AURORA))).isEqualTo(before);
        assertThat(victim.get("/profile").status())
                .as("the victim is still signed in")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("H03: the same for who is not signed in, and for programs' routes when a cookie comes along")
    void anonymous_forms_and_cookies_at_the_api_are_guarded_too() {
        var visitor = Browser.at(AURORA);
        for (var path : List.of("/sign-in", "/language", "/sign-out")) {
            attacks(visitor, Browser.at(AURORA)).forEach((name, attack) -> {
                var request = visitor.request("POST", path)
                        .form("userName=owner&password=" + Tenant.PASSWORD + "&language=en");
                assertThat(attack.apply(request).send().status())
                        .as("%s: %s", path, name)
                        .isEqualTo(403);
            });
        }
        assertThat(Wire.to(AURORA, "POST", "/sign-in")
                        .form("userName=owner&password=" + Tenant.PASSWORD)
                        .send()
                        .status())
                .as("without any cookie")
                .isEqualTo(403);

        var victim = Browser.signedIn(AURORA, "owner");
        var person = new Attempt.Person(AURORA, victim, null);
        var things = Things.of(AURORA);
        for (var route : Route.ofOrganizations()) {
            if (!route.changes()
                    || !route.template().startsWith("/api/")
                    || route.has(jakarta.annotation.security.PermitAll.class)) continue;
            var request = victim.withCookies(Attempt.of(route, person, things).request(false));
            assertThat(request.send().status())
                    .as("%s by cookie without token", route)
                    .isIn(403, 415);
        }
        assertThat(victim.get("/profile").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H03: JSON that pretends to be plain text is not read")
    void plain_text_is_not_json() {
        for (var type : List.of(
                "text/plain",
                "text/plain;charset=application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x")) {
            for (var route : Route.ofOrganizations()) {
                if (!(route.body() instanceof Route.Body.Json)) continue;
                var answer = Wire.to(
                                AURORA,
                                route.verb(),
                                Attempt.of(route, new Attempt.Person(AURORA, Browser.at(AURORA), null), Things.NOTHING)
                                        .target())
                        .header("Authorization", "Bearer aurora-owner-token")
                        .body(type, "{\"userName\":\"owner\",\"password\":\"" + Tenant.PASSWORD + "\"}")
                        .send();
                assertThat(answer.status()).as("%s as %s", route, type).isIn(400, 415);
            }
        }
    }

    @Test
    @DisplayName("H06: every cookie is bound to its host, unreadable for scripts and not sent along by other sites")
    void cookies_are_bound() {
        var seen = new ArrayList<String>();
        seen.addAll(Wire.to(AURORA, "GET", "/sign-in").send().all("set-cookie"));
        var browser = Browser.at(AURORA);
        seen.addAll(browser.post("/language", "language=pt&next=/sign-in").all("set-cookie"));
        seen.addAll(browser.signIn("owner", Tenant.PASSWORD).all("set-cookie"));
        browser.get("/profile");
        seen.addAll(browser.post("/sign-out", "").all("set-cookie"));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(4).allSatisfy(cookie -> {
            assertThat(cookie).startsWith("__Host-");
            var attributes = Set.of(cookie.toLowerCase().split(";\\s*"));
            assertThat(attributes).contains("secure", "httponly", "samesite=lax", "path=/");
            assertThat(cookie.toLowerCase()).doesNotContain("domain=");
        });
        assertThat(seen.stream().map(cookie -> cookie.split("=")[0]))
                .contains("__Host-session", "__Host-form", "__Host-language");
    }

    @Test
    @DisplayName("H09: after signing in one is led to a path of this host and nowhere else")
    void one_is_led_on_within_the_house() {
        var wicked = List.of(
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "https:evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "%2F%2Fevil.example",
                "/%2F%2Fevil.example",
                "/%2Fevil.example",
                "/%5Cevil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/./\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/%09/evil.example",
                "/%0a/evil.example",
                " //evil.example",
                "//evil.example/aurora.localhost",
                "https://aurora.localhost.evil.example",
                "https://aurora.localhost@evil.example",
                "/@evil.example",
                "@evil.example",
                ".evil.example",
                "evil.example",
                "?//evil.example",
                "#//evil.example",
                "/;//evil.example",
                "/profile\r\nSet-Cookie: x=y",
                "/" + "a".repeat(3000),
                "");
        var browser = Browser.signedIn(AURORA, "owner");
        for (var next : wicked) {
            var asked = browser.get("/sign-in?next=" + Browser.encoded(next));
            leadsHome(asked, next);
            var language = browser.post("/language", "language=es&next=" + Browser.encoded(next));
            leadsHome(language, next);
        }
        var visitor = Browser.at(AURORA);
        for (var next : wicked) {
            var page = visitor.get("/sign-in?next=" + Browser.encoded(next));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .as(next)
                    .doesNotContain("value=\"//")
                    .doesNotContain("value=\"http")
                    .doesNotContain("value=\"javascript")
                    .doesNotContain("value=\"\\");
        }
        assertThat(location(browser.get("/sign-in?next=" + Browser.encoded("/channels?saved=1"))))
                .isEqualTo("/channels?saved=1");
        var signedIn = visitor.post(
                "/sign-in",
                "userName=owner&password=" + Tenant.PASSWORD + "&next=" + Browser.encoded("//evil.example"));
        leadsHome(signedIn, "sign-in form");
    }

    @Test
    @DisplayName(
            "A02: who guesses has to wait and is told how long; the right person gets in from elsewhere all the same")
    void who_guesses_waits_and_who_knows_does_not() {
        var name = somebody();
        var answers = new ArrayList<Wire.Answer>();
        for (int i = 0; i < 12; i++) {
            var answer = api(name, "Wrong2026password" + i)
                    .header("X-Forwarded-For", "10.0.0." + i)
                    .header("CF-Connecting-IP", "10.1.0." + i)
                    .send();
            answers.add(answer);
        }
        var last = answers.getLast();
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 3600);
        assertThat(api(name, Tenant.PASSWORD).send().status())
                .as("also with the right password, from there")
                .isEqualTo(429);
        assertThat(api(name.toUpperCase(), Tenant.PASSWORD).send().status())
                .as("nor under another spelling")
                .isEqualTo(429);
        var page = Browser.at(AURORA).signIn(name, Tenant.PASSWORD);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(api(name, Tenant.PASSWORD).from("127.0.0.77").send().status())
                .as("from elsewhere")
                .isEqualTo(201);
        assertThat(NIMBUS.token("agent2")).as("and at another organization").isNotEmpty();
    }

    @Test
    @DisplayName("Many who know the password and come at once are all let in")
    void many_right_passwords_at_once_are_let_in() throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var right = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 24; i++) {
                right.add(() -> api("agent2", Tenant.PASSWORD)
                        .from("127.0.0.88")
                        .patience(60_000)
                        .send()
                        .status());
            }
            for (var future : all.invokeAll(right)) assertThat(future.get()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("A02: guesses that come all at once are no more guesses than those that come one by one")
    void guesses_at_once_are_counted_too() throws Exception {
        var name = somebody();
        int storm = 40;
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < storm; i++) {
                int guess = i;
                guesses.add(() -> api(name, "Wrong2026password" + guess)
                        .patience(60_000)
                        .send()
                        .status());
            }
            int tried = 0;
            for (var future : all.invokeAll(guesses)) if (future.get() == 422) tried++;
            assertThat(tried).as("guesses that were compared").isLessThanOrEqualTo(10);
        }
    }

    @Test
    @DisplayName("H08: an address that a request claims is not stored as its own")
    void claimed_addresses_are_not_believed() {
        var name = somebody();
        var answer = api(name, Tenant.PASSWORD)
                .header("X-Forwarded-For", "<script>alert(1)</script>, 1.2.3.4")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Real-IP", "1.2.3.4")
                .header("User-Agent", "<script>alert(2)</script>\u202e")
                .send();
        assertThat(answer.status()).isEqualTo(201);
        var row = Rows.one(
                "select address || ' ' || user_agent from lienzo.session s join lienzo.member m on m.tenant_id = s.tenant_id and m.id = s.member_id where m.user_name = ?",
                name);
        assertThat(row).startsWith("127.0.0.1 ").doesNotContain("1.2.3.4").doesNotContain("\u202e");
        assertThat(Browser.signedIn(AURORA, name).get("/profile").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    @Test
    @DisplayName("X02: nonsense in the sign-in form is a failed sign-in and nothing else")
    void nonsense_is_a_failed_sign_in() {
        var known = somebody();
        var browser = Browser.at(AURORA);
        for (var name : List.of(
                "",
                " ",
                "\u0000",
                known + "\u0000",
                "some\u0000body",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "\u202e" + known,
                "a".repeat(5000),
                "\ud83d\ude00",
                "%00",
                "\r\nSet-Cookie: x=y")) {
            var answer = browser.signIn(name, "Wrong2026password");
            assertThat(answer.status()).as(name).isIn(422, 429);
            assertThat(answer.body()).as(name).doesNotContain("<script>alert");
            assertThat(answer.cookie("__Host-session")).isNull();
            assertThat(Browser.at(AURORA).signIn(known, name).status())
                    .as("as password")
                    .isIn(422, 429);
        }
        for (var body : List.of(
                "{\"userName\":\"some\\u0000body\",\"password\":\"x\"}",
                "{\"userName\":\"\\ud800\",\"password\":\"\\u0000\"}",
                "{\"userName\":\"somebody-else\",\"password\":\"\\ud800\"}")) {
            assertThat(Wire.to(AURORA, "POST", "/api/v1/sessions")
                            .json(body)
                            .from("127.0.0.9")
                            .send()
                            .status())
                    .as(body)
                    .isEqualTo(422);
        }
    }

    private static Map<String, UnaryOperator<Wire.Request>> attacks(Browser victim, Browser other) {
        var origin = "http://" + AURORA.host();
        return Map.ofEntries(
                Map.entry("no token", request -> request.header("Origin", origin)),
                Map.entry(
                        "empty token",
                        request -> request.header("X-Form-Token", "").header("Origin", origin)),
                Map.entry(
                        "another session's token",
                        request -> request.header("X-Form-Token", other.token()).header("Origin", origin)),
                Map.entry(
                        "a forged token",
                        request ->
                                request.header("X-Form-Token", "A".repeat(43)).header("Origin", origin)),
                Map.entry(
                        "cross-site",
                        request ->
                                request.header("X-Form-Token", victim.token()).header("Sec-Fetch-Site", "cross-site")),
                Map.entry(
                        "same-site",
                        request -> request.header("X-Form-Token", victim.token())
                                .header("Sec-Fetch-Site", "same-site")
                                .header("Origin", origin)),
                Map.entry(
                        "origin null",
                        request ->
                                request.header("X-Form-Token", victim.token()).header("Origin", "null")),
                Map.entry(
                        "origin empty",
                        request ->
                                request.header("X-Form-Token", victim.token()).header("Origin", "")),
                Map.entry(
                        "origin evil",
                        request -> request.header("X-Form-Token", victim.token())
                                .header("Origin", "https://evil.example")),
                Map.entry(
                        "origin of the neighbour",
                        request -> request.header("X-Form-Token", victim.token())
                                .header("Origin", "http://nimbus.localhost")),
                Map.entry(
                        "origin alike",
                        request -> request.header("X-Form-Token", victim.token())
                                .header("Origin", "http://aurora.localhost.evil.example")),
                Map.entry(
                        "origin with user",
                        request -> request.header("X-Form-Token", victim.token())
                                .header("Origin", "http://aurora.localhost@evil.example")));
    }

    /// A new member of Aurora, so that nobody else's failures count.
    private String somebody() {
        var name = "somebody-" + UUID.randomUUID();
        in(() -> members.create(
                Actor.SYSTEM,
                new NewMember(
                        name, "Somebody", name + "@example.com", OrganizationRole.MEMBER, Tenant.PASSWORD, null)));
        return name;
    }

    private <T> T in(Callable<T> work) {
        return scope.call(organizations.named("aurora").orElseThrow(), work);
    }

    private static long millis(Browser browser, String name) {
        long start = System.nanoTime();
        var answer = browser.signIn(name, "Wrong2026password");
        assertThat(answer.status()).isEqualTo(422);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static Wire.Request api(String userName, String password) {
        return Wire.to(AURORA, "POST", "/api/v1/sessions")
                .json("{\"userName\":\"" + userName + "\",\"password\":\"" + password + "\"}");
    }

    private static Wire.Answer profile(String session) {
        return Wire.to(AURORA, "GET", "/profile")
                .header("Cookie", "__Host-session=" + session)
                .send();
    }

    private static void leadsHome(Wire.Answer answer, String next) {
        assertThat(answer.status()).as(next).isEqualTo(303);
        assertThat(answer.all("set-cookie")).as(next).noneMatch(cookie -> cookie.startsWith("x="));
        var location = location(answer);
        assertThat(location).as(next).matches("/(?![/\\\\])[^\\\\\\s]*").doesNotContain("//");
    }

    /// Where a browser goes, seen from Aurora's host.
    private static String location(Wire.Answer answer) {
        return answer.header("location").replaceFirst("^https?://aurora\\.localhost(:\\d+)?(?=/)", "");
    }

    private static String shape(Wire.Answer answer) {
        return answer.status()
                + answer.headers().keySet().toString()
                + answer.body()
                        .replaceAll("\"instance\":\"[^\"]*\"", "")
                        .replaceAll("(some|no)body-[0-9a-f-]{36}", "NAME")
                        .replaceAll("(token\" value=|Token\":)\"[^\"]*\"", "");
    }

    private static Map<String, String> without(Map<String, String> prints) {
        prints.keySet().removeAll(Set.of("session", "visitor", "contact"));
        return prints;
    }
}
