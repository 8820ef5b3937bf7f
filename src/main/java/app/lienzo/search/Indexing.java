package app.lienzo.search;

import app.lienzo.tenancy.DatabaseFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Brings the index of the organization at hand up to date, a batch to a transaction: what was taken from the queue is
/// indexed, or is still in it.
@ApplicationScoped
class Indexing {
    private static final Logger LOG = Logger.getLogger(Indexing.class);
    private static final int BATCHES_MAX = 10;
    private static final int PATIENCE_SECONDS = 60;

    private final Pending pending;
    private final Sources sources;
    private final SearchConfig config;

    Indexing(Pending pending, Sources sources, SearchConfig config) {
        this.pending = pending;
        this.sources = sources;
        this.config = config;
    }

    /// A few batches, so that the next organization has its turn soon.
    ///
    /// @return whether there is more to do at once
    boolean run() {
        boolean more = inOne(() -> {
            boolean begun = pending.begin();
            return pending.gather() == config.lookMax() || begun;
        });
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            long begun = System.nanoTime();
            if (!batch(config.batchMax())) return more;
            LockSupport.parkNanos((System.nanoTime() - begun) * config.restFactor());
        }
        return true;
    }

    /// When one of a batch cannot be indexed, they follow one by one.
    ///
    /// @return whether anything was waiting
    private boolean batch(int most) {
        var taken = new ArrayList<Pending.Thing>();
        try {
            return inOne(() -> {
                taken.addAll(pending.take(most));
                index(taken);
                return !taken.isEmpty();
            });
        } catch (DatabaseFailed e) {
            if (taken.isEmpty()) throw e;
            taken.forEach(this::alone);
            return true;
        }
    }

    /// One that cannot be indexed is left out, and said.
    private void alone(Pending.Thing thing) {
        try {
            inOne(() -> {
                pending.take(thing);
                index(List.of(thing));
                return true;
            });
        } catch (DatabaseFailed e) {
            QuarkusTransaction.requiringNew().run(() -> pending.take(thing));
            LOG.errorf("Not to be found by its new words: %s %s: %s", thing.kind(), thing.id(), e.getMessage());
        }
    }

    private void index(List<Pending.Thing> things) {
        things.stream()
                .collect(Collectors.groupingBy(
                        Pending.Thing::kind, Collectors.mapping(Pending.Thing::id, Collectors.toList())))
                .forEach(sources::index);
    }

    private boolean inOne(BooleanSupplier work) {
        return QuarkusTransaction.requiringNew()
                .timeout(PATIENCE_SECONDS)
                .call(() -> pending.mine() && work.getAsBoolean());
    }
}
