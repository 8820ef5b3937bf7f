package app.lienzo.mail;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.audit.Actor;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MailTest {
    private static final Locale ES = Locale.of("es");

    @Inject
    MailService mails;

    @Inject
    MailTemplateService templates;

    @Inject
    MailDelivery delivery;

    @Inject
    Outbox outbox;

    @Inject
    TidyOutbox tidy;

    @Inject
    ShownMails shown;

    @Inject
    @All
    List<MailKind> kinds;

    @Inject
    Scope scope;

    @Inject
    Links links;

    @Inject
    Clock clock;

    @Inject
    OrganizationService organizations;

    @AfterEach
    void back_to_the_default_text() {
        in("aurora", () -> {
            templates.reset(Actor.SYSTEM, ServerCheck.NAME, Locale.of("pt"));
            return null;
        });
    }

    @Test
    @DisplayName("T02: a mail arrives in the organization's name, with links on its own host, in HTML and in text")
    void a_mail_arrives() throws Exception {
        for (var slug : List.of("aurora", "nimbus")) {
            var to = address();
            var id = in(slug, () -> send(to, "Ana Núñez", "Ana Núñez"));
            var mail = MailServer.await(to);
            var brand = slug.equals("aurora") ? "Aurora" : "Nimbus";
            assertThat(mail.message().getFrom()[0].toString()).isEqualTo(brand + " <no-reply@" + slug + ".localhost>");
            assertThat(mail.message().getAllRecipients()[0].toString()).contains(to);
            assertThat(mail.header("Message-ID")).isEqualTo("<" + id + "@" + slug + ".localhost>");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
            assertThat(mail.header("Content-Language")).isEqualTo("es");
            assertThat(mail.header("Reply-To")).endsWith("@" + slug + ".example");
            assertThat(mail.header("X-Mailer")).isEmpty();
            assertThat(mail.html()).contains("<html lang=\"es\"", "Ana Núñez", "alt=\"" + brand + "\"");
            assertThat(mail.text()).contains("Hola, Ana Núñez:", brand);
            assertThat(mail.link()).isEqualTo("https://" + slug + ".localhost/organization/mail");
            until(() -> state(slug, id).equals("SENT"));
        }
    }

    @Test
    @DisplayName("B2-4: what is rolled back is not sent, and without a transaction nothing is written")
    void a_mail_belongs_to_its_cause() throws Exception {
        var to = address();
        assertThatThrownBy(() -> in(
                        "aurora",
                        () -> QuarkusTransaction.requiringNew().call(() -> {
                            mails.send(letter(to, "Ana", "Ana"));
                            throw new IllegalStateException("no");
                        })))
                .hasMessage("no");
        assertThatThrownBy(() -> in("aurora", () -> mails.send(letter(to, "Ana", "Ana"))))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
        TimeUnit.MILLISECONDS.sleep(1_500);
        assertThat(MailServer.to(to)).isEmpty();
    }

    @Test
    @DisplayName("A12: once a mail is sent its content is gone, and its links were never in the log or the trail")
    void secrets_do_not_stay() throws Exception {
        var to = address();
        var secret = "secreto" + UUID.randomUUID().toString().replace("-", "");
        var heard = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                heard.add(record.getMessage() + java.util.Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = java.util.logging.Logger.getLogger("");
        root.addHandler(listener);
        UUID id;
        try {
            id = in(
                    "aurora",
                    () -> QuarkusTransaction.requiringNew()
                            .call(() -> mails.send(new Letter(
                                    ServerCheck.NAME,
                                    ES,
                                    to,
                                    "Ana",
                                    Map.of(
                                            "name",
                                            "Ana",
                                            "server",
                                            "x",
                                            "link",
                                            links.to("/open?token=" + secret).toString())))));
            assertThat(MailServer.await(to).link()).endsWith(secret);
            until(() -> state("aurora", id).equals("SENT"));
        } finally {
            root.removeHandler(listener);
        }
        assertThat(heard).noneMatch(line -> line.contains(secret));
        assertThat(Rows.list("select content::text from lienzo.outgoing_mail where id = ?", id))
                .containsOnlyNulls();
        for (var table : Rows.tenantTables()) {
            if (table.equals("captured_mail")) continue;
            assertThat(Rows.list("select t::text from lienzo." + table + " t where t::text like ?", "%" + secret + "%"))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("A12: a mail that waits lies sealed in the database")
    void waiting_mails_are_sealed() throws Exception {
        var id = in(
                "aurora",
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    var made = mails.send(letter(address(), "Ana", "Ana Sellada"));
                    var content = outbox.take(made, clock.instant(), clock.instant())
                            .orElseThrow()
                            .content();
                    assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("Sellada", "http");
                    return made;
                }));
        until(() -> state("aurora", id).equals("SENT"));
    }

    @Test
    @DisplayName(
            "R02: while the server is away mails wait and are tried again; each arrives once, under its first Message-ID")
    void a_server_that_is_away_loses_nothing() throws Exception {
        var to = address();
        UUID id;
        MailServer.stop();
        try {
            id = in("aurora", () -> send(to, "Ana", "Ana"));
            until(() -> Rows.one("select problem from lienzo.outgoing_mail where id = ?", id) != null);
            assertThat(Rows.one("select problem from lienzo.outgoing_mail where id = ?", id))
                    .isEqualTo("UNREACHABLE");
            until(() -> Integer.parseInt(Rows.one("select attempts from lienzo.outgoing_mail where id = ?", id)) >= 2);
            assertThat(state("aurora", id)).isIn("QUEUED", "SENDING");
        } finally {
            MailServer.start();
        }
        var mail = MailServer.await(to);
        assertThat(mail.header("Message-ID")).isEqualTo("<" + id + "@aurora.localhost>");
        until(() -> state("aurora", id).equals("SENT"));
        TimeUnit.MILLISECONDS.sleep(1_500);
        assertThat(MailServer.to(to)).hasSize(1);
        in("aurora", () -> {
            delivery.attempt(id);
            return null;
        });
        assertThat(MailServer.to(to)).as("a job that runs once more").hasSize(1);
    }

    @Test
    @DisplayName("R04: who dies between sending and noting it sends again under the same Message-ID, and loses nothing")
    void an_interrupted_attempt_is_taken_up() throws Exception {
        var to = address();
        // The lease of the attempt that was interrupted has run out.
        var id = in(
                "aurora",
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    var made = mails.send(letter(to, "Ana", "Ana"));
                    assertThat(outbox.take(
                                    made, clock.instant(), clock.instant().minusSeconds(1)))
                            .isPresent();
                    return made;
                }));
        assertThat(MailServer.await(to).header("Message-ID")).startsWith("<" + id + "@");
        until(() -> state("aurora", id).equals("SENT"));
        assertThat(Rows.one("select attempts from lienzo.outgoing_mail where id = ?", id))
                .isEqualTo("2");
    }

    @Test
    @DisplayName("R02: one attempt at a time: a second job waits for the first one's lease")
    void one_attempt_at_a_time() throws Exception {
        var to = address();
        var id = in(
                "aurora",
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    var made = mails.send(letter(to, "Ana", "Ana"));
                    assertThat(outbox.take(
                                    made, clock.instant(), clock.instant().plusSeconds(4)))
                            .isPresent();
                    return made;
                }));
        in("aurora", () -> {
            delivery.attempt(id);
            return null;
        });
        assertThat(MailServer.to(to)).isEmpty();
        MailServer.await(to);
        until(() -> state("aurora", id).equals("SENT"));
        assertThat(MailServer.to(to)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana\r\nBcc: evil@evil.example",
                "Ana\nSubject: other",
                "Ana\" <evil@evil.example>, \"x",
                "evil@evil.example, Ana",
                "Ana\u2028Bcc: x@evil.example",
                "=?utf-8?Q?evil=0D=0ABcc:_x@evil.example?=",
                "Ñandú 日本語 🙂 العربية",
                "(comment) ; : , < > [ ] \\ \""
            })
    @DisplayName("M06: a name adds no header and no recipient, and is read as it was written")
    void a_name_is_a_name(String name) throws Exception {
        var to = address();
        in("aurora", () -> {
            templates.save(
                    Actor.SYSTEM,
                    ServerCheck.NAME,
                    Locale.of("pt"),
                    new TemplateText("{{name}}", "{{name}} [Ver]({{link}})"));
            return QuarkusTransaction.requiringNew()
                    .call(() -> mails.send(new Letter(ServerCheck.NAME, Locale.of("pt"), to, name, values(name))));
        });
        var mail = MailServer.await(to);
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        assertThat(mail.to()).isEqualTo(to);
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.message().getHeader("Subject")).hasSize(1);
        assertThat(mail.subject()).doesNotContain("\r", "\n").isNotBlank();
        if (name.startsWith("Ñandú")) assertThat(mail.subject()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.com",
                "ana@",
                "ana@exa mple.com",
                "ana@example.com, eva@example.com",
                "ana@example.com\r\nBcc: eva@example.com",
                "Ana <ana@example.com>",
                "ana@example.com:25",
                "\"a b\"@example.com",
                "ana@[127.0.0.1]",
                "ana..b@example.com",
                "ana@example.com>",
                "(x)ana@example.com"
            })
    @DisplayName("M06: what is no single address is refused")
    void other_addresses_are_refused(String address) {
        assertThatThrownBy(() -> in("aurora", () -> send(address, "Ana", "Ana")))
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("M06: a domain of other letters goes out as DNS knows it, a name of ten thousand letters is cut")
    void odd_addresses_are_written_rightly() throws Exception {
        var local = "ana" + UUID.randomUUID().toString().substring(0, 8);
        in("aurora", () -> send(local + "@faß.example", "A".repeat(10_000), "Ana"));
        var mail = MailServer.await(local + "@xn--fa-hia.example");
        assertThat(mail.header("To").length()).isLessThan(300);
    }

    @Test
    @DisplayName("T02: a link to another host is never sent, nor one that a value brings along")
    void links_lead_home() throws Exception {
        for (var link : List.of(
                "https://evil.example/x",
                "http://aurora.localhost/x",
                "https://nimbus.localhost/x",
                "javascript:alert(1)",
                "https://aurora.localhost.evil.example/")) {
            assertThatThrownBy(() -> in(
                            "aurora",
                            () -> QuarkusTransaction.requiringNew()
                                    .call(() -> mails.send(new Letter(
                                            ServerCheck.NAME,
                                            ES,
                                            address(),
                                            "Ana",
                                            Map.of("name", "Ana", "server", "x", "link", link))))))
                    .as(link)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var to = address();
        in("aurora", () -> send(to, "Ana", "Gana dinero en http://evil.example o www.evil.example"));
        assertThat(MailServer.await(to).text())
                .doesNotContain("http://evil", "www.evil")
                .contains("evil.example");
    }

    @Test
    @DisplayName("B2-4: old mails are forgotten, and what waited too long is given up with the reason")
    void the_outbox_does_not_grow_for_ever() throws Exception {
        var aurora = Rows.id(AURORA);
        var old = row(aurora, "SENT", "40 days");
        var young = row(aurora, "SENT", "20 days");
        var stuck = row(aurora, "QUEUED", "4 days");
        in("aurora", () -> {
            tidy.run();
            return null;
        });
        assertThat(Rows.list("select id from lienzo.outgoing_mail where id in (?::uuid, ?::uuid)", old, young))
                .containsExactly(young);
        assertThat(Rows.one("select state || ' ' || problem from lienzo.outgoing_mail where id = ?::uuid", stuck))
                .isEqualTo("FAILED TOO_OLD");
    }

    @Test
    @DisplayName(
            "B2-4: every kind of mail has its text in three languages, with the same placeholders and only those it declares")
    void every_kind_speaks_three_languages() throws Exception {
        var files = new HashSet<String>();
        try (var all = Files.list(Path.of("src/main/resources/mail"))) {
            all.forEach(file -> files.add(String.valueOf(file.getFileName())));
        }
        assertThat(kinds)
                .extracting(MailKind::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        for (var kind : kinds) {
            var used = new HashSet<Set<String>>();
            for (var tag : List.of("es", "en", "pt")) {
                assertThat(files).contains(kind.name() + "_" + tag + ".md");
                files.remove(kind.name() + "_" + tag + ".md");
                var language = Locale.of(tag);
                var text = DefaultTexts.of(kind, language);
                assertThat(TemplateFaults.of(text, kind))
                        .as(kind.name() + " " + tag)
                        .isEmpty();
                used.add(TemplateFaults.placeholders(text.subject() + text.body()));
                assertThat(kind.sample(language).keySet()).containsAll(kind.values());
                var sheet = in(
                        kind.ofPlatform() ? "platform" : "aurora",
                        () -> templates.preview(kind.name(), language, text));
                assertThat(sheet.html() + sheet.text() + sheet.subject()).doesNotContain("{{");
            }
            assertThat(used).as("placeholders of " + kind.name()).hasSize(1);
        }
        assertThat(files).as("texts of no kind").isEmpty();
    }

    @Test
    @DisplayName("T09: what one organization sends, another neither sees nor sends again")
    void the_outbox_is_ones_own() throws Exception {
        var to = address();
        var id = in("aurora", () -> send(to, "Ana", "Ana"));
        until(() -> state("aurora", id).equals("SENT"));
        in("nimbus", () -> {
            assertThat(mails.outbox(null, null).items())
                    .noneMatch(mail -> mail.id().equals(id));
            assertThat(shown.find(id)).isEmpty();
            assertThatThrownBy(() -> mails.again(Actor.SYSTEM, id)).isInstanceOf(Refused.class);
            return null;
        });
        assertThat(in("aurora", () -> shown.find(id))).isPresent();
    }

    private UUID send(String to, String toName, String name) {
        return QuarkusTransaction.requiringNew().call(() -> mails.send(letter(to, toName, name)));
    }

    private Letter letter(String to, String toName, String name) {
        return new Letter(ServerCheck.NAME, ES, to, toName, values(name));
    }

    private Map<String, String> values(String name) {
        return Map.of(
                "name",
                name,
                "server",
                "smtp.example.com",
                "link",
                links.to("/organization/mail").toString());
    }

    private static String row(String organization, String state, String age) {
        return Rows.one("""
                insert into lienzo.outgoing_mail (tenant_id, id, kind, language, to_address, to_name, subject, message_id, state, created_at)
                values (?, gen_random_uuid(), 'mail-check', 'es', 'a@example.com', '', 'x', '<x@example.com>', ?, now() - ?::interval) returning id
                """, organization, state, age);
    }

    private static String state(String slug, UUID id) {
        return Rows.one(
                "select state from lienzo.outgoing_mail where tenant_id = ? and id = ?",
                Rows.id(new Tenant(slug, "")),
                id);
    }

    private static String address() {
        return "ana." + UUID.randomUUID().toString().substring(0, 13) + "@example.com";
    }

    private <T> T in(String slug, Callable<T> work) {
        return scope.call(organizations.named(slug).orElseThrow(), work);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
        while (!condition.getAsBoolean() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(50);
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
