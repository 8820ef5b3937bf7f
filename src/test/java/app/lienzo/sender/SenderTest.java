package app.lienzo.sender;

import static app.lienzo.world.Browser.encoded;
import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.mail.Bulletin;
import app.lienzo.mail.BulletinFate;
import app.lienzo.mail.BulletinService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.LongRecords;
import app.lienzo.world.MailServer;
import app.lienzo.world.MailServer.Mail;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SenderTest {
    private static final String SETTINGS = "/organization/mail/settings";
    private static final String SENDER = "/organization/mail/sender";
    private static final String NEUTRAL = "no-reply@nimbus.localhost";

    @Inject
    WatchSender watch;

    @Inject
    BulletinService bulletins;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    private String domain = "";
    private Browser owner;

    @BeforeEach
    void a_domain_of_its_own() {
        domain = "s" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        owner = Browser.signedIn(NIMBUS, "owner");
        owner.post(SETTINGS, "port=587");
    }

    @AfterEach
    void no_own_sender() {
        owner.post(SETTINGS, "port=587");
        Browser.signedIn(AURORA, "owner").post(SETTINGS, "port=587");
        Pebble.clear(domain);
    }

    @Test
    @DisplayName("BY-7: until it is proved, mails go out under the neutral sender with answers to the organization;"
            + " then under its own, signed, and back again when it breaks, of which the Owners hear")
    void a_sender_is_proved_and_breaks() throws Exception {
        name("hola@" + domain, "ayuda@" + domain);
        var mail = mail();
        assertThat(mail.header("From")).isEqualTo("Nimbus <" + NEUTRAL + ">");
        assertThat(mail.header("Reply-To")).isEqualTo("ayuda@" + domain);
        assertThat(mail.header("DKIM-Signature")).isEmpty();
        assertThat(mail.header("Return-Path")).contains(NEUTRAL);
        assertThat(owner.get(SETTINGS).body()).contains("notice warn", NEUTRAL, "ayuda@" + domain);
        check();
        assertThat(owner.get(SENDER).body())
                .contains("v=spf1 include:spf.installation.example ~all", selector() + "._domainkey." + domain)
                .contains("v=DKIM1; k=rsa; p=", "_dmarc." + domain, NEUTRAL)
                .as("reading asks nobody: whoever follows links checks nothing")
                .contains("hx-post=\"" + SENDER + "/check\"")
                .doesNotContain("look=1");

        publish(selector());
        assertThat(state()).isEqualTo("false");
        check();
        assertThat(state()).as("the signature alone").isEqualTo("false");
        Pebble.txt(domain, "v=spf1 include:spf.installation.example -all");
        check();
        assertThat(state()).isEqualTo("true");
        assertThat(owner.get(SENDER).body()).contains("notice good", "hola@" + domain);
        assertThat(owner.get(SETTINGS).body()).doesNotContain("notice warn");
        var own = mail();
        assertThat(own.header("From")).isEqualTo("Nimbus <hola@" + domain + ">");
        assertThat(own.header("Reply-To")).isEqualTo("ayuda@" + domain);
        assertThat(own.header("Return-Path")).contains("hola@" + domain);
        verify(own, selector());

        LongRecords.clear(selector() + "._domainkey." + domain);
        check();
        assertThat(state()).isEqualTo("false");
        var told =
                MailServer.await("owner@nimbus.example", found -> found.text().contains(domain));
        assertThat(told.header("From")).contains(NEUTRAL);
        assertThat(told.link()).isEqualTo("https://nimbus.localhost/organization/mail/sender");
        assertThat(mail().header("From")).contains(NEUTRAL);
        assertThat(actions()).contains("sender-proved", "sender-broken", "sender-key-switched");
        assertThat(owner.get(SENDER).body()).contains("id=\"history\"");
    }

    @Test
    @DisplayName("BY-7, failure mode 6: a name server that fails breaks nothing")
    void could_not_ask_is_not_broken() {
        proved();
        LongRecords.clear(selector() + "._domainkey." + domain);
        Pebble.servfail(selector() + "._domainkey." + domain);
        Pebble.servfail(domain);
        check();
        assertThat(state()).isEqualTo("true");
        assertThat(owner.get(SENDER).body()).contains("notice good");
        assertThat(mail().header("From")).contains("hola@" + domain);
        Pebble.clear(selector() + "._domainkey." + domain);
        check();
        assertThat(state()).as("now it is said that it is not there").isEqualTo("false");
    }

    @Test
    @DisplayName("BY-7: another key takes over when DNS shows it, and not before; the old one stays for a while")
    void keys_are_rotated() throws Exception {
        proved();
        var first = selector();
        assertThat(owner.post(SENDER + "/keys", "").status()).isEqualTo(303);
        assertThat(owner.post(SENDER + "/keys", "").status()).as("a third one").isEqualTo(409);
        var second = selector();
        assertThat(second).isNotEqualTo(first);
        check();
        verify(mail(), first);
        publish(second);
        check();
        assertThat(keys()).containsExactlyInAnyOrder(first + " OLD true", second + " ACTIVE false");
        verify(mail(), second);
        assertThat(owner.get(SENDER).body()).contains(first, second);
        LongRecords.clear(first + "._domainkey." + domain);
        check();
        assertThat(state()).as("nobody needs the old one").isEqualTo("true");
        assertThat(owner.post(SENDER + "/keys", "").status()).isEqualTo(303);
        assertThat(owner.post(SENDER + "/keys/drop", "").status()).isEqualTo(303);
        assertThat(owner.post(SENDER + "/keys/drop", "").status()).isEqualTo(409);
        assertThat(actions()).contains("sender-key-made", "sender-key-dropped");
    }

    @Test
    @DisplayName(
            "BY-7: an old key goes when its time is over, and a sender that nobody looks at is checked all the same")
    void what_is_due_is_done() {
        proved();
        var first = selector();
        owner.post(SENDER + "/keys", "");
        publish(selector());
        check();
        LongRecords.clear(selector() + "._domainkey." + domain);
        inNimbus(watch::run);
        assertThat(keys()).as("not yet").hasSize(2);
        assertThat(state()).as("not yet").isEqualTo("true");
        Rows.list("update lienzo.sender_key set retire_at = now() where selector = ? returning id", first);
        Rows.list("update lienzo.sender set next_check_at = now() where domain = ? returning domain", domain);
        inNimbus(watch::run);
        assertThat(keys()).containsExactly(selector() + " ACTIVE false");
        assertThat(state()).isEqualTo("false");
        assertThat(actions()).contains("sender-key-retired");
    }

    private void inNimbus(Runnable work) {
        scope.run(organizations.named("nimbus").orElseThrow(), work);
    }

    @Test
    @DisplayName("T09: what one organization proved proves nothing for another, though it names the same address")
    void a_proof_is_ones_own() {
        proved();
        var other = Browser.signedIn(AURORA, "owner");
        assertThat(other.post(SETTINGS, "port=587&from=" + encoded("hola@" + domain))
                        .status())
                .isEqualTo(303);
        other.post(SENDER + "/check", "");
        assertThat(other.get(SENDER).body())
                .contains("notice warn", "no-reply@aurora.localhost")
                .doesNotContain(selector());
        assertThat(mail(other, AURORA).header("From")).isEqualTo("Aurora <no-reply@aurora.localhost>");
        assertThat(mail().header("From")).contains("hola@" + domain);
    }

    @Test
    @DisplayName("BY-7: an own server carries the own address at once, and the page warns")
    void an_own_server_counts() {
        var server = "host=127.0.0.1&security=NONE&port=" + MailServer.port();
        assertThat(owner.post(SETTINGS, server + "&from=" + encoded("hola@" + domain))
                        .status())
                .isEqualTo(303);
        var mail = mail();
        assertThat(mail.header("From")).isEqualTo("Nimbus <hola@" + domain + ">");
        assertThat(mail.header("DKIM-Signature")).as("DNS shows no key").isEmpty();
        assertThat(owner.get(SENDER).body()).contains("notice warn", "hola@" + domain);
    }

    @Test
    @DisplayName("BY-7: another domain has to be proved anew, with another key")
    void another_domain_begins_anew() {
        proved();
        var before = selector();
        name("hola@otra-" + domain, "");
        assertThat(mail().header("From")).contains(NEUTRAL);
        assertThat(selector()).isNotEqualTo(before);
        assertThat(keys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"useradmin", "manager", "agent", "member"})
    @DisplayName("BY-6: the sender is the Owners' affair")
    void only_owners(String userName) {
        var member = Browser.signedIn(AURORA, userName);
        assertThat(member.get(SENDER).status()).isEqualTo(403);
        for (var path : List.of("/check", "/keys", "/keys/drop"))
            assertThat(member.post(SENDER + path, "").status()).as(path).isEqualTo(403);
    }

    @Test
    @DisplayName("BY-10: without an own address the page says which one is used and where to name another")
    void without_an_address() {
        assertThat(owner.get(SENDER).body()).contains(NEUTRAL, "href=\"" + SETTINGS + "\"");
        assertThat(owner.post(SENDER + "/keys", "").status()).isEqualTo(409);
    }

    @Test
    @DisplayName(
            "M10, RFC 8058, section 4: the signature of a mail to many covers the headers of the way out: who changes one has broken it")
    void the_way_out_is_signed() throws Exception {
        proved();
        var subject = "Boletín " + UUID.randomUUID();
        var bulletin = new Bulletin(
                UUID.randomUUID(),
                "lector@" + domain,
                "Lector",
                Locale.of("es"),
                subject,
                "Hola {{name}}",
                "news",
                URI.create("https://nimbus.localhost/mailing/" + UUID.randomUUID()));
        assertThat(scope.<BulletinFate>call(Rows.id(NIMBUS), () -> bulletins.test(bulletin)))
                .isEqualTo(BulletinFate.TAKEN);
        var mail = MailServer.await("lector@" + domain, found -> found.subject().equals(subject));
        verify(mail, selector());
        var verifier = verifier(selector());
        for (var header : List.of("List-Unsubscribe: ", "List-Unsubscribe-Post: ", "List-Id: ")) {
            var raw = new String(mail.raw(), StandardCharsets.ISO_8859_1);
            assertThat(raw).contains("\r\n" + header);
            var forged = raw.replaceFirst("\r\n" + header, "\r\n" + header + "x");
            assertThatThrownBy(() ->
                            verifier.verify(new ByteArrayInputStream(forged.getBytes(StandardCharsets.ISO_8859_1))))
                    .as(header)
                    .isInstanceOf(FailException.class);
        }
    }

    private void proved() {
        name("hola@" + domain, "");
        Pebble.txt(domain, "v=spf1 include:spf.installation.example -all");
        publish(selector());
        check();
        assertThat(state()).isEqualTo("true");
    }

    private void name(String from, String replyTo) {
        var form = "port=587&from=" + encoded(from) + "&replyTo=" + encoded(replyTo);
        assertThat(owner.post(SETTINGS, form).status()).isEqualTo(303);
    }

    /// Somebody else may be asking at this very moment; then his answer is waited for.
    private void check() {
        var before = Rows.one(
                "select coalesce(max(checked_at), 'epoch')::text from lienzo.sender where tenant_id = ?",
                Rows.id(NIMBUS));
        for (int i = 0; i < 200; i++) {
            assertThat(owner.post(SENDER + "/check", "").status()).isEqualTo(303);
            var now = Rows.one(
                    "select coalesce(max(checked_at), 'epoch')::text from lienzo.sender where tenant_id = ? and busy_until is null",
                    Rows.id(NIMBUS));
            if (!now.equals(before) && i > 0) return;
        }
        throw new AssertionError("Nobody checks");
    }

    private void publish(String selector) {
        var key = Rows.one("select public_key from lienzo.sender_key where selector = ?", selector);
        LongRecords.txt(selector + "._domainkey." + domain, "v=DKIM1; k=rsa; p=" + key);
    }

    /// The newest.
    private static String selector() {
        return Rows.one(
                "select selector from lienzo.sender_key where tenant_id = ? order by created_at desc limit 1",
                Rows.id(NIMBUS));
    }

    private static List<String> keys() {
        return Rows.list(
                "select selector || ' ' || state || ' ' || (private_key is null) from lienzo.sender_key where tenant_id = ?",
                Rows.id(NIMBUS));
    }

    private static String state() {
        return Rows.one("select proved::text from lienzo.sender where tenant_id = ?", Rows.id(NIMBUS));
    }

    private static List<String> actions() {
        return Rows.list(
                "select action from lienzo.audit_entry where tenant_id = ? and action like 'sender-%'",
                Rows.id(NIMBUS));
    }

    private Mail mail() {
        return mail(owner, NIMBUS);
    }

    private static Mail mail(Browser owner, Tenant tenant) {
        var subject = "Prueba " + UUID.randomUUID();
        var sent = owner.post(
                "/organization/mail/templates/mail-check/es/test",
                "subject=" + encoded(subject) + "&body=" + encoded("[Ver]({{link}})"));
        assertThat(sent.status()).isEqualTo(200);
        return MailServer.await(
                "owner@" + tenant.slug() + ".example", found -> found.subject().equals(subject));
    }

    private void verify(Mail mail, String selector) throws Exception {
        assertThat(mail.header("DKIM-Signature")).contains("d=" + domain, "s=" + selector, "a=rsa-sha256");
        var verifier = verifier(selector);
        assertThat(verifier.verify(new ByteArrayInputStream(mail.raw()))).hasSize(1);
        var forged = new String(mail.raw(), StandardCharsets.ISO_8859_1).replaceFirst("Subject: ", "Subject: x");
        assertThatThrownBy(
                        () -> verifier.verify(new ByteArrayInputStream(forged.getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(FailException.class);
    }

    private DKIMVerifier verifier(String selector) {
        var key = Rows.one("select public_key from lienzo.sender_key where selector = ?", selector);
        return new DKIMVerifier((_, asked, token) -> {
            assertThat(asked + " " + token).isEqualTo(selector + " " + domain);
            return List.of("v=DKIM1; k=rsa; p=" + key);
        });
    }
}
