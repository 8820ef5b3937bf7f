package app.lienzo.mail;

import app.lienzo.jobs.JobService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Attempts to send what waits in the outbox. A mail is taken in one transaction, sent in none, and marked
/// in another: who dies in between leaves a mail that is sent again under the same Message-ID, and none
/// that is lost.
@ApplicationScoped
class MailDelivery {
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);
    private static final int DOUBLED_MAX = 20;

    private final Outbox outbox;
    private final SealedSheet sealed;
    private final Post post;
    private final ShownMails shown;
    private final JobService jobs;
    private final Clock clock;
    private final MailConfig config;

    MailDelivery(
            Outbox outbox,
            SealedSheet sealed,
            Post post,
            ShownMails shown,
            JobService jobs,
            Clock clock,
            MailConfig config) {
        this.outbox = outbox;
        this.sealed = sealed;
        this.post = post;
        this.shown = shown;
        this.jobs = jobs;
        this.clock = clock;
        this.config = config;
    }

    void attempt(UUID id) {
        var taken = QuarkusTransaction.requiringNew()
                .call(() -> outbox.take(id, clock.instant(), clock.instant().plus(config.lease())));
        if (taken.isPresent()) send(taken.get());
        else QuarkusTransaction.requiringNew().run(() -> comeBack(id));
    }

    /// It is somebody else's turn, or too early by this machine's clock.
    private void comeBack(UUID id) {
        outbox.due(id).ifPresent(due -> jobs.enqueue(new SendMail(id), due));
    }

    private void send(Outbox.Waiting mail) {
        var sheet = sealed.open(mail.content());
        try {
            if (post.send(mail, sheet) || shown.on()) sent(mail, sheet);
            else later(mail, new DeliveryFailed(MailProblem.NO_SERVER, null, false), config.pauseWithoutServer());
        } catch (DeliveryFailed failed) {
            LOG.infof("Mail %s, attempt %d: %s", mail.id(), mail.attempts(), failed.problem());
            if (failed.permanent() || mail.attempts() >= config.attemptsMax()) failed(mail, failed);
            else later(mail, failed, pause(mail.attempts()));
        }
    }

    private void sent(Outbox.Waiting mail, Sheet sheet) {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.sent(mail.id(), clock.instant());
            if (shown.on()) shown.add(mail, sheet, post.sending().address());
        });
    }

    private void later(Outbox.Waiting mail, DeliveryFailed why, Duration pause) {
        var due = clock.instant().plus(pause);
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.wait(mail.id(), why.problem(), why.reply(), due);
            jobs.enqueue(new SendMail(mail.id()), due);
        });
    }

    private void failed(Outbox.Waiting mail, DeliveryFailed why) {
        QuarkusTransaction.requiringNew().run(() -> outbox.failed(mail.id(), why.problem(), why.reply()));
    }

    private Duration pause(int attempts) {
        var doubled = config.pause().multipliedBy(1L << Math.min(attempts - 1, DOUBLED_MAX));
        return doubled.compareTo(config.pauseMax()) < 0 ? doubled : config.pauseMax();
    }
}
