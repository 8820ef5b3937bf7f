package app.lienzo.acme;

import app.lienzo.acme.CertificateOrder.Issued;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.shredzone.acme4j.RevocationReason;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;

/// What happens to a certificate that serves: the authority is asked when it would like it to be replaced,
/// it is renewed in time, and taken back when nobody wants it any more.
final class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration POLL_MIN = Duration.ofMinutes(1);
    private static final Duration POLL_MAX = Duration.ofHours(12);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final int REVOCATIONS_MAX = 5;

    private final Authorities authorities;
    private final Accounts accounts;
    private final Orders orders;
    private final Challenges challenges;
    private final Ledger ledger;

    Watch(Authorities authorities, Accounts accounts, Orders orders, Challenges challenges, Ledger ledger) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.orders = orders;
        this.challenges = challenges;
        this.ledger = ledger;
    }

    void look(CertificateOrder order, Issued issued) {
        var now = ledger.now();
        if (order.windowPollAt == null || !now.isBefore(order.windowPollAt)) askForWindow(order, issued);
        var renewAt = order.renewAt(issued);
        if (!now.isBefore(renewAt)) {
            order.attempts = 0;
            order.queue(null, null, now);
        } else {
            order.wait(null, null, earlier(renewAt, order.windowPollAt));
        }
        ledger.keep(order);
    }

    private static Instant earlier(Instant one, @org.jspecify.annotations.Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    /// A failure here changes nothing: what was known before holds, and the certificate's own end.
    private void askForWindow(CertificateOrder order, Issued issued) {
        order.windowPollAt = ledger.now().plus(AFTER_FAILURE);
        var authority = authorities.named(issued.by());
        if (authority.isEmpty()) return;
        try {
            order.windowPollAt = authority.get().talk(session -> {
                if (session.resourceUrlOptional(Resource.RENEWAL_INFO).isEmpty())
                    return ledger.now().plus(POLL_MAX);
                var info = accounts.login(authority.get(), session).bindRenewalInfo(IssuedCertificate.leaf(issued));
                var next = info.fetch().orElse(ledger.now().plus(ledger.config().renewalInfo()));
                remember(order, issued, info.getSuggestedWindowStart(), info.getSuggestedWindowEnd());
                return bounded(next);
            });
        } catch (AcmeException | RuntimeException e) {
            LOG.debugf("No renewal information for %s: %s", order.host, e.getMessage());
        }
    }

    private static void remember(CertificateOrder order, Issued issued, Instant start, Instant end) {
        if (order.window != null && order.window.same(start, end)) return;
        order.window = RenewalWindow.of(start, end, issued, Ledger.random()).orElse(null);
    }

    private Instant bounded(Instant next) {
        var now = ledger.now();
        if (next.isBefore(now.plus(POLL_MIN))) return now.plus(POLL_MIN);
        return next.isAfter(now.plus(POLL_MAX)) ? now.plus(POLL_MAX) : next;
    }

    /// Nobody wants it: taken back at the authority if it can be, then forgotten.
    void withdraw(CertificateOrder order) {
        var issued = order.issued;
        var authority = issued == null ? null : authorities.named(issued.by()).orElse(null);
        if (issued != null && authority != null && ledger.now().isBefore(issued.notAfter())) {
            try {
                authority.talk(session -> {
                    org.shredzone.acme4j.Certificate.revoke(
                            accounts.login(authority, session),
                            IssuedCertificate.leaf(issued),
                            RevocationReason.CESSATION_OF_OPERATION);
                    return true;
                });
            } catch (AcmeException | RuntimeException e) {
                LOG.infof("A certificate of %s was not revoked yet: %s", order.host, e.getMessage());
                if (order.attempts < REVOCATIONS_MAX && !alreadyRevoked(e)) {
                    order.nextActionAt = ledger.afterFailure(order);
                    order.attempts++;
                    ledger.keep(order);
                    return;
                }
            }
        }
        ledger.forget(order, () -> {
            orders.remove(order);
            challenges.forget(order);
        });
    }

    private static boolean alreadyRevoked(Exception failure) {
        return failure instanceof org.shredzone.acme4j.exception.AcmeServerException server
                && server.getType().toString().endsWith(":alreadyRevoked");
    }
}
