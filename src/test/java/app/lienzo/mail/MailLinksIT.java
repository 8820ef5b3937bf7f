package app.lienzo.mail;

import static app.lienzo.world.Tenant.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lienzo.world.MailServer;
import app.lienzo.world.MailServer.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Looks at every mail that was delivered while all the tests before ran ([MailServer] wrote them down).
class MailLinksIT {
    private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?:)?//([^/\\s\"'<>?#]+)");
    private static final Pattern TYPED = Pattern.compile("(?:help|privacy|terms)Url: *\"https?://([^/\"]+)");

    /// Hosts that a person typed into a template in some test.
    private static final Set<String> IN_TEMPLATES = Set.of("typed.example");

    /// Hosts that a test gave to a portal of the mail's own organization.
    private static final Pattern PORTALS = Pattern.compile("portal-[0-9a-f]{8}\\.example");

    /// Whose product it is built with is nobody's business.
    private static final List<String> OURS = List.of("lienzo", "quarkus", "vert.x", "angus", "jakarta", "javamail");

    private static final List<Mail> MAILS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException, MessagingException {
        assumeTrue(Files.isDirectory(MailServer.FOLDER), "No test of this run started the product");
        try (Stream<Path> files = Files.list(MailServer.FOLDER)) {
            for (var file : files.sorted().toList()) {
                try (var raw = Files.newInputStream(file)) {
                    MAILS.add(new Mail(new MimeMessage(Session.getInstance(new Properties()), raw)));
                }
            }
        }
    }

    @Test
    @DisplayName(
            "T02: every link of every mail sent in the whole suite leads to its own organization's host, or where a person typed")
    void links_stay_at_home() throws IOException {
        var strays = new ArrayList<String>();
        for (var mail : MAILS) {
            var home = host(mail);
            var allowed = new HashSet<>(IN_TEMPLATES);
            allowed.add(home);
            allowed.addAll(typed(home));
            for (var part : List.of(mail.html(), mail.text(), mail.subject())) {
                URL.matcher(part)
                        .results()
                        .map(found -> found.group(1).replaceAll(":\\d+$", ""))
                        .filter(host -> !allowed.contains(host)
                                && !PORTALS.matcher(host).matches())
                        .forEach(host -> strays.add("%s (%s): %s".formatted(mail.subject(), home, host)));
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    @DisplayName("BY-1: no mail names the platform or what it is made of, in its words or its head")
    void mails_name_nobody_else() {
        for (var mail : MAILS) {
            var raw = new String(mail.raw(), java.nio.charset.StandardCharsets.ISO_8859_1);
            var head = raw.substring(0, raw.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
            // What the receiving server of the tests wrote on top is not ours.
            head = head.replaceAll("(?m)^(received|return-path):[^\\n]*(\\n[ \\t][^\\n]*)*", "");
            var words = (mail.html() + mail.text()).toLowerCase(Locale.ROOT);
            var ours = new ArrayList<>(OURS);
            // The platform itself may say what it is called.
            if (host(mail).equals(PLATFORM.host())) ours.remove("lienzo");
            assertThat(ours).as(mail.subject()).noneMatch(head::contains).noneMatch(words::contains);
        }
    }

    @Test
    @DisplayName("T02: every mail has a head that machines understand, and two parts")
    void mails_are_whole() {
        for (var mail : MAILS) {
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("Message-ID")).matches("<[^<>@\\s]+@[a-z0-9.-]+>");
            assertThat(mail.header("Content-Language")).isIn("es", "en", "pt");
            assertThat(mail.html()).contains("<html lang=\"" + mail.header("Content-Language") + "\"");
            // What a customer wrote in PortalMailTest looks like a placeholder, and stays what he wrote.
            if (mail.subject().contains("{{link}} <b>negrita</b>")) continue;
            assertThat(mail.html()).doesNotContain("{{");
            assertThat(mail.text()).doesNotContain("{{");
        }
    }

    /// The organization's own host is what stands behind the @ of the Message-ID.
    private static String host(Mail mail) {
        return mail.header("Message-ID").replaceAll(".*@|>", "");
    }

    private static List<String> typed(String home) throws IOException {
        var slug = home.equals(PLATFORM.host()) ? PLATFORM.slug() : home.replaceAll("\\..*", "");
        var yaml = Path.of("tenants-sample", slug, "organization.yaml");
        if (!Files.exists(yaml)) return List.of();
        return TYPED.matcher(Files.readString(yaml))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
