package app.lienzo.acme;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// Keeps what a step found out: the row, its line in the history, and whatever belongs to the same moment.
final class Ledger {
    private static final double BUSY_JITTER = 0.1;
    private static final int LOOKS_GROW = 4;
    private static final int TRIES_GROW = 12;
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    private final Orders orders;
    private final History history;
    private final AcmeConfig config;
    private final Clock clock;
    private final Outcomes outcomes;

    Ledger(Orders orders, History history, Outcomes outcomes, AcmeConfig config, Clock clock) {
        this.orders = orders;
        this.history = history;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    AcmeConfig config() {
        return config;
    }

    static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    void keep(CertificateOrder order) {
        keep(order, () -> {});
    }

    /// @param also in the same transaction, after it is sure that the lease still holds
    void keep(CertificateOrder order, Runnable also) {
        QuarkusTransaction.requiringNew().run(() -> {
            var now = clock.instant();
            orders.save(order, now, config.lease());
            if (order.noteworthy) history.add(order, now);
            also.run();
        });
        if (order.noteworthy) outcomes.count(order.state);
        order.noteworthy = false;
    }

    /// The end of the row, with its last line in the history.
    void forget(CertificateOrder order, Runnable also) {
        QuarkusTransaction.requiringNew().run(also);
        order.nextActionAt = null;
    }

    /// When to look at what the authority works on, as it did not say: soon, then less often.
    Instant nextLook(CertificateOrder order) {
        return clock.instant().plus(config.pause().multipliedBy(1L << Math.min(order.polls, LOOKS_GROW)));
    }

    /// When to go on with an order after a fault that was not its own.
    Instant nextTry(CertificateOrder order) {
        var pause = config.pause().multipliedBy(1L << Math.min(order.polls, TRIES_GROW));
        return clock.instant().plus(pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX);
    }

    Instant afterFailure(CertificateOrder order) {
        return clock.instant().plus(BackOff.after(order.attempts, config.backOffMax(), random()));
    }

    /// Not all at the same moment.
    Instant spread(Instant until) {
        var wait = Duration.between(clock.instant(), until);
        return until.plusMillis((long) (Math.max(0, wait.toMillis()) * BUSY_JITTER * random()));
    }
}
