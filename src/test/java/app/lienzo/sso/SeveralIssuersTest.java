package app.lienzo.sso;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Browser;
import app.lienzo.world.SignOn;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Providers of somebody else's making, several at once.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SeveralIssuersTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Inject
    TenantSql sql;

    @Inject
    Signals signals;

    private final MockOAuth2Server first = new MockOAuth2Server();
    private final MockOAuth2Server second = new MockOAuth2Server();

    @AfterAll
    void the_providers_close() {
        for (var tenant : List.of(AURORA, NIMBUS))
            scope.run(organizations.named(tenant.slug()).orElseThrow(), () -> {
                sql.update("delete from lienzo.sso_settings");
                signals.tell("sso", scope.organization().id());
            });
        first.shutdown();
        second.shutdown();
    }

    @Test
    @DisplayName(
            "A06, A07: issuers on one server and on two, with one client id: each opens the door of its own organization")
    void each_issuer_opens_its_own_door() throws Exception {
        first.start();
        second.start();
        var auroras = first.issuerUrl("people").toString();
        var nimbuses = first.issuerUrl("staff").toString();
        var moved = second.issuerUrl("people").toString();
        SignOn.of(AURORA).with(auroras, Map.of());
        SignOn.of(NIMBUS).with(nimbuses, Map.of());

        assertThat(comesIn(AURORA, first, "people")).isTrue();
        assertThat(comesIn(NIMBUS, first, "staff")).isTrue();
        // Somebody who was led to another provider by the same name on the way.
        assertThat(comesIn(
                        NIMBUS,
                        sentTo -> second.issuerUrl("staff") + "/authorize" + sentTo.substring(sentTo.indexOf('?'))))
                .isFalse();

        SignOn.of(AURORA).with(moved, Map.of());
        assertThat(comesIn(AURORA, second, "people")).isTrue();
        assertThat(comesIn(NIMBUS, first, "staff")).isTrue();
    }

    private static boolean comesIn(Tenant tenant, MockOAuth2Server server, String issuer) throws Exception {
        vouch(server, issuer);
        return comesIn(tenant, visit -> visit);
    }

    /// @param detour where the browser really goes
    private static boolean comesIn(Tenant tenant, java.util.function.UnaryOperator<String> detour)
            throws IOException, InterruptedException {
        var browser = Browser.at(tenant);
        var sentTo = browser.get("/sign-in/sso").header("location");
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(detour.apply(sentTo))).build(), HttpResponse.BodyHandlers.ofString());
        var back = URI.create(answer.headers().firstValue("location").orElseThrow());
        assertThat(back.getHost()).isEqualTo(tenant.host());
        browser.get(back.getRawPath() + "?" + back.getRawQuery());
        return browser.get("/profile").status() == 200;
    }

    private static void vouch(MockOAuth2Server server, String issuer) {
        var id = UUID.randomUUID().toString();
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                issuer,
                id,
                "JWT",
                null,
                Map.of("email", id + "@example.com", "email_verified", true, "name", "Somebody of " + issuer),
                300));
    }
}
