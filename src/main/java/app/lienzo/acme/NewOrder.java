package app.lienzo.acme;

import app.lienzo.acme.CertificateOrder.Current;
import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.CertificateView;
import app.lienzo.tenancy.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;

/// The first step: whether it makes sense, at which authority, whether a budget allows it; then the order
/// itself.
final class NewOrder {
    private static final Duration UPLOADED_LOOK = Duration.ofHours(1);
    private static final Duration CAA_LOOK = Duration.ofHours(1);
    private static final Duration UNCONFIGURED_LOOK = Duration.ofMinutes(10);
    private static final Duration BLOCKED_LOOK = Duration.ofDays(1);
    private static final Duration NOT_READY_MIN = Duration.ofSeconds(10);
    private static final Duration NOT_READY_MAX = Duration.ofDays(1);

    private final Authorities authorities;
    private final Accounts accounts;
    private final Budgets budgets;
    private final List<Preflight> preflights;
    private final CertificateService certificates;
    private final Vault vault;
    private final Ledger ledger;

    NewOrder(
            Authorities authorities,
            Accounts accounts,
            Budgets budgets,
            List<Preflight> preflights,
            CertificateService certificates,
            Vault vault,
            Ledger ledger) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.budgets = budgets;
        this.preflights = preflights;
        this.certificates = certificates;
        this.vault = vault;
        this.ledger = ledger;
    }

    void take(CertificateOrder order) throws AcmeException {
        var uploaded = uploaded(order);
        if (uploaded.isPresent()) {
            order.queue(Reason.CERTIFICATE_UPLOADED.code(), null, later(UPLOADED_LOOK, uploaded.get()));
            ledger.keep(order);
            return;
        }
        var spent = budgets.failures(order, ledger.now());
        if (spent.isPresent()) {
            var why = order.reason == null ? spent.get().reason().code() : order.reason;
            order.notReady(why, order.detail, spent.get().until());
            ledger.keep(order);
            return;
        }
        var allowed = allowed(order);
        if (allowed == null) ledger.keep(order);
        else order(order, allowed);
    }

    /// As long as it is valid and not about to end, nothing is ordered.
    private Optional<CertificateView> uploaded(CertificateOrder order) {
        return certificates
                .serving(order.host)
                .filter(serving -> serving.source() == CertificateSource.UPLOADED)
                .filter(serving -> ledger.now().isBefore(RenewalTime.latest(serving.notBefore(), serving.notAfter())));
    }

    private Instant later(Duration look, CertificateView serving) {
        var latest = RenewalTime.latest(serving.notBefore(), serving.notAfter());
        var next = ledger.now().plus(look);
        return next.isBefore(latest) ? next : latest;
    }

    /// @return whom CAA records allow; null when the host is not ready, and the order says so
    private @Nullable List<String> allowed(CertificateOrder order) {
        List<String> allowed = List.of();
        for (var preflight : preflights) {
            switch (preflight.check(order.host)) {
                case Readiness.Ready ready -> {
                    if (!ready.authorities().isEmpty()) allowed = ready.authorities();
                }
                case Readiness.NotReady not -> {
                    order.notReady(not.reason(), null, ledger.now().plus(bounded(not.retryAfter())));
                    return null;
                }
                case Readiness.Never never -> {
                    order.block(never.reason(), null, blockedUntil(order));
                    return null;
                }
            }
        }
        return allowed;
    }

    private static Duration bounded(Duration pause) {
        if (pause.compareTo(NOT_READY_MIN) < 0) return NOT_READY_MIN;
        return pause.compareTo(NOT_READY_MAX) < 0 ? pause : NOT_READY_MAX;
    }

    /// A certificate that serves must not run out because nobody looked again.
    @Nullable
    Instant blockedUntil(CertificateOrder order) {
        return order.renewal() ? ledger.now().plus(BLOCKED_LOOK) : null;
    }

    private void order(CertificateOrder order, List<String> allowed) throws AcmeException {
        if (authorities.all().isEmpty()) {
            order.queue(Reason.NO_AUTHORITY.code(), null, ledger.now().plus(UNCONFIGURED_LOOK));
            ledger.keep(order);
            return;
        }
        var may =
                authorities.all().stream().filter(one -> one.allowedBy(allowed)).toList();
        if (may.isEmpty()) {
            order.notReady(Reason.CAA_FORBIDS.code(), null, ledger.now().plus(CAA_LOOK));
            ledger.keep(order);
            return;
        }
        choose(order, may);
    }

    /// At the first authority that was not tried yet and lets us.
    private void choose(CertificateOrder order, List<Authority> candidates) throws AcmeException {
        Budgets.@Nullable Spent soonest = null;
        for (var authority : candidates) {
            if (order.tried.contains(authority.name())) continue;
            accounts.prepare(authority);
            var replaces = replaces(order, authority);
            var spent = budgets.book(authority, order, replaces, ledger.now());
            if (spent.isEmpty()) {
                place(order, authority, replaces);
                return;
            }
            if (soonest == null || spent.get().until().isBefore(soonest.until())) soonest = spent.get();
        }
        if (soonest == null) order.backOff(failedAll(order), order.detail, ledger.afterFailure(order));
        else order.queue(soonest.reason().code(), soonest.words(), ledger.spread(soonest.until()));
        ledger.keep(order);
    }

    private static String failedAll(CertificateOrder order) {
        return order.reason == null ? Reason.AUTHORITY_FAILED.code() : order.reason;
    }

    /// Another try after a refusal goes without: the authority may not know the old one.
    private static boolean replaces(CertificateOrder order, Authority authority) {
        var issued = order.issued;
        return issued != null
                && issued.by().equals(authority.name())
                && order.window != null
                && !order.replacesRefused
                && order.attempts == 0;
    }

    private void place(CertificateOrder order, Authority authority, boolean replaces) throws AcmeException {
        order.authority = authority.name();
        var keys = CertificateKeys.generate();
        var placed = authority.talk(session -> place(order, authority, session, replaces));
        var sealed = vault.sealFor(IssuedCertificate.sealedAs(order), CertificateKeys.encoded(keys));
        order.ordered(
                authority.name(), new Current(placed.getLocation().toString(), sealed, ledger.now()), ledger.now());
        ledger.keep(order);
    }

    private Order place(CertificateOrder order, Authority authority, Session session, boolean replaces)
            throws AcmeException {
        var builder = accounts.login(authority, session).newOrder().domain(order.host);
        authority.config().profile().ifPresent(builder::profile);
        var issued = order.issued;
        if (replaces
                && issued != null
                && session.resourceUrlOptional(Resource.RENEWAL_INFO).isPresent())
            builder.replaces(IssuedCertificate.leaf(issued));
        return builder.create();
    }
}
