package app.lienzo.identity;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Attempt;
import app.lienzo.world.Browser;
import app.lienzo.world.Listener;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Tokens that people make for their programs: how far they reach, and how they end.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenTest {
    private static final int SOON = 20_000;
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([A-Za-z0-9_-]{43})<");

    @Inject
    MemberService members;

    @Inject
    SpaceTeamService teams;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Test
    void a_token_is_shown_once_and_works_at_its_own_organization_only() {
        var browser = Browser.signedIn(AURORA, manager());
        var page = browser.post("/profile/tokens", "name=Almac%C3%A9n&limited=no&lifetime=90");
        assertThat(page.status()).isEqualTo(200);
        var secret = secret(page);
        assertThat(page.body())
                .contains("curl -H &#39;Authorization: Bearer " + secret + "&#39; https://aurora.localhost/api/v1/me");
        AURORA.with(secret).get("/api/v1/me").then().statusCode(200);
        NIMBUS.with(secret).get("/api/v1/me").then().statusCode(401);
        var list = browser.get("/profile/tokens");
        assertThat(list.body()).contains("Almacén").doesNotContain(secret);
        assertThat(Rows.list("select t::text from lienzo.api_token t where t::text like ?", "%" + secret + "%"))
                .isEmpty();
    }

    @Test
    @DisplayName("ASVS 8.2.1: a token limited to some permissions has none of the others, on every route")
    void a_limited_token_reaches_no_further() {
        var things = Things.of(AURORA);
        var name = manager();
        var secret = create(name, "limited=yes&permissions=CONVERSATIONS_WORK&lifetime=30");
        var person = new Attempt.Person(AURORA, Browser.at(AURORA), secret);
        int refused = 0;
        for (var route : Route.ofOrganizations()) {
            if (!route.template().startsWith("/api/") || route.has(PermitAll.class)) continue;
            if (Attempt.needs(route, "CONVERSATIONS_WORK")) continue;
            var answer = Attempt.of(route, person, things).send();
            assertThat(answer.status()).as("%s", route).isEqualTo(403);
            assertThat(answer.body()).as("%s", route).doesNotContain(things.marker());
            refused++;
        }
        assertThat(refused).isGreaterThan(5);
        AURORA.with(secret).get("/api/v1/conversations").then().statusCode(200);
        // Rights that a permission carries in a space: what others hold is for who oversees.
        var held = AURORA.talk("De otro").takenBy(AURORA.agent());
        AURORA.with(AURORA.token(name)).get(held.path()).then().statusCode(200);
        AURORA.with(secret).get(held.path()).then().statusCode(404);
    }

    @Test
    @DisplayName("a token for reading changes nothing, on every route")
    void a_token_for_reading_changes_nothing() {
        var things = Things.of(AURORA);
        var secret = create(manager(), "limited=no&readOnly=true&lifetime=30");
        var person = new Attempt.Person(AURORA, Browser.at(AURORA), secret);
        var before = without(Rows.fingerprint(AURORA));
        int refused = 0;
        for (var route : Route.ofOrganizations()) {
            if (!route.template().startsWith("/api/") || route.has(PermitAll.class)) continue;
            var answer = Attempt.of(route, person, things).send();
            if (!route.changes()) continue;
            assertThat(answer.status()).as("%s", route).isIn(403, 415);
            refused++;
        }
        assertThat(refused).isGreaterThan(8);
        assertThat(without(Rows.fingerprint(AURORA))).isEqualTo(before);
        AURORA.with(secret).get("/api/v1/conversations").then().statusCode(200);
    }

    @Test
    void a_token_makes_none_that_reaches_further_than_itself() {
        var name = manager();
        var limited = create(name, "limited=yes&permissions=OWN_ACCOUNT&permissions=CONVERSATIONS_WORK&lifetime=30");
        var soon = Instant.now().plus(5, ChronoUnit.DAYS);
        var late = Instant.now().plus(60, ChronoUnit.DAYS);
        assertThat(wanted(limited, "null", "false", soon).status()).as("all").isEqualTo(403);
        assertThat(wanted(limited, "[\"CHANNELS_SEE\"]", "false", soon).status())
                .as("another")
                .isEqualTo(403);
        assertThat(wanted(limited, "[\"CONVERSATIONS_WORK\"]", "false", late).status())
                .as("longer")
                .isEqualTo(403);
        assertThat(wanted(limited, "[\"CONVERSATIONS_WORK\"]", "false", null).status())
                .as("without end")
                .isEqualTo(403);
        var made = wanted(limited, "[\"CONVERSATIONS_WORK\"]", "true", soon);
        assertThat(made.status()).isEqualTo(201);
        var child = JsonPath.from(made.body()).getString("secret");
        AURORA.with(child).get("/api/v1/conversations").then().statusCode(200);
        AURORA.with(child).get("/api/v1/me").then().statusCode(403);
        assertThat(wanted(child, "[\"CONVERSATIONS_WORK\"]", "true", soon).status())
                .isEqualTo(403);

        // Nor does a person give what he does not have.
        var browser = Browser.signedIn(AURORA, name);
        assertThat(browser.get("/profile/tokens/new").body())
                .contains("value=\"CONVERSATIONS_WORK\"")
                .doesNotContain("value=\"ORGANIZATION_SETTINGS\"");
        var page = browser.post("/profile/tokens", "name=x&limited=yes&permissions=ORGANIZATION_SETTINGS&lifetime=30");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"");
    }

    @Test
    void a_bad_form_comes_back_with_what_was_typed() {
        var browser = Browser.signedIn(AURORA, manager());
        for (var form : List.of(
                "name=&limited=no&lifetime=30",
                "name=Mi+programa&limited=no&lifetime=day&lastDay=2001-01-01",
                "name=Mi+programa&limited=no&lifetime=day&lastDay=never",
                "name=Mi+programa&limited=no&lifetime=day")) {
            var page = browser.post("/profile/tokens", form);
            assertThat(page.status()).as(form).isEqualTo(422);
            assertThat(page.body()).as(form).contains("role=\"alert\"");
            if (form.contains("programa")) assertThat(page.body()).contains("value=\"Mi programa\"");
        }
        var day = browser.post("/profile/tokens", "name=Mi+programa&limited=no&lifetime=day&lastDay=2199-01-01");
        assertThat(day.status()).isEqualTo(200);
    }

    @Test
    void a_token_is_a_stranger_after_its_end_and_tells_when_it_was_used() {
        var name = manager();
        var secret = create(name, "limited=no&lifetime=30");
        var hash = "select %s from lienzo.api_token where token_hash = sha256(convert_to(?, 'UTF8'))";
        assertThat(Rows.list(hash.formatted("used_at::text"), secret)).containsExactly((String) null);
        AURORA.with(secret).get("/api/v1/me").then().statusCode(200);
        assertThat(Rows.one(hash.formatted("used_at::text"), secret)).isNotNull();

        var late = create(name, "limited=no&lifetime=30");
        Rows.list(
                "update lienzo.api_token set ends_at = now() - interval '1 second' where token_hash = sha256(convert_to(?, 'UTF8'))",
                late);
        AURORA.with(late).get("/api/v1/me").then().statusCode(401);
        assertThat(Browser.signedIn(AURORA, name).get("/profile/tokens").body()).contains("Vencido");
    }

    @Test
    @DisplayName("T12: a token that is ended is dead at once, also for a stream that is open")
    void an_ended_token_is_dead() throws Exception {
        var name = manager();
        var browser = Browser.signedIn(AURORA, name);
        var secret = create(name, "limited=yes&permissions=CONVERSATIONS_WORK&lifetime=30");
        var id = Rows.one("select id from lienzo.api_token where token_hash = sha256(convert_to(?, 'UTF8'))", secret);
        try (var stream =
                Listener.to(Wire.to(AURORA, "GET", "/api/v1/stream").header("Authorization", "Bearer " + secret))) {
            assertThat(stream.status()).isEqualTo(200);
            browser.get("/profile/tokens");
            assertThat(browser.post("/profile/tokens/" + id + "/end", "").status())
                    .isEqualTo(303);
            assertThat(stream.ends(SOON)).isTrue();
        }
        AURORA.with(secret).get("/api/v1/conversations").then().statusCode(401);
        assertThat(browser.post("/profile/tokens/" + id + "/end", "").status()).isEqualTo(404);
    }

    @Test
    void programs_look_after_their_tokens() {
        var token = AURORA.token(manager());
        var made = wanted(token, "[\"CONVERSATIONS_WORK\"]", "false", null);
        assertThat(made.status()).isEqualTo(201);
        String id = JsonPath.from(made.body()).getString("token.id");
        var list =
                AURORA.with(token).get("/api/v1/tokens").then().statusCode(200).extract();
        assertThat(list.<List<String>>path("id")).containsExactly(id);
        assertThat(list.asString()).doesNotContain("secret");
        AURORA.with(AURORA.token(manager()))
                .delete("/api/v1/tokens/" + id)
                .then()
                .statusCode(404);
        AURORA.with(token).delete("/api/v1/tokens/" + id).then().statusCode(204);
        AURORA.with(token).get("/api/v1/tokens").then().statusCode(200);
        assertThat(wanted(token, "[\"NONSENSE\"]", "false", null).status()).isEqualTo(400);
    }

    private static Wire.Answer wanted(String token, String permissions, String readOnly, Instant endsAt) {
        var end = endsAt == null ? "null" : "\"" + endsAt + "\"";
        return Wire.to(AURORA, "POST", "/api/v1/tokens")
                .header("Authorization", "Bearer " + token)
                .json("{\"name\":\"x\",\"permissions\":" + permissions + ",\"readOnly\":" + readOnly + ",\"endsAt\":"
                        + end + "}")
                .send();
    }

    private static String create(String userName, String form) {
        return secret(Browser.signedIn(AURORA, userName).post("/profile/tokens", "name=Programa&" + form));
    }

    private static String secret(Wire.Answer page) {
        var shown = SECRET.matcher(page.body());
        if (!shown.find()) throw new AssertionError(page.status() + " " + page.body());
        return shown.group(1);
    }

    private String manager() {
        var name = "manager-" + UUID.randomUUID();
        in(() -> {
            var member = members.create(
                    Actor.SYSTEM,
                    new NewMember(
                            name, "Manager", name + "@example.com", OrganizationRole.MEMBER, Tenant.PASSWORD, null));
            var space = Rows.one("select space_id from lienzo.channel where key = ?", AURORA.channelKey());
            teams.assign(UUID.fromString(space), member.id(), SpaceRole.MANAGER);
            return null;
        });
        return name;
    }

    private static java.util.Map<String, String> without(java.util.Map<String, String> prints) {
        prints.keySet().removeAll(Set.of("session", "visitor", "contact", "audit_entry", "api_token"));
        return prints;
    }

    private <T> T in(Callable<T> work) {
        return scope.call(organizations.named("aurora").orElseThrow(), work);
    }
}
