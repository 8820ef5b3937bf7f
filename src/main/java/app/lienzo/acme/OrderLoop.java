package app.lienzo.acme;

import app.lienzo.jobs.Loop;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// This replica's worker: looks for due orders every second, and at once when one was asked for here.
@ApplicationScoped
class OrderLoop {
    /// Told when an order came.
    static final String CHANGED = "acme";

    private static final Duration TIDY = Duration.ofMinutes(1);

    private final OrderWorker worker;
    private final boolean idle;
    private final Orders orders;
    private final Challenges challenges;
    private final Budgets budgets;
    private final Outcomes outcomes;
    private final Clock clock;
    private final Loop loop;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Instant tidied = Instant.EPOCH;

    OrderLoop(
            Workshop workshop,
            Authorities authorities,
            @All List<Preflight> preflights,
            Orders orders,
            Challenges challenges,
            Outcomes outcomes,
            TenantSql sql,
            Signals signals,
            AcmeConfig config,
            Clock clock) {
        this.worker =
                workshop.worker(UUID.randomUUID().toString(), authorities, List.copyOf(preflights), config, clock);
        this.idle = authorities.all().isEmpty();
        this.orders = orders;
        this.challenges = challenges;
        this.budgets = new Budgets(sql, config);
        this.outcomes = outcomes;
        this.clock = clock;
        this.loop = new Loop("acme", config.poll(), this::round);
        signals.listen(CHANGED, _ -> loop.wake());
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.end();
    }

    /// Nothing is taken by this replica until [#resume]; what was is finished first. For the thread that
    /// resumes it.
    void hold() {
        turn.lock();
        worker.awaitRest();
    }

    void resume() {
        turn.unlock();
    }

    private boolean round() {
        turn.lock();
        try {
            // Without an authority others, who may have one, are not kept from it.
            if (!idle) worker.round();
            tidy();
            return false;
        } finally {
            turn.unlock();
        }
    }

    private void tidy() {
        var now = clock.instant();
        if (now.isBefore(tidied.plus(TIDY))) return;
        tidied = now;
        outcomes.late(orders.lateRenewals(now));
        QuarkusTransaction.requiringNew().run(() -> {
            challenges.forgetExpired(now);
            budgets.forgetOld(now);
        });
    }
}
