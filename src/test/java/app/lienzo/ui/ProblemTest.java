package app.lienzo.ui;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import app.lienzo.world.Attempt;
import app.lienzo.world.Browser;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Requests that no page of ours makes: whatever comes in, what goes out is clear and tells nothing of the inside.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProblemTest {
    /// What would tell of the inside.
    private static final List<String> INSIDE = List.of(
            "Exception",
            "exception",
            "\tat ",
            "app.lienzo",
            "io.quarkus",
            "io.vertx",
            "jakarta.",
            "java.",
            "org.postgresql",
            "org.hibernate",
            "SQLState",
            "SELECT ",
            "select ",
            "lienzo.message",
            "tenant_id",
            "com.fasterxml",
            "Jackson",
            "Quarkus",
            "Vert.x",
            "resteasy",
            "Netty",
            "stack");

    @Test
    @DisplayName("H01: a protected path in any disguise shows nobody what is behind it")
    void disguised_paths_stay_closed() {
        var things = Things.of(AURORA);
        var paths = new TreeSet<String>();
        for (var route : Route.ofOrganizations()) {
            if (route.verb().equals("GET") && !route.has(PermitAll.class) && !route.stream())
                paths.add(Attempt.of(route, anonymous(), things).target().replaceAll("\\?.*", ""));
        }
        assertThat(paths).hasSizeGreaterThan(8);
        for (var path : paths) {
            for (var disguise : disguises(path)) {
                for (var cookie : List.of("", "__Host-session=x", "__Host-session=aurora-owner-token")) {
                    var request = Wire.to(AURORA, "GET", disguise);
                    var answer = (cookie.isEmpty() ? request : request.header("Cookie", cookie)).send();
                    assertThat(answer.status() / 100).as(disguise).isNotEqualTo(2);
                    assertThat(answer.body())
                            .as(disguise)
                            .doesNotContain(things.marker())
                            .doesNotContain("Olivia Ortega");
                    tellsNothing(answer, disguise);
                }
            }
        }
    }

    @Test
    @DisplayName("H02: what a route does not offer it does not do, whatever method is asked for or claimed")
    void other_methods_do_nothing() {
        var owner = new Attempt.Person(AURORA, Browser.signedIn(AURORA, "owner"), AURORA.token("owner"));
        var things = Things.of(AURORA);
        var offered = new TreeMap<String, Set<String>>();
        for (var route : Route.ofOrganizations())
            offered.computeIfAbsent(route.template(), _ -> new TreeSet<>()).add(route.verb());
        var before = quiet(Rows.fingerprint(AURORA));
        for (var route : Route.ofOrganizations()) {
            if (!route.changes()) continue;
            var target = Attempt.of(route, owner, things).target();
            for (var method :
                    List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "POST", "OPTIONS", "TRACE", "PROPFIND", "FOO")) {
                var verbs = offered.get(route.template());
                if (verbs.contains(method) || (method.equals("HEAD") && verbs.contains("GET"))) continue;
                var answer = authorised(owner, method, target, route)
                        .header("Content-Length", "0")
                        .send();
                if (method.equals("OPTIONS"))
                    assertThat(answer.status()).as("%s %s", method, target).isIn(200, 204, 404, 405);
                else assertThat(answer.status()).as("%s %s", method, target).isIn(400, 404, 405, 501);
                tellsNothing(answer, method + target);
            }
            for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                authorised(owner, "GET", target + "?_method=" + route.verb(), route)
                        .header(header, route.verb())
                        .send();
            }
        }
        assertThat(quiet(Rows.fingerprint(AURORA))).isEqualTo(before);
    }

    @Test
    @DisplayName("H10: whatever stands in a query is a value and never a part of a statement")
    void queries_are_values() {
        AURORA.talk("hola mundo");
        var owner = new Attempt.Person(AURORA, Browser.signedIn(AURORA, "owner"), "aurora-owner-token");
        var things = Things.of(AURORA);
        var values = List.of(
                "'",
                "''",
                "\"",
                "' or '1'='1",
                "1; drop table message",
                "1 or 1=1",
                "-1",
                "0",
                "1e9",
                "1000000000",
                "999999999999999999999",
                "2147483648",
                "NaN",
                "null",
                "[]",
                "{}",
                "$where",
                "%",
                "_",
                "\\",
                "%00",
                "\u0000",
                "a\u0000b",
                "\u202e",
                "\ud83d\ude00",
                "x".repeat(2_000),
                "../../etc/passwd",
                "{{7*7}}",
                "${7*7}",
                "<script>alert(1)</script>",
                "a,b",
                "name desc",
                "password_hash",
                "tenant_id",
                "--",
                "/*",
                "()",
                "pg_sleep(15)",
                "';select pg_sleep(15)--",
                cursor("31556889864403199.0."),
                cursor("-31557014167219200.0."),
                cursor("1.-1."),
                cursor("1.999999999999."),
                cursor("x.y."),
                cursor("9223372036854775807.0."),
                "!!!!",
                "AAAA",
                " ");
        int asked = 0;
        for (var route : Route.ofOrganizations()) {
            if (!route.verb().equals("GET") || route.query().isEmpty()) continue;
            for (var name : route.query()) {
                for (var value : values) {
                    long start = System.nanoTime();
                    var answer =
                            Attempt.of(route, owner, things).put(name, value).send();
                    var what = route + " " + name + "=" + value;
                    assertThat(answer.status()).as(what).isLessThan(500);
                    assertThat(System.nanoTime() - start).as(what).isLessThan(12_000_000_000L);
                    assertThat(answer.body()).as(what).doesNotContain("<script>alert(1)");
                    // A page shows what was typed again; everything beside it tells nothing.
                    if (answer.status() >= 400) tellsNothing(answer.body().replace(escaped(value), ""), what);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        for (var q : List.of("%", "_", "\\", "%%", "' or '1'='1")) {
            AURORA.owner()
                    .queryParam("q", q)
                    .get("/api/v1/conversations")
                    .then()
                    .statusCode(200)
                    .body("items.preview", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem("hola mundo")));
        }
        for (var limit : List.of("0", "-1", "101", "1000000000"))
            AURORA.owner()
                    .queryParam("limit", limit)
                    .get("/api/v1/conversations")
                    .then()
                    .statusCode(422);
        for (var limit : List.of("x", "1e3", "99999999999"))
            AURORA.owner()
                    .queryParam("limit", limit)
                    .get("/api/v1/conversations")
                    .then()
                    .statusCode(400);
    }

    @Test
    @DisplayName("H11: a body that cannot be read is a problem document that says so")
    void unreadable_bodies_are_problems() {
        var visitor = AURORA.visitor();
        var bodies = List.of(
                "",
                "{",
                "[",
                "null",
                "\"x\"",
                "1",
                "[]",
                "{}",
                "{\"a\":",
                "{\"text\":}",
                "{'text':'x'}",
                "{\"text\":\"x\",}",
                "<xml/>",
                "\u0000",
                "{\"text\":{\"a\":1}}",
                "{\"text\":[1]}",
                "{\"attachments\":\"x\"}",
                "{\"attachments\":[\"x\"]}",
                "{\"attachments\":[null]}",
                "{\"clientId\":12,\"text\":null}",
                "{\"seen\":\"x\",\"text\":\"x\"}",
                "{\"seen\":1e400,\"text\":\"x\"}",
                "{\"member\":\"x\"}",
                "{\"channel\":1}",
                "{\"typing\":\"x\"}",
                "{\"seq\":1e99}",
                "{\"seq\":\"x\"}",
                "{\"identity\":{}}",
                "{\"identity\":[]}",
                "{\"contact\":null}",
                "{\"contact\":[]}",
                "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"@class\":\"java.lang.Runtime\"}",
                "{\"userName\":null,\"password\":null}",
                "{\"userName\":{},\"password\":[]}",
                "{\"text\":\"" + "x".repeat(300_000) + "\"}");
        var owner = new Attempt.Person(AURORA, Browser.at(AURORA), "aurora-owner-token");
        var talk = AURORA.talk("Hola").takenBy(AURORA.owner());
        var before = Rows.one("select count(*) from lienzo.message where conversation_id = ?::uuid", talk.id());
        for (var route : Route.ofOrganizations()) {
            if (!(route.body() instanceof Route.Body.Json)) continue;
            var target = route.path(name -> name.equals("key") ? "aurora-chat" : talk.id());
            for (var body : bodies) {
                var request = Wire.to(AURORA, route.verb(), target).json(body);
                var answer = (route.page() || route.template().startsWith("/widget/")
                                ? request.header("Origin", SHOP).header("Authorization", "Bearer " + visitor.token())
                                : request.header("Authorization", "Bearer " + owner.token()))
                        .send();
                var what = route + " " + (body.length() > 80 ? body.substring(0, 80) : body);
                assertThat(answer.status()).as(what).isIn(200, 201, 204, 400, 403, 404, 413, 422, 429);
                // The id is a conversation's: nothing else is found by it, whatever is sent along.
                if (route.template().contains("/conversations/"))
                    assertThat(answer.status()).as(what).isNotEqualTo(404);
                if (answer.status() >= 400) problem(answer, what);
            }
            for (var bytes : List.of(
                    new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0},
                    new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'},
                    "{\"x\":\"ñ\"}".getBytes(StandardCharsets.UTF_16))) {
                var answer = Wire.to(AURORA, route.verb(), target)
                        .header("Origin", SHOP)
                        .header(
                                "Authorization",
                                "Bearer " + (route.template().startsWith("/widget/") ? visitor.token() : owner.token()))
                        .body("application/json", bytes)
                        .send();
                // Well-formed JSON in UTF-16 is JSON (RFC 4627, section 3), so what needs no field may succeed.
                assertThat(answer.status()).as("%s with odd bytes", route).isIn(200, 201, 204, 400, 404, 422, 429);
            }
            for (var type : List.of(
                    "application/json; charset=nonsense",
                    "application/json; charset=utf-7",
                    "application/xml",
                    "text/html",
                    "nonsense",
                    "application/",
                    "*/*",
                    ";;;",
                    "application/json, text/plain")) {
                var answer = Wire.to(AURORA, route.verb(), target)
                        .header("Origin", SHOP)
                        .header(
                                "Authorization",
                                "Bearer " + (route.template().startsWith("/widget/") ? visitor.token() : owner.token()))
                        .body(type, "{}")
                        .send();
                assertThat(answer.status()).as("%s as %s", route, type).isBetween(200, 499);
                if (answer.status() >= 400) problem(answer, route + " as " + type);
            }
        }
        assertThat(Rows.one("select count(*) from lienzo.message where conversation_id = ?::uuid", talk.id()))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("H11: uploads that are none, and bodies beyond every limit, are problems too")
    void uploads_that_are_none_are_problems() {
        var visitor = AURORA.visitor();
        for (var path : List.of(AURORA.channel() + "/attachments", "/api/v1/attachments")) {
            var token = path.startsWith("/api") ? "aurora-agent-token" : visitor.token();
            var bodies = Map.of(
                    "no part", "--x--\r\n",
                    "garbage", "garbage",
                    "unfinished", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhello",
                    "another field", "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nhello\r\n--x--\r\n",
                    "no file", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhello\r\n--x--\r\n",
                    "no disposition", "--x\r\n\r\nhello\r\n--x--\r\n",
                    "empty", "");
            bodies.forEach((name, body) -> {
                var answer = Wire.to(AURORA, "POST", path)
                        .header("Origin", SHOP)
                        .header("Authorization", "Bearer " + token)
                        .body("multipart/form-data; boundary=x", body)
                        .send();
                assertThat(answer.status()).as("%s: %s", path, name).isIn(400, 413, 415, 422);
                problem(answer, path + ": " + name);
            });
            for (var type : List.of(
                    "multipart/form-data", "multipart/mixed; boundary=x", "text/plain", "application/octet-stream")) {
                var answer = Wire.to(AURORA, "POST", path)
                        .header("Origin", SHOP)
                        .header("Authorization", "Bearer " + token)
                        .body(type, "hello")
                        .send();
                assertThat(answer.status()).as("%s: %s", path, type).isIn(400, 415, 422);
                problem(answer, path + ": " + type);
            }
        }
        for (var path : List.of("/api/v1/sessions", "/api/v1/attachments", AURORA.channel() + "/messages")) {
            var answer = Wire.to(AURORA, "POST", path)
                    .header("Authorization", "Bearer aurora-agent-token")
                    .header("Content-Type", "application/json")
                    .header("Content-Length", "50000000")
                    .send();
            assertThat(answer.status()).as(path).isEqualTo(413);
            problem(answer, path);
        }
        var form = Browser.at(AURORA).post("/sign-in", "userName=" + "x".repeat(400_000) + "&password=x");
        assertThat(form.status()).isIn(400, 413);
        tellsNothing(form, "large form");
    }

    @Test
    @DisplayName(
            "H11: an address that is none is a page under the brand, for programs a problem document; both in the reader's language")
    void unknown_addresses_are_answered_in_style() {
        for (var path : List.of(
                "/nothing-here",
                "/console/nothing",
                "/channels/x/y",
                "/profile/nothing",
                "/sign-in/x",
                "/index.html",
                "/META-INF/MANIFEST.MF",
                "/application.properties",
                "/.git/config",
                "/.env",
                "/assets/",
                "/brand/",
                "/webjars/htmx.org/")) {
            var page = Wire.to(NIMBUS, "GET", path)
                    .header("Accept", "text/html")
                    .header("Accept-Language", "pt")
                    .send();
            assertThat(page.status()).as(path).isIn(404, 303);
            tellsNothing(page, path);
        }
        var page = Wire.to(NIMBUS, "GET", "/nothing-here")
                .header("Accept", "text/html")
                .header("Accept-Language", "pt")
                .send();
        assertThat(page.body()).contains("Nimbus").contains("lang=\"pt\"");
        for (var path : List.of(
                "/api/v1/nothing", "/api/nothing", "/api/v1/conversations/x/y/z", "/widget/v1/nothing", "/api/v2/me")) {
            for (var method : List.of("GET", "POST", "DELETE")) {
                var answer = Wire.to(NIMBUS, method, path)
                        .header("Authorization", "Bearer nimbus-owner-token")
                        .header("Content-Length", "0")
                        .send();
                assertThat(answer.status()).as(path).isIn(404, 405);
                problem(answer, method + path);
            }
        }
        for (var language :
                List.of("es", "en", "pt", "*", "xx", "es;q=x", ",,,", "a".repeat(2_000), "en-GB,en;q=0.9", "\u0001")) {
            assertThat(Wire.to(NIMBUS, "GET", "/nothing-here")
                            .header("Accept", "text/html")
                            .header("Accept-Language", language)
                            .send()
                            .status())
                    .as(language)
                    .isIn(400, 404);
        }
        for (var odd : List.of(
                "/%",
                "/%zz",
                "/%c0%ae",
                "/%ff",
                "/\u0000",
                "/?%",
                "/?a=%zz",
                "/sign-in?next=%zz",
                "/sign-in?next=%ff",
                "/" + "a".repeat(3_500),
                "/?" + "a=b&".repeat(900),
                "//",
                "/..",
                "/../../etc/passwd",
                "*")) {
            var answer = Wire.to(NIMBUS, "GET", odd).send();
            assertThat(answer.status()).as(odd).isBetween(200, 499);
            tellsNothing(answer, odd);
        }
    }

    @Test
    void a_problem_says_where_a_rule_is_broken() {
        AURORA.owner()
                .contentType("application/json")
                .body("{\"requester\":{},\"tags\":[null]}")
                .post("/api/v1/tickets")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("#/space", "#/subject", "#/tags/0"))
                .body("errors.find { it.pointer == '#/subject' }.code", equalTo("not-null"));
    }

    @Test
    @DisplayName("H11: a problem names its request and nothing else")
    void a_problem_names_its_request() {
        var first = Wire.to(AURORA, "GET", "/api/v1/conversations/" + UUID.randomUUID())
                .header("Authorization", "Bearer aurora-owner-token")
                .send();
        var second = Wire.to(AURORA, "GET", "/api/v1/conversations/" + UUID.randomUUID())
                .header("Authorization", "Bearer aurora-owner-token")
                .send();
        problem(first, "first");
        assertThat(JsonPath.from(first.body()).getMap("").keySet())
                .isEqualTo(Set.of("type", "title", "status", "detail", "instance"));
        assertThat(JsonPath.from(first.body()).getString("instance"))
                .isNotBlank()
                .isNotEqualTo(JsonPath.from(second.body()).getString("instance"));
    }

    private static void problem(Wire.Answer answer, String what) {
        assertThat(answer.header("content-type")).as(what).startsWith("application/problem+json");
        var problem = JsonPath.from(answer.body());
        assertThat(problem.getInt("status")).as(what).isEqualTo(answer.status());
        assertThat(problem.getString("type")).as(what).startsWith("/problems/");
        assertThat(problem.getString("title")).as(what).isNotBlank();
        assertThat(problem.getString("detail")).as(what).isNotBlank();
        tellsNothing(answer, what);
    }

    private static void tellsNothing(Wire.Answer answer, String what) {
        // The product's own scripts and pages may use such words; a problem may not.
        if (answer.status() >= 400) tellsNothing(answer.body(), what);
    }

    private static void tellsNothing(String body, String what) {
        // Names of pictures in menus are no words.
        var told = body.replaceAll("ti-[a-z0-9-]+", "");
        var said = told.replace("<select ", "");
        for (var word : INSIDE) assertThat(said).as(what).doesNotContain(word);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Attempt.Person anonymous() {
        return Attempt.Person.anonymous(AURORA);
    }

    private static Wire.Request authorised(Attempt.Person person, String method, String target, Route route) {
        if (!route.page()) return Wire.to(AURORA, method, target).header("Authorization", "Bearer " + person.token());
        return person.browser()
                .request(method, target)
                .header("X-Form-Token", person.browser().token());
    }

    private static List<String> disguises(String path) {
        var name = path.substring(1);
        var middle = path.lastIndexOf('/');
        var found = new ArrayList<>(List.of(
                path,
                path + ";x",
                path + ";x=y",
                path + "%3Bx",
                "/" + path,
                "/." + path,
                "/%2e" + path,
                path + "%2F",
                path + "/",
                path + "//",
                "/a%2F.." + path,
                "/a/.." + path,
                "/sign-in/.." + path,
                "/sign-in%2F.." + path,
                "/assets/.." + path,
                "/widget/v1/.." + path,
                "\\" + name,
                "/" + name.toUpperCase(),
                path + "%00",
                path + "%20",
                path + ".html",
                path + ".json",
                path + ".css",
                path + "?x",
                path + "#x",
                path + "%23",
                path + "%3F",
                "/;x" + path,
                "/;/" + name,
                "/%2F" + name,
                "/." + ";" + path,
                "/%252e%252e" + path,
                path + "/..;/",
                "http://aurora.localhost" + path,
                "/api/.." + path,
                "/api/v1/../.." + path,
                path + "/.",
                path + "/%2e",
                "/%5c" + name,
                path + "~",
                path + "\\"));
        if (middle > 0) {
            found.add(path.substring(0, middle) + ";x" + path.substring(middle));
            found.add(path.substring(0, middle) + "%2F" + path.substring(middle + 1));
            found.add(path.substring(0, middle) + "/" + path.substring(middle));
            found.add(path.substring(0, middle) + "/x/.." + path.substring(middle));
        }
        return found;
    }

    private static String cursor(String begin) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((begin + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> quiet(Map<String, String> prints) {
        prints.keySet().removeAll(Set.of("session", "visitor", "contact"));
        return prints;
    }
}
