package app.lienzo.mail;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The door to mails that go to many: past the outbox, over a connection that stays open. Whoever sends keeps himself
/// who has got his already.
@ApplicationScoped
public class BulletinService {
    private final MailComposer composer;
    private final Post post;
    private final Relay relay;
    private final ShownMails shown;
    private final Links links;
    private final TestLimit tests;
    private final Clock clock;

    BulletinService(
            MailComposer composer,
            Post post,
            Relay relay,
            ShownMails shown,
            Links links,
            TestLimit tests,
            Clock clock) {
        this.composer = composer;
        this.post = post;
        this.relay = relay;
        this.shown = shown;
        this.links = links;
        this.tests = tests;
        this.clock = clock;
    }

    /// @throws Refused `bulletin-text-refused` for placeholders there are not, links that are none, and what is nested
    ///     too deep
    public void check(String subject, String body) {
        if (!TemplateFaults.of(new TemplateText(subject, body), BulletinKind.WRITTEN)
                .isEmpty()) throw Refused.invalid("bulletin-text-refused");
    }

    /// A way to the mail server for many; it is connected with the first mail. Not for several threads.
    ///
    /// @param perConnectionMax mails after which the connection is made anew
    public BulletinLine open(int perConnectionMax) {
        return new BulletinLine(this, perConnectionMax);
    }

    /// Sends one to whoever wrote it, at once. Outside of any transaction: it waits for a server.
    ///
    /// @throws Refused `mail-tested-too-often`
    public BulletinFate test(Bulletin bulletin) {
        tests.count();
        try (var line = open(1)) {
            return line.send(bulletin);
        }
    }

    Relay relay() {
        return relay;
    }

    Post post() {
        return post;
    }

    ShownMails shown() {
        return shown;
    }

    String greeting() {
        return links.to("/").getHost();
    }

    Outbox.Waiting letter(Bulletin bulletin, String subject) {
        return new Outbox.Waiting(
                bulletin.id(),
                bulletin.language().getLanguage(),
                bulletin.to(),
                bulletin.toName(),
                subject,
                new byte[0],
                "<" + bulletin.id() + "@" + greeting() + ">",
                1,
                clock.instant());
    }

    Sheet sheet(Bulletin bulletin) {
        var text = new TemplateText(
                bulletin.subject(),
                bulletin.body() + "\n\n" + word("bulletin-why", bulletin.language()) + " ["
                        + word("bulletin-unsubscribe", bulletin.language()) + "]({{unsubscribeLink}}).");
        var values = Map.of(
                "name",
                bulletin.toName(),
                "unsubscribeLink",
                bulletin.unsubscribe().toString());
        return composer.compose(BulletinKind.SENT, text, values, bulletin.language());
    }

    /// RFC 2369, RFC 2919 and RFC 8058.
    Map<String, String> headers(Bulletin bulletin) {
        var way = "<" + bulletin.unsubscribe() + ">";
        return Map.of(
                "List-Unsubscribe",
                way,
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click",
                "List-Help",
                way,
                "List-Post",
                "NO",
                "List-Id",
                "<" + bulletin.list() + "." + greeting() + ">",
                "Precedence",
                "bulk");
    }

    private static String word(String key, Locale language) {
        return Words.text("mail", language, key);
    }

    /// @param values what the text may be filled with
    private record BulletinKind(String name, List<String> values) implements MailKind {
        static final BulletinKind WRITTEN = new BulletinKind("bulletin", List.of("name"));
        static final BulletinKind SENT = new BulletinKind("bulletin", List.of("name", "unsubscribeLink"));

        @Override
        public Map<String, String> sample(Locale language) {
            return Map.of();
        }
    }
}
