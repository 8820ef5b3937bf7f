package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BrandLeakTest {
    private static final Pattern LINK =
            Pattern.compile("(?:href|src|action|hx-get|data-more)=[\"']([^\"'#]+)|url\\([\"']?([^)\"']+)");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\()\\s*['\"]([^'\"]+)['\"]");
    private static final int PAGES_MAX = 300;

    /// The platform, the framework and the kit: whose product it is built with is nobody's business on
    /// a tenant's host.
    private static final List<String> OURS = List.of("lienzo", "quarkus", "tabler", "vert.x", "resteasy");

    static Stream<org.junit.jupiter.params.provider.Arguments> tenants() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(AURORA, NIMBUS),
                org.junit.jupiter.params.provider.Arguments.of(NIMBUS, AURORA));
    }

    @ParameterizedTest
    @MethodSource("tenants")
    @DisplayName("BY-1: whatever a tenant's host answers names neither the platform nor another tenant")
    void nothing_names_the_platform_or_another_tenant(Tenant tenant, Tenant other) {
        var leaks = new ArrayList<String>();
        var session = sessionCookie(tenant);
        var seen = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(
                "/",
                "/sign-in",
                "/forgot",
                "/forgot/sent",
                "/set-password",
                "/set-password/done",
                "/confirm-email",
                "/confirm-email/done",
                "/profile/password",
                "/console",
                "/console?tray=closed",
                "/console?tray=in-progress",
                "/channels",
                "/profile",
                "/profile/access",
                "/api/docs",
                "/api/openapi.json",
                "/manifest.webmanifest",
                "/favicon.ico",
                "/widget.js",
                "/robots.txt",
                "/nowhere",
                "/api/v1/nowhere",
                "/api/v1/conversations",
                "/api/v1/me",
                "/console/conversations/nonsense",
                tenant.channel(),
                "/widget/v1/channels/nobody",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/dev-ui",
                "/webjars/htmx.org/2.0.10/dist/htmx.js",
                "/openapi",
                "/index.html",
                "/%00",
                "/..%2f..%2fetc/passwd"));
        while (!open.isEmpty() && seen.size() < PAGES_MAX) {
            var path = open.poll();
            if (!seen.add(path)) continue;
            for (var signedIn : List.of(true, false)) {
                var answer = get(tenant, path, signedIn ? session : null);
                leaks.addAll(leaks(tenant, other, path, answer));
                follow(path, answer).filter(next -> !seen.contains(next)).forEach(open::add);
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(seen).as("the crawl went somewhere").hasSizeGreaterThan(45);
    }

    private static List<String> leaks(Tenant tenant, Tenant other, String path, Response answer) {
        var found = new ArrayList<String>();
        var headers = answer.getHeaders().toString().toLowerCase(Locale.ROOT);
        var type = String.valueOf(answer.getContentType());
        // Pictures and fonts are looked at too: a name can hide in their meta data.
        var body = new String(answer.asByteArray(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (var name : OURS) {
            if (headers.contains(name)) found.add(path + " names " + name + " in a header");
            if (body.contains(name)) found.add(path + " (" + type + ") names " + name + ": " + around(body, name));
        }
        if (body.contains(other.slug()) || headers.contains(other.slug())) {
            found.add(path + " of " + tenant.slug() + " names " + other.slug() + ": " + around(body, other.slug()));
        }
        if (answer.statusCode() >= 500) found.add(path + " answered " + answer.statusCode());
        return found;
    }

    private static String around(String text, String name) {
        int at = Math.max(text.indexOf(name), 0);
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 60))
                .replaceAll("\\s+", " ");
    }

    private static Stream<String> follow(String path, Response answer) {
        var type = String.valueOf(answer.getContentType());
        var redirect = answer.getHeader("Location");
        var found = new ArrayList<String>();
        if (redirect != null) found.add(redirect.replaceAll("^https?://[^/]+", ""));
        if (type.contains("html") || type.contains("css") || type.contains("javascript")) {
            var body = answer.asString();
            LINK.matcher(body)
                    .results()
                    .forEach(match -> found.add(match.group(1) != null ? match.group(1) : match.group(2)));
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            IMPORT.matcher(body)
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> name.startsWith("./"))
                    .forEach(name -> found.add(folder + name.substring(2)));
        }
        return found.stream()
                .filter(link -> link.startsWith("/") && !link.startsWith("//"))
                .map(link -> link.replace("&amp;", "&"));
    }

    private static Response get(Tenant tenant, String path, @Nullable String session) {
        RequestSpecification request = tenant.anybody().urlEncodingEnabled(false);
        return (session == null ? request : request.cookie("__Host-session", session)).get(path);
    }

    private static String sessionCookie(Tenant tenant) {
        var page = tenant.anybody().get("/sign-in");
        var token = page.asString().replaceAll("(?s).*name=\"form-token\" value=\"([^\"]+)\".*", "$1");
        return tenant.anybody()
                .cookie("__Host-form", page.getCookie("__Host-form"))
                .formParam("form-token", token)
                .formParam("userName", "owner")
                .formParam("password", Tenant.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie("__Host-session");
    }
}
