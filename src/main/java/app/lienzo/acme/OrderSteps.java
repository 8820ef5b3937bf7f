package app.lienzo.acme;

import app.lienzo.acme.CertificateOrder.Current;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.shredzone.acme4j.exception.AcmeException;

/// One step of one order: what its state asks for, and what a fault in it means. Nothing here waits; what
/// takes time is looked at again in a later step, by whoever takes the row then.
final class OrderSteps {
    private static final Logger LOG = Logger.getLogger(OrderSteps.class);
    private static final Duration FAULT_PAUSE = Duration.ofMinutes(5);
    private static final Duration BUSY_PAUSE = Duration.ofMinutes(1);

    private final Authorities authorities;
    private final Accounts accounts;
    private final Budgets budgets;
    private final Challenges challenges;
    private final NewOrder newOrder;
    private final Proof proof;
    private final IssuedCertificate certificate;
    private final Watch watch;
    private final Ledger ledger;

    OrderSteps(
            Authorities authorities,
            Accounts accounts,
            Budgets budgets,
            Challenges challenges,
            NewOrder newOrder,
            Proof proof,
            IssuedCertificate certificate,
            Watch watch,
            Ledger ledger) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.budgets = budgets;
        this.challenges = challenges;
        this.newOrder = newOrder;
        this.proof = proof;
        this.certificate = certificate;
        this.watch = watch;
        this.ledger = ledger;
    }

    /// @throws LeaseLost when the row is no longer ours
    void step(CertificateOrder order) {
        try {
            perform(order);
        } catch (LeaseLost e) {
            throw e;
        } catch (AcmeException | org.shredzone.acme4j.exception.AcmeLazyLoadingException e) {
            fault(order, Fault.of(e));
        } catch (org.shredzone.acme4j.exception.AcmeProtocolException e) {
            fault(order, new Fault(Fault.Kind.AUTHORITY, Reason.AUTHORITY_FAILED, e.getMessage(), null));
        } catch (RuntimeException e) {
            LOG.errorf(e, "A step of the certificate of %s failed", order.host);
            order.wait(Reason.INTERNAL, null, ledger.now().plus(FAULT_PAUSE));
            ledger.keep(order);
        }
    }

    private void perform(CertificateOrder order) throws AcmeException {
        if (!order.wanted) {
            watch.withdraw(order);
            return;
        }
        var current = order.current;
        var issued = order.issued;
        switch (order.state) {
            case QUEUED, BACKOFF, BLOCKED -> newOrder.take(order);
            case LIVE -> {
                if (issued == null) startAnew(order);
                else watch.look(order, issued);
            }
            case ORDERED, CHALLENGED, FINALIZING -> {
                if (current == null) startAnew(order);
                else goOn(order, current);
            }
        }
    }

    /// The row lacks what its state is about, and no look at it would ever bring that back.
    private void startAnew(CertificateOrder order) {
        LOG.warnf("The certificate of %s is ordered anew: nothing is known of the former", order.host);
        order.queue(null, null, ledger.now());
        ledger.keep(order);
    }

    private void goOn(CertificateOrder order, Current current) throws AcmeException {
        var authority = authorities.named(String.valueOf(order.authority));
        if (authority.isEmpty()) {
            order.queue(null, null, ledger.now());
            ledger.keep(order);
            return;
        }
        if (!ledger.now().isBefore(current.at().plus(ledger.config().orderMax()))) {
            lapse(order, Reason.ORDER_LAPSED, order.detail);
            return;
        }
        var paused = budgets.paused(authority.get(), ledger.now());
        if (paused.isPresent()) {
            order.wait(
                    paused.get().reason(),
                    order.detail,
                    ledger.spread(paused.get().until()));
            ledger.keep(order);
            return;
        }
        switch (order.state) {
            case ORDERED -> proof.prepare(order, authority.get(), current);
            case CHALLENGED -> proof.await(order, authority.get(), current);
            case FINALIZING -> certificate.fetch(order, authority.get(), current);
            case QUEUED, BACKOFF, BLOCKED, LIVE -> throw new IllegalStateException("Not under way: " + order.state);
        }
    }

    private void lapse(CertificateOrder order, Reason reason, @org.jspecify.annotations.Nullable String words) {
        order.backOff(reason.code(), words, ledger.afterFailure(order));
        ledger.keep(order, () -> challenges.forget(order));
    }

    private void fault(CertificateOrder order, Fault fault) {
        LOG.infof("The certificate of %s waits: %s", order.host, fault);
        boolean underWay = order.current != null;
        switch (fault.kind()) {
            case BUSY -> busy(order, fault, underWay);
            case AUTHORITY -> {
                authorities.named(String.valueOf(order.authority)).ifPresent(Authority::forgetDirectory);
                if (underWay) lookAgain(order, fault);
                else tryNext(order, fault);
            }
            case EARLY -> lookAgain(order, fault);
            case HOST -> lapse(order, fault.reason(), fault.words());
            case NAME -> refusedName(order, fault);
            case ORDER -> lapse(order, fault.reason(), fault.words());
            case ACCOUNT_GONE -> {
                authorities.named(String.valueOf(order.authority)).ifPresent(accounts::forget);
                order.queue(fault.reason().code(), fault.words(), ledger.now());
                ledger.keep(order, () -> challenges.forget(order));
            }
            case REPLACED -> {
                order.replacesRefused = true;
                order.queue(null, null, ledger.now());
                ledger.keep(order);
            }
        }
    }

    /// The order at the authority is as it was; only the answer did not come.
    private void lookAgain(CertificateOrder order, Fault fault) {
        order.polls++;
        order.wait(fault.reason(), fault.words(), ledger.nextTry(order));
        ledger.keep(order);
    }

    /// Another authority at once; after the last one, all of them later.
    private void tryNext(CertificateOrder order, Fault fault) {
        order.tried(String.valueOf(order.authority));
        boolean more = authorities.all().stream().anyMatch(one -> !order.tried.contains(one.name()));
        if (more) order.queue(fault.reason().code(), fault.words(), ledger.now());
        else order.backOff(fault.reason().code(), fault.words(), ledger.afterFailure(order));
        ledger.keep(order);
    }

    private void refusedName(CertificateOrder order, Fault fault) {
        order.tried(String.valueOf(order.authority));
        boolean more = authorities.all().stream().anyMatch(one -> !order.tried.contains(one.name()));
        if (more) order.queue(fault.reason().code(), fault.words(), ledger.now());
        else order.block(fault.reason().code(), fault.words(), newOrder.blockedUntil(order));
        ledger.keep(order, () -> challenges.forget(order));
    }

    /// This host waits as long as it was told to; others of this authority too, but not for longer than the
    /// limit: what was counted may be this host's own affair.
    private void busy(CertificateOrder order, Fault fault, boolean underWay) {
        var now = ledger.now();
        var asked = fault.retryAfter() == null ? BUSY_PAUSE : fault.retryAfter();
        var quiet = asked.compareTo(ledger.config().quietMax()) < 0
                ? asked
                : ledger.config().quietMax();
        var authority = authorities.named(String.valueOf(order.authority)).orElseThrow();
        budgets.pause(authority, now.plus(quiet), String.valueOf(fault.words()));
        if (underWay) {
            order.wait(fault.reason(), fault.words(), ledger.spread(now.plus(asked)));
            ledger.keep(order);
            return;
        }
        boolean more = authorities.all().stream()
                .anyMatch(one -> !one.name().equals(order.authority)
                        && !order.tried.contains(one.name())
                        && budgets.paused(one, now).isEmpty());
        if (more) {
            order.tried(authority.name());
            order.queue(fault.reason().code(), fault.words(), now);
        } else {
            Instant own = now.plus(BackOff.after(order.attempts, ledger.config().backOffMax(), 0));
            Instant told = now.plus(asked);
            order.backOff(fault.reason().code(), fault.words(), ledger.spread(told.isAfter(own) ? told : own));
        }
        ledger.keep(order);
    }
}
