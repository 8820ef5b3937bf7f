package app.lienzo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.lienzo.world.Https;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class OwnDomainStoryTest {
    private static final double PATIENCE_MILLIS = 60_000;
    private static Browsers browsers;

    private final String host = "aurora.s" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @BeforeAll
    static void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @AfterEach
    void putBack() {
        Rows.list("delete from platform.site where host = ? returning host", host);
        Rows.list("delete from platform.acme_order where host = ? returning host", host);
    }

    @Test
    @DisplayName(
            "BY-5, N04: an Owner adds a domain, makes the records he is shown, sees it become active by itself, and opens it over HTTPS")
    void an_owner_brings_his_own_domain() {
        Pebble.a("edge.hosting.example", "127.0.0.1");
        var owner = browsers.signedIn("aurora", "owner");
        owner.navigate(Browsers.address("aurora") + "/organization/domains");
        owner.fill("#host", "https://" + host + "/welcome?x=1");
        owner.click("form[action='/organization/domains'] .btn-primary");
        assertThat(owner.locator("h1")).containsText(host);
        assertThat(owner.locator("#record-0-value")).hasText("edge.hosting.example");

        // The Owner's provider: what he copies from the page.
        Pebble.txt("_site-proof." + host, owner.locator("#record-1-value").textContent());
        Pebble.cname(host, owner.locator("#record-0-value").textContent());
        assertThat(owner.locator(".domains-now.good"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(owner.locator(".domains-tracks .tone-good")).hasCount(2);
        owner.reload();
        owner.click("form[action$='/primary'] button");
        assertThat(owner.locator("#primary")).containsText("principal");

        trusted(host);
        var visitor = browsers.trusting();
        visitor.navigate("https://" + host + ":" + Https.port() + "/sign-in");
        assertThat(visitor).hasTitle(Pattern.compile("Aurora"));
        assertThat(visitor.locator("img.on-light")).hasAttribute("alt", Pattern.compile("Aurora"));
        visitor.fill("#userName", "agent");
        visitor.fill("#password", Tenant.PASSWORD);
        visitor.click("form[action='/sign-in'] button");
        visitor.waitForURL("https://" + host + ":" + Https.port() + "/console*");

        renewed(host);
        visitor.reload();
        assertThat(visitor.locator("#list")).isVisible();

        owner.fill("#confirm", host);
        owner.click(".panel.danger .btn-danger");
        assertThat(owner.locator(".notice.good")).isVisible();
        org.assertj.core.api.Assertions.assertThat(Rows.list("select 1 from platform.site where host = ?", host))
                .isEmpty();
    }

    /// Its time has come: the next handshake shows another certificate, and nobody was sent away meanwhile.
    private static void renewed(String host) {
        try {
            var before = Https.shown(host).getSerialNumber();
            Rows.list(
                    "update platform.acme_order set renew_at = now() - interval '1 minute', next_action_at = now() where host = ? returning host",
                    host);
            var end = System.nanoTime()
                    + Duration.ofMillis((long) PATIENCE_MILLIS).toNanos();
            while (Https.shown(host).getSerialNumber().equals(before)) {
                if (System.nanoTime() > end) throw new AssertionError("Not renewed");
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What the host shows was issued by the authority and stands the look of a client that trusts it alone.
    private static void trusted(String host) {
        try (var connection = Https.connect(host)) {
            var chain = Arrays.stream(connection.getSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
            var parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(Pebble.authority().root(), null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            org.assertj.core.api.Assertions.assertThat(chain.getFirst().getSubjectAlternativeNames())
                    .anyMatch(name -> host.equals(name.get(1)));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
