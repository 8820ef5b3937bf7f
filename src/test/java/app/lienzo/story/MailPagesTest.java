package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.LongRecords;
import app.lienzo.world.MailServer;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MailPagesTest {
    private static final String MAIL = "/organization/mail";
    private static Browsers browsers;

    @BeforeAll
    static void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"aurora, 1280, light", "aurora, 390, dark", "nimbus, 1280, dark", "nimbus, 390, light"})
    @DisplayName(
            "WCAG 2.2 AA: the screens of outgoing mail, on a phone and a desk, in light and dark, under both brands")
    void mail_can_be_set_up_by_everybody(String slug, int width, String scheme) {
        var faults = new ArrayList<String>();
        var page = browsers.person(width, scheme, "es-ES");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) faults.add("console: " + message.text());
        });
        var owner = Browser.signedIn(slug.equals("aurora") ? Tenant.AURORA : Tenant.NIMBUS, "owner");
        Browsers.signIn(page, slug, "owner");
        page.navigate(Browsers.address(slug) + MAIL + "/sender");
        ScreensTest.look(page, faults);
        owner.post(MAIL + "/settings", "port=587&from=" + Browser.encoded("hola@" + slug + "-tienda.example"));
        Pebble.clear(slug + "-tienda.example");
        Pebble.txt(slug + "-tienda.example", "v=spf1 include:_spf.elsewhere.example ~all");
        LongRecords.mx(slug + "-tienda.example", "mx." + slug + "-tienda.example");
        owner.post(MAIL + "/sender/check", "");
        for (var path : List.of(
                MAIL,
                MAIL + "/templates",
                MAIL + "/templates/mail-check/es",
                MAIL + "/settings",
                MAIL + "/sender",
                "/dev/mail")) {
            page.navigate(Browsers.address(slug) + path);
            ScreensTest.look(page, faults);
        }
        owner.post(MAIL + "/settings", "port=587");
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName(
            "BY-7: the page about the sender looks again by itself while it is open, and says so when all is in order")
    void the_sender_is_followed_live() {
        var domain = "vivo-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        var owner = Browser.signedIn(Tenant.NIMBUS, "owner");
        owner.post(MAIL + "/settings", "port=587&from=" + Browser.encoded("hola@" + domain));
        try {
            var page = browsers.signedIn("nimbus", "owner");
            page.clock().install();
            page.navigate(Browsers.address("nimbus") + MAIL + "/sender");
            assertThat(page.locator("#sender > .notice").getAttribute("class")).contains("warn");
            var key = Rows.one("select selector || ' ' || public_key from lienzo.sender_key where domain = ?", domain)
                    .split(" ");
            LongRecords.txt(key[0] + "._domainkey." + domain, "v=DKIM1; k=rsa; p=" + key[1]);
            Pebble.txt(domain, "v=spf1 include:spf.installation.example ~all");
            var good = page.locator("#sender > .notice.good");
            for (int i = 0; i < 20 && good.count() == 0; i++) {
                page.clock().fastForward(16_000);
                page.waitForTimeout(500);
            }
            good.waitFor();
            assertThat(page.content()).contains("hola@" + domain);
        } finally {
            owner.post(MAIL + "/settings", "port=587");
        }
    }

    @Test
    @DisplayName(
            "B2-4: the preview follows what is written, a placeholder goes where the cursor is, and a test arrives")
    void a_text_is_written_with_its_preview_beside_it() {
        var page = browsers.signedIn("aurora", "owner");
        page.navigate(Browsers.address("aurora") + MAIL + "/templates/mail-check/es");
        page.fill("#subject", "Jirafa para ");
        page.focus("#subject");
        page.keyboard().press("End");
        page.click("[data-insert=name]");
        assertThat(page.inputValue("#subject")).isEqualTo("Jirafa para {{name}}");
        page.fill("#body", "**Una jirafa** saluda\n\n[Ver]({{link}})");
        page.frameLocator("iframe[name=preview]")
                .locator("strong", new com.microsoft.playwright.FrameLocator.LocatorOptions().setHasText("Una jirafa"))
                .waitFor();
        page.click(".mail-preview button[value=text]");
        page.frameLocator("iframe[name=preview]").locator("pre").waitFor();
        page.click("button[formaction$='/test']");
        page.locator(".notice.good").waitFor();
        assertThat(MailServer.await(
                                "owner@aurora.example", mail -> mail.subject().startsWith("Jirafa"))
                        .html())
                .contains("Una jirafa</strong>");
        assertThat(page.inputValue("#body")).contains("Una jirafa");
    }
}
