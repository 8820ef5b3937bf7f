package app.lienzo.sender;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.MailSettingsChanged;
import app.lienzo.mail.MailSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// The door: what the world sees of the organization's sender, and its keys.
@ApplicationScoped
public class SenderService {
    private final MailSettingsService mail;
    private final Senders senders;
    private final SenderKeys keys;
    private final SenderEvents events;
    private final SenderCheck check;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Clock clock;
    private final SenderConfig config;

    SenderService(
            MailSettingsService mail,
            Senders senders,
            SenderKeys keys,
            SenderEvents events,
            SenderCheck check,
            JobService jobs,
            AuditTrail audit,
            Clock clock,
            SenderConfig config) {
        this.mail = mail;
        this.senders = senders;
        this.keys = keys;
        this.events = events;
        this.check = check;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    @Transactional
    public SenderView get() {
        var settings = mail.get();
        boolean own = settings.host() != null;
        if (settings.from() == null) {
            return new SenderView(
                    null,
                    settings.sender(),
                    false,
                    false,
                    own,
                    settings.answers(),
                    null,
                    List.of(),
                    List.of(),
                    List.of());
        }
        var domain = EmailAddress.domain(settings.from());
        var sender = senders.find(domain).orElseGet(() -> Sender.unknown(domain, clock.instant()));
        return new SenderView(
                domain,
                settings.sender(),
                sender.proved(),
                settings.fallback(),
                own,
                settings.answers(),
                sender.checkedAt(),
                sender.findings(),
                keys.of(domain),
                events.list(config.eventsMax()));
    }

    /// Asks now, unless that was done a moment ago. Outside of any transaction: it waits for other people's
    /// servers.
    public SenderView look() {
        check.now();
        return get();
    }

    /// Makes another key. The one that signs goes on until DNS shows the new one.
    ///
    /// @throws Refused `sender-address-missing`, `sender-key-waiting`
    @Transactional
    public void rotate(SignedIn me) {
        if (!keys.add(domain(), clock.instant())) throw Refused.conflict("sender-key-waiting");
        audit.record(me.actor(), "sender-key-made", "sender", null);
    }

    /// Lets go a key that waits.
    ///
    /// @throws Refused `sender-key-not-waiting` when none does, or there is no other
    @Transactional
    public void drop(SignedIn me) {
        var domain = domain();
        boolean other = keys.of(domain).stream().anyMatch(key -> key.state() == KeyState.ACTIVE);
        if (!other || !keys.dropWaiting(domain)) throw Refused.conflict("sender-key-not-waiting");
        audit.record(me.actor(), "sender-key-dropped", "sender", null);
    }

    private String domain() {
        var from = mail.get().from();
        if (from == null) throw Refused.conflict("sender-address-missing");
        return EmailAddress.domain(from);
    }

    void changed(@Observes MailSettingsChanged changed) {
        follow();
    }

    /// Keeps to the domain that the mail settings name. Within a transaction.
    void follow() {
        var from = mail.get().from();
        var domain = from == null ? null : EmailAddress.domain(from);
        if (domain != null && senders.find(domain).isPresent()) return;
        keys.forgetOthersThan(domain);
        if (domain == null) {
            senders.forget();
            return;
        }
        senders.follow(domain, clock.instant());
        keys.add(domain, clock.instant());
        jobs.enqueue(new CheckSender());
    }
}
