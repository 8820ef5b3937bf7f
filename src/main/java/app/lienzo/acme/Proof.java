package app.lienzo.acme;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.challenge.TlsAlpn01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/// The steps in which the authority convinces itself that the host is ours.
final class Proof {
    private final Accounts accounts;
    private final Challenges challenges;
    private final Budgets budgets;
    private final Ledger ledger;

    Proof(Accounts accounts, Challenges challenges, Budgets budgets, Ledger ledger) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.budgets = budgets;
        this.ledger = ledger;
    }

    /// Lays the answer out where every replica finds it, and tells the authority after the commit.
    void prepare(CertificateOrder order, Authority authority, CertificateOrder.Current current) throws AcmeException {
        var authorization = authority.talk(session -> {
            var placed = accounts.login(authority, session).bindOrder(url(current.url()));
            placed.fetch();
            var first = placed.getAuthorizations().getFirst();
            first.fetch();
            return first;
        });
        if (authorization.getStatus() == Status.VALID) {
            order.advance(AcmeState.FINALIZING, ledger.now());
            ledger.keep(order);
            return;
        }
        if (authorization.getStatus() != Status.PENDING) {
            refused(order, authority, authorization);
            return;
        }
        var chosen = choose(order, authorization);
        if (chosen.isEmpty()) throw new AcmeException("The authority offers no challenge that we can answer");
        order.advance(AcmeState.CHALLENGED, ledger.now());
        ledger.keep(order, () -> layOut(order, chosen.get()));
        authority.talk(_ -> {
            chosen.get().trigger();
            return true;
        });
        told(order);
    }

    private void told(CertificateOrder order) {
        order.triggered = true;
        order.wait(null, null, ledger.nextLook(order));
        ledger.keep(order);
    }

    private void layOut(CertificateOrder order, Challenge challenge) {
        switch (challenge) {
            case Http01Challenge http ->
                challenges.overHttp(order, http.getToken(), http.getAuthorization(), ledger.now());
            case TlsAlpn01Challenge tls ->
                challenges.overTls(
                        order,
                        tls.getJSON().get("token").asString(),
                        AlpnCertificate.of(order.host, tls.getAcmeValidation(), ledger.now()),
                        ledger.now());
            default -> throw new IllegalStateException("No answer to " + challenge.getType());
        }
    }

    /// Looks whether the authority has looked. It is told once more where nobody knows whether it was.
    void await(CertificateOrder order, Authority authority, CertificateOrder.Current current) throws AcmeException {
        if (!order.triggered) {
            authority.talk(session -> {
                trigger(order, accounts.login(authority, session), current);
                return true;
            });
            told(order);
            return;
        }
        var placed = authority.talk(session -> fetched(accounts.login(authority, session), current));
        switch (placed.getStatus()) {
            case READY, PROCESSING, VALID -> {
                order.advance(AcmeState.FINALIZING, ledger.now());
                ledger.keep(order);
            }
            case PENDING -> stillWaiting(order, authority, current, placed);
            default -> askWhy(order, authority, current);
        }
    }

    private void stillWaiting(
            CertificateOrder order, Authority authority, CertificateOrder.Current current, Order placed)
            throws AcmeException {
        // Some authorities turn the authorization before the order.
        var authorization = authority.talk(session -> authorization(accounts.login(authority, session), current));
        if (authorization.getStatus() == Status.INVALID) {
            refused(order, authority, authorization);
            return;
        }
        order.polls++;
        order.wait(null, null, placed.getRetryAfter().orElseGet(() -> ledger.nextLook(order)));
        ledger.keep(order);
    }

    private void trigger(CertificateOrder order, Login login, CertificateOrder.Current current) throws AcmeException {
        var authorization = authorization(login, current);
        if (authorization.getStatus() != Status.PENDING) return;
        var chosen = choose(order, authorization);
        // Told before, by somebody who died before he wrote it down.
        if (chosen.isPresent() && chosen.get().getStatus() == Status.PENDING)
            chosen.get().trigger();
    }

    /// HTTP-01 first: it needs no more than what the host does anyway. The other way when the first one
    /// failed.
    private static Optional<Challenge> choose(CertificateOrder order, Authorization authorization) {
        var http = authorization.findChallenge(Http01Challenge.class).map(Challenge.class::cast);
        var tls = authorization.findChallenge(TlsAlpn01Challenge.class).map(Challenge.class::cast);
        return order.httpFailed ? tls.or(() -> http) : http.or(() -> tls);
    }

    private void askWhy(CertificateOrder order, Authority authority, CertificateOrder.Current current)
            throws AcmeException {
        refused(
                order,
                authority,
                authority.talk(session -> authorization(accounts.login(authority, session), current)));
    }

    private void refused(CertificateOrder order, Authority authority, Authorization authorization) {
        var fault = authorization.getChallenges().stream()
                .flatMap(challenge -> challenge.getError().stream())
                .findFirst()
                .map(Fault::of)
                .orElse(new Fault(Fault.Kind.HOST, Reason.ORDER_LAPSED, null, null));
        boolean overHttp = authorization.getChallenges().stream()
                .anyMatch(challenge -> challenge instanceof Http01Challenge
                        && challenge.getError().isPresent());
        order.httpFailed = overHttp && fault.reason() == Reason.HOST_UNREACHABLE;
        order.backOff(fault.reason().code(), fault.words(), ledger.afterFailure(order));
        ledger.keep(order, () -> {
            budgets.failed(authority, order, ledger.now());
            challenges.forget(order);
        });
    }

    private static Authorization authorization(Login login, CertificateOrder.Current current) throws AcmeException {
        var authorization = fetched(login, current).getAuthorizations().getFirst();
        authorization.fetch();
        return authorization;
    }

    static Order fetched(Login login, CertificateOrder.Current current) throws AcmeException {
        var order = login.bindOrder(url(current.url()));
        order.fetch();
        return order;
    }

    static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
