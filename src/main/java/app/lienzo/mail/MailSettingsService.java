package app.lienzo.mail;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The door to how mails go out: an organization's own server and sender.
@ApplicationScoped
public class MailSettingsService {
    private final MailSettings settings;
    private final MailTemplateService templates;
    private final MailComposer composer;
    private final Post post;
    private final ShownMails shown;
    private final Outbox outbox;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Links links;
    private final Clock clock;
    private final ServerCheck check;
    private final TestLimit tests;
    private final Event<MailSettingsChanged> changed;

    MailSettingsService(
            MailSettings settings,
            MailTemplateService templates,
            MailComposer composer,
            Post post,
            ShownMails shown,
            Outbox outbox,
            JobService jobs,
            AuditTrail audit,
            Links links,
            Clock clock,
            ServerCheck check,
            TestLimit tests,
            Event<MailSettingsChanged> changed) {
        this.settings = settings;
        this.templates = templates;
        this.composer = composer;
        this.post = post;
        this.shown = shown;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.links = links;
        this.clock = clock;
        this.tests = tests;
        this.changed = changed;
        this.check = check;
    }

    /// What came of a test.
    ///
    /// @param problem null when the server took the mail
    /// @param reply what the server said
    public record Outcome(
            @Nullable MailProblem problem, @Nullable String reply) {}

    public MailSettingsView get() {
        var row = settings.get();
        var sending = post.sending(row);
        return new MailSettingsView(
                row.from(),
                row.replyTo(),
                row.host(),
                row.port(),
                row.security(),
                row.user(),
                row.password() != null,
                sending.address(),
                sending.fallback(),
                sending.answers(),
                row.host() != null || post.installation().isPresent() || shown.on());
    }

    /// From now on mails go out like this; those that waited are tried at once.
    ///
    /// @throws Refused what [MailServerDraft#checked] refuses
    @Transactional
    public void save(SignedIn me, MailServerDraft draft) {
        settings.saveServer(draft.checked(settings.get()));
        changed.fire(new MailSettingsChanged());
        for (var id : outbox.hurry(clock.instant())) jobs.enqueue(new SendMail(id));
        audit.record(me.actor(), "mail-server-changed", "mail-settings", null);
    }

    /// Sends a mail to whoever asks, by these settings and without storing them. Outside of any transaction:
    /// it waits for a server.
    ///
    /// @throws Refused like [#save], and `mail-tested-too-often`
    public Outcome test(SignedIn me, MailServerDraft draft, Locale language) {
        var row = draft.checked(settings.get());
        tests.count();
        var server = row.relay() == null ? post.installation().orElse(null) : row.relay();
        if (server == null) return new Outcome(MailProblem.NO_SERVER, null);
        var sending = post.sending(row);
        var sheet = composer.compose(
                check,
                templates.text(check, language),
                Map.of(
                        "name",
                        me.name(),
                        "server",
                        server.own() ? server.host() : EmailAddress.domain(sending.address()),
                        "link",
                        links.to("/organization/mail").toString()),
                language);
        var letter = post.letter(
                sending,
                me.email(),
                me.name(),
                language.getLanguage(),
                "<" + Ids.next() + "@" + links.to("/").getHost() + ">",
                clock.instant(),
                sheet);
        try {
            post.send(server, sending, letter);
            return new Outcome(null, null);
        } catch (DeliveryFailed failed) {
            return new Outcome(failed.problem(), failed.reply());
        }
    }
}
