package app.lienzo.shell;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Route;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every answer says to browsers and caches beside its content.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HeadersTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");

    @Test
    @DisplayName("H05: every kind of answer carries the whole set of headers, once each")
    void every_answer_has_its_headers() {
        answers().forEach((what, answer) -> {
            assertThat(answer.header("x-content-type-options")).as(what).isEqualTo("nosniff");
            assertThat(answer.header("referrer-policy")).as(what).isIn("same-origin", "no-referrer");
            assertThat(answer.header("cross-origin-opener-policy")).as(what).isEqualTo("same-origin");
            assertThat(answer.header("cross-origin-resource-policy")).as(what).isIn("same-origin", "cross-origin");
            assertThat(answer.header("permissions-policy")).as(what).contains("camera=()");
            assertThat(answer.header("cache-control")).as(what).isNotEmpty();
            policy(answer.header("content-security-policy"), what);
            for (var header : List.of(
                    "content-security-policy",
                    "x-content-type-options",
                    "referrer-policy",
                    "cache-control",
                    "content-type")) {
                assertThat(answer.all(header)).as("%s: %s", what, header).hasSizeLessThanOrEqualTo(1);
            }
            for (var telling : List.of("server", "x-powered-by", "via", "x-runtime"))
                assertThat(answer.all(telling)).as(what).isEmpty();
        });
    }

    @Test
    @DisplayName("T08: nothing of who is signed in is kept by a cache; only what is everybody's and hashed is")
    void caches_keep_what_is_everybodys() {
        var browser = Browser.signedIn(AURORA, "owner");
        var things = Things.of(AURORA);
        for (var route : Route.ofOrganizations()) {
            if (route.changes() || route.stream() || route.has(jakarta.annotation.security.PermitAll.class)) continue;
            var path = route.path(name -> things.get(
                    route.template().startsWith("/channels")
                            ? Things.Kind.CHANNEL
                            : route.template().contains("attachments/{id}")
                                    ? Things.Kind.FILE
                                    : Things.Kind.CONVERSATION));
            for (var request : List.of(
                    browser.request("GET", path),
                    browser.request("GET", path).header("HX-Request", "true"),
                    Wire.to(AURORA, "GET", path))) {
                var answer = request.send();
                if (answer.status() == 200 && route.template().contains("attachments"))
                    assertThat(answer.header("cache-control")).as("%s", route).startsWith("private");
                else
                    assertThat(answer.header("cache-control"))
                            .as("%s %d", route, answer.status())
                            .isEqualTo("no-store");
            }
        }
        for (var path : List.of("/", "/sign-in", "/nothing-here", AURORA.channel(), "/api/v1/me")) {
            assertThat(Wire.to(AURORA, "GET", path).send().header("cache-control"))
                    .as(path)
                    .isEqualTo("no-store");
        }
        for (var asset : addresses(Wire.to(AURORA, "GET", "/sign-in").send().body())) {
            var answer = Wire.to(AURORA, "GET", asset).send();
            if (!asset.startsWith("/assets/") && !asset.startsWith("/brand/")) continue;
            assertThat(answer.status()).as(asset).isEqualTo(200);
            assertThat(answer.header("cache-control")).as(asset).isEqualTo("public, max-age=31536000, immutable");
            assertThat(answer.all("set-cookie")).as(asset).isEmpty();
            var other = Wire.to(AURORA, "GET", asset.replaceFirst("/[0-9a-f]{8,}", "/0123456789ab"))
                    .send();
            assertThat(other.header("cache-control"))
                    .as("an old address: %s", asset)
                    .isEqualTo("no-store");
        }
    }

    @Test
    @DisplayName("T08: the same address on two hosts has nothing in common but what is everybody's")
    void two_hosts_share_no_byte() {
        var aurora = Browser.signedIn(AURORA, "owner");
        var nimbus = Browser.signedIn(NIMBUS, "owner");
        for (var path : List.of(
                "/",
                "/sign-in",
                "/profile",
                "/profile/access",
                "/channels",
                "/channels/live-chat/new",
                "/console",
                "/nothing-here",
                "/manifest.webmanifest",
                "/favicon.ico",
                "/api/docs",
                "/api/openapi.json",
                "/api/v1/me",
                "/api/v1/spaces",
                "/api/v1/channels",
                "/api/v1/conversations")) {
            for (var accept : List.of("text/html", "application/json", "*/*")) {
                for (var fragment : List.of(true, false)) {
                    for (boolean known : List.of(true, false)) {
                        var a = ask(AURORA, known ? aurora : null, path, accept, fragment);
                        var b = ask(NIMBUS, known ? nimbus : null, path, accept, fragment);
                        assertThat(a.body())
                                .as("%s at Aurora", path)
                                .doesNotContain("Nimbus")
                                .doesNotContain("nimbus")
                                .doesNotContain("Nora Quinn");
                        assertThat(b.body())
                                .as("%s at Nimbus", path)
                                .doesNotContain("Aurora")
                                .doesNotContain("aurora")
                                .doesNotContain("Olivia Ortega");
                        if (!a.header("etag").isEmpty())
                            assertThat(a.header("etag")).as(path).isNotEqualTo(b.header("etag"));
                    }
                }
            }
        }
        for (var address : addresses(Wire.to(AURORA, "GET", "/sign-in").send().body())) {
            if (address.startsWith("/brand/"))
                assertThat(Wire.to(NIMBUS, "GET", address).send().status())
                        .as(address)
                        .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("T08: one tenant's tag does not make the other's answer \"unchanged\"")
    void a_tag_is_worth_something_at_home_only() {
        for (var path : List.of("/manifest.webmanifest", "/favicon.ico")) {
            var tag = Wire.to(AURORA, "GET", path).send().header("etag");
            assertThat(Wire.to(AURORA, "GET", path)
                            .header("If-None-Match", tag)
                            .send()
                            .status())
                    .as(path)
                    .isEqualTo(304);
            assertThat(Wire.to(NIMBUS, "GET", path)
                            .header("If-None-Match", tag)
                            .send()
                            .status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static Wire.Answer ask(
            Tenant tenant, @Nullable Browser browser, String path, String accept, boolean fragment) {
        var request = browser == null ? Wire.to(tenant, "GET", path) : browser.request("GET", path);
        request.header("Accept", accept);
        return fragment ? request.header("HX-Request", "true").send() : request.send();
    }

    private static Map<String, Wire.Answer> answers() {
        var browser = Browser.signedIn(AURORA, "owner");
        var things = Things.of(AURORA);
        var file = AURORA.visitor()
                .request()
                .multiPart("file", "a.txt", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(AURORA.channel() + "/attachments");
        var all = new LinkedHashMap<String, Wire.Answer>();
        for (var path : List.of(
                "/",
                "/sign-in",
                "/profile",
                "/console",
                "/channels",
                "/console/conversations/" + things.get(Things.Kind.CONVERSATION),
                "/nothing-here",
                "/api/docs",
                "/api/openapi.json",
                "/manifest.webmanifest",
                "/favicon.ico",
                "/widget.js",
                AURORA.channel(),
                "/webjars/x",
                "/q/health",
                "/console/attachments/" + things.get(Things.Kind.FILE),
                "/channels/not-an-id",
                "/console/nothing")) {
            all.put("page " + path, browser.get(path));
            all.put(
                    "fragment " + path,
                    browser.request("GET", path).header("HX-Request", "true").send());
            all.put("anonymous " + path, Wire.to(AURORA, "GET", path).send());
            all.put("head " + path, Wire.to(AURORA, "HEAD", path).send());
            all.put(
                    "nobody's host " + path,
                    Wire.bare("GET", path).header("Host", "evil.example").send());
            all.put(
                    "platform " + path,
                    Wire.bare("GET", path).header("Host", "localhost").send());
        }
        for (var path : addresses(Wire.to(AURORA, "GET", "/sign-in").send().body()))
            all.put("asset " + path, Wire.to(AURORA, "GET", path).send());
        all.put(
                "attachment",
                Wire.to(AURORA, "GET", file.<String>path("url").replaceFirst("^https?://[^/]*", ""))
                        .send());
        all.put("forbidden form", Wire.to(AURORA, "POST", "/sign-out").form("").send());
        all.put(
                "bad JSON",
                Wire.to(AURORA, "POST", "/api/v1/sessions").json("{").send());
        all.put(
                "refused origin",
                Wire.to(AURORA, "GET", AURORA.channel())
                        .header("Origin", "https://evil.example")
                        .send());
        all.put(
                "preflight",
                Wire.to(AURORA, "OPTIONS", AURORA.channel())
                        .header("Origin", Tenant.SHOP)
                        .send());
        all.put("method", Wire.to(AURORA, "DELETE", "/sign-in").send());
        all.put(
                "unreadable host",
                Wire.bare("GET", "/").header("Host", "аurora.localhost").send());
        all.put(
                "too large",
                Wire.to(AURORA, "POST", "/api/v1/sessions")
                        .header("Content-Type", "application/json")
                        .header("Content-Length", "99999999")
                        .send());
        return all;
    }

    private static void policy(String policy, String what) {
        assertThat(policy)
                .as(what)
                .contains("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("*")
                .doesNotContain("http:");
        if (policy.contains("sandbox")) return;
        assertThat(policy)
                .as(what)
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .contains("script-src 'self'");
    }

    private static List<String> addresses(String page) {
        var found = new ArrayList<String>();
        var matcher = ADDRESS.matcher(page);
        while (matcher.find()) found.add(matcher.group(1));
        assertThat(found).isNotEmpty();
        return found;
    }
}
