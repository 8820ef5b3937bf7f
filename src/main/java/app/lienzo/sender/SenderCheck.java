package app.lienzo.sender;

import app.lienzo.dns.DnsService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.mail.MailSettingsService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Looks at a sender: who does takes a turn in one transaction, asks in none, and notes in another what came of
/// it.
@ApplicationScoped
class SenderCheck {
    private final MailSettingsService mail;
    private final Senders senders;
    private final SenderKeys keys;
    private final SenderChanges changes;
    private final Route route;
    private final DnsService dns;
    private final Clock clock;
    private final SenderConfig config;

    SenderCheck(
            MailSettingsService mail,
            Senders senders,
            SenderKeys keys,
            SenderChanges changes,
            Route route,
            DnsService dns,
            Clock clock,
            SenderConfig config) {
        this.mail = mail;
        this.senders = senders;
        this.keys = keys;
        this.changes = changes;
        this.route = route;
        this.dns = dns;
        this.clock = clock;
        this.config = config;
    }

    void ifDue() {
        var now = clock.instant();
        var from = mail.get().from();
        if (from == null) return;
        boolean due = senders.find(EmailAddress.domain(from))
                .map(sender -> !sender.nextCheckAt().isAfter(now))
                .orElse(false);
        if (due) run(now, now);
    }

    /// Now, unless it was a moment ago or somebody else does.
    ///
    /// @return whether it was done
    boolean now() {
        var now = clock.instant();
        return run(now, now.minus(config.livePause()));
    }

    private boolean run(Instant now, Instant checkedBefore) {
        var settings = mail.get();
        if (settings.from() == null) return false;
        var domain = EmailAddress.domain(settings.from());
        boolean turn = QuarkusTransaction.requiringNew()
                .call(() -> senders.claim(now, now.plus(config.patience().multipliedBy(2)), checkedBefore));
        if (!turn) return false;
        var found = inspection(settings.host()).of(domain, keys.of(domain));
        QuarkusTransaction.requiringNew().run(() -> changes.note(domain, found));
        return true;
    }

    private Inspection inspection(@Nullable String server) {
        var allowance = new Allowance(config.questionsMax(), config.patience());
        return new Inspection(allowance.of(dns::askAuthoritative), allowance.of(dns::ask), route.by(server));
    }
}
