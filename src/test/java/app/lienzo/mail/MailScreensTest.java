package app.lienzo.mail;

import static app.lienzo.world.Browser.encoded;
import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MailScreensTest {
    private static final String TEMPLATE = "/organization/mail/templates/mail-check/en";
    private static final String SETTINGS = "/organization/mail/settings";

    @Test
    @DisplayName("B2-4: an Owner writes an organization's own text, sees it, gets it as a test and goes back")
    void a_template_is_written_previewed_sent_and_reset() {
        var owner = Browser.signedIn(NIMBUS, "owner");
        assertThat(owner.get("/organization/mail/templates").body()).contains("mail-check");
        var text = "subject=" + encoded("Hi {{name}}, zebra") + "&body="
                + encoded("# Zebra\n\n**Hello** {{name}} [typed](https://typed.example/x)\n\n[Go]({{link}})");
        var preview = owner.post(TEMPLATE + "/preview", text);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains("<h1", "Zebra</h1>", "<strong", "data:image/png;base64,")
                .doesNotContain("{{");
        assertThat(preview.header("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'")
                .doesNotContain("script-src");
        assertThat(owner.post(TEMPLATE + "/preview", text + "&part=text").body())
                .contains("Zebra\n=====");
        assertThat(owner.post(TEMPLATE, text).status()).isEqualTo(303);
        assertThat(owner.get(TEMPLATE).body()).contains("Hi {{name}}, zebra", "/reset");
        assertThat(Browser.signedIn(AURORA, "owner").get(TEMPLATE).body()).doesNotContain("zebra");
        var sent = owner.post(TEMPLATE + "/test", text);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body()).contains("owner@nimbus.example");
        var mail = MailServer.await(
                "owner@nimbus.example", found -> found.subject().contains("zebra"));
        assertThat(mail.html()).contains("Zebra</h1>");
        assertThat(owner.get("/organization/mail").body()).contains("zebra").doesNotContain("typed.example");
        assertThat(owner.post(TEMPLATE + "/reset", "").status()).isEqualTo(303);
        assertThat(owner.get(TEMPLATE).body()).doesNotContain("zebra", "/reset");
        assertThat(Rows.list(
                        "select action from lienzo.audit_entry where tenant_id = ? and action like 'mail-template-%'",
                        Rows.id(NIMBUS)))
                .contains("mail-template-changed", "mail-template-reset");
    }

    @Test
    @DisplayName("X11: what is wrong in a template is said beside it, and what was typed is still there")
    void faults_are_shown_where_they_are() {
        var owner = Browser.signedIn(NIMBUS, "owner");
        var answer = owner.post(
                TEMPLATE, "subject=" + encoded("{{nobody}}") + "&body=" + encoded("{{#each}} <script>x</script>"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"subject-error\"", "id=\"body-error\"", "aria-invalid", "{{nobody}}", "{{link}}")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>x");
        assertThat(owner.get(TEMPLATE).body()).doesNotContain("nobody");
        assertThat(owner.get("/organization/mail/templates/no-such-kind/en").status())
                .isEqualTo(404);
        assertThat(owner.get("/organization/mail/templates/mail-check/fr").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("M11: a mail server is tested before it counts, and what failed is said in words")
    void a_server_is_tested() {
        var owner = Browser.signedIn(AURORA, "owner");
        var good = server("127.0.0.1", MailServer.port(), "NONE");
        assertThat(owner.post(SETTINGS + "/test", good).body()).contains("notice good");
        MailServer.await("owner@aurora.example", mail -> mail.header("From").contains("hola@aurora.example"));
        var away = owner.post(SETTINGS + "/test", server("127.0.0.1", 1, "NONE"));
        assertThat(away.body()).contains("El servidor no contesta");
        assertThat(owner.post(SETTINGS + "/test", server("127.0.0.1", MailServer.port(), "STARTTLS"))
                        .body())
                .contains("No se pudo cifrar");
        assertThat(owner.post(SETTINGS + "/test", server("no-such-host.invalid", 25, "NONE"))
                        .body())
                .contains("No se puede llegar a ese servidor");
        assertThat(owner.get(SETTINGS).body()).as("nothing was stored").doesNotContain("hola@aurora.example");
    }

    @Test
    @DisplayName("M06: settings take one name, one port and one address, and keep a password for nobody else")
    void settings_are_checked() {
        var owner = Browser.signedIn(NIMBUS, "owner");
        for (var wrong : List.of(
                "host=" + encoded("a.example\r\nQUIT") + "&port=25",
                "host=a.example&port=0",
                "host=a.example&port=99999",
                "host=a.example&port=25&user=me",
                "host=a.example&port=25&user=me&password=" + encoded("a\r\nb"),
                "replyTo=" + encoded("a@example.com\r\nBcc: b@example.com"),
                "replyTo=" + encoded("a@example.com, b@example.com"),
                "replyTo=" + encoded("Ana <a@example.com>"),
                "from=" + encoded("a@example.com, b@example.com"),
                "from=" + encoded("a@example.com\r\nBcc: b@example.com"))) {
            assertThat(owner.post(SETTINGS, wrong).status()).as(wrong).isEqualTo(422);
        }
        try {
            assertThat(owner.post(
                                    SETTINGS,
                                    "host=mail.nimbus.example&port=587&security=STARTTLS&user=me&password=Geheim12345")
                            .status())
                    .isEqualTo(303);
            assertThat(owner.get(SETTINGS).body())
                    .contains("mail.nimbus.example")
                    .doesNotContain("Geheim12345");
            assertThat(Rows.list("select t::text from lienzo.mail_settings t where t::text like '%Geheim%'"))
                    .isEmpty();
            assertThat(owner.post(SETTINGS + "/test", "host=evil.example&port=587&security=STARTTLS&user=me")
                            .status())
                    .as("the stored password for another server")
                    .isEqualTo(422);
        } finally {
            assertThat(owner.post(SETTINGS, "host=&port=587").status()).isEqualTo(303);
        }
        assertThat(Rows.list("select password from lienzo.mail_settings where tenant_id = ?", Rows.id(NIMBUS)))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"useradmin", "manager", "agent", "member"})
    @DisplayName("BY-6: mail is set up by Owners and nobody else")
    void only_owners_set_up_mail(String userName) {
        var member = Browser.signedIn(AURORA, userName);
        for (var path : List.of("/organization/mail", "/organization/mail/templates", TEMPLATE, SETTINGS)) {
            assertThat(member.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(member.post(SETTINGS, "host=evil.example&port=25").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("T01: the mailbox of development shows an organization's host its own mails, the platform's host all")
    void the_mailbox_of_development() {
        var owner = Browser.signedIn(AURORA, "owner");
        owner.post(
                "/organization/mail/templates/mail-check/es/test",
                "subject=Ornitorrinco&body=" + encoded("[Ver]({{link}})"));
        MailServer.await("owner@aurora.example", mail -> mail.subject().equals("Ornitorrinco"));
        Patience.until("the mail is in the mailbox", () -> mailbox().contains("Ornitorrinco"));
        var platform = mailbox();
        assertThat(platform).contains("Ornitorrinco");
        assertThat(Wire.to(NIMBUS, "GET", "/dev/mail").send().body()).doesNotContain("Ornitorrinco");
        var id = platform.replaceAll("(?s).*?/dev/mail/([0-9a-f-]{36})\"><b>Ornitorrinco.*", "$1");
        id = id.substring(Math.max(0, id.length() - 36));
        assertThat(Wire.to(AURORA, "GET", "/dev/mail/" + id + "/html").send().status())
                .isEqualTo(200);
        assertThat(Wire.to(NIMBUS, "GET", "/dev/mail/" + id + "/html").send().status())
                .isEqualTo(404);
    }

    private static String server(String host, int port, String security) {
        return "from=hola@aurora.example&host=" + host + "&port=" + port + "&security=" + security;
    }

    private static String mailbox() {
        return Wire.bare("GET", "/dev/mail").header("Host", "localhost").send().body();
    }
}
