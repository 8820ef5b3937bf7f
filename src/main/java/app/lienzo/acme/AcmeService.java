package app.lienzo.acme;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door to certificates from authorities, for the hosts of the organization in scope. Orders are placed
/// by workers of any replica after the commit, never by a request or a handshake.
@ApplicationScoped
@Transactional
public class AcmeService {
    private final Orders orders;
    private final Challenges challenges;
    private final History history;
    private final Authorities authorities;
    private final Signals signals;
    private final AcmeConfig config;
    private final Clock clock;

    AcmeService(
            Orders orders,
            Challenges challenges,
            History history,
            Authorities authorities,
            Signals signals,
            AcmeConfig config,
            Clock clock) {
        this.orders = orders;
        this.challenges = challenges;
        this.history = history;
        this.authorities = authorities;
        this.signals = signals;
        this.config = config;
        this.clock = clock;
    }

    /// This host shall have a certificate from now on, and be renewed for as long as it does; nothing
    /// changes when it shall already. Whether the host is the organization's is for the caller to know.
    public void want(String host) {
        if (orders.want(host, clock.instant())) signals.tell(OrderLoop.CHANGED, "");
    }

    /// No more orders; what was issued is revoked soon.
    public void unwant(String host) {
        if (orders.unwant(host, clock.instant())) signals.tell(OrderLoop.CHANGED, "");
    }

    /// Forgets how hosts came by their certificates that have been gone since before.
    public void forgetGoneBefore(Instant before) {
        history.forgetGoneBefore(before);
    }

    /// Nothing for a host that nobody wants a certificate for.
    public Optional<AcmeView> view(String host) {
        return orders.find(host)
                .map(order -> new AcmeView(
                        host,
                        order.state,
                        reason(order),
                        order.detail,
                        order.nextActionAt,
                        order.attempts,
                        order.authority,
                        history.of(host)));
    }

    private @Nullable String reason(CertificateOrder order) {
        boolean nobody = order.state == AcmeState.QUEUED && authorities.all().isEmpty();
        return nobody ? Reason.NO_AUTHORITY.code() : order.reason;
    }

    /// Somebody changed something and asks to try at once. What is under way goes on as it is; the limits
    /// of authorities hold for people too.
    ///
    /// @throws Refused `not-found`, or `certificate-asked-too-often`
    public void again(String host) {
        var now = clock.instant();
        var order = orders.find(host).orElseThrow(Refused::notFound);
        if (orders.again(host, now, now.minus(config.askAgainMin()))) {
            signals.tell(OrderLoop.CHANGED, "");
            return;
        }
        switch (order.state) {
            case QUEUED, BACKOFF, BLOCKED ->
                throw Refused.tooMany(
                        "certificate-asked-too-often", config.askAgainMin().toSeconds());
            case ORDERED, CHALLENGED, FINALIZING, LIVE -> {
                // It is being done, or done.
            }
        }
    }

    /// How many may ask for [#challengeAnswer] at once.
    public int answersAtOnceMax() {
        return config.answersAtOnceMax();
    }

    /// What an authority that asks a host for a token is answered (RFC 8555, 8.3); of whichever
    /// organization.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<String> challengeAnswer(String host, String token) {
        return challenges.answer(token, host);
    }
}
