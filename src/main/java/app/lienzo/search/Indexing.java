package app.lienzo.search;

import app.lienzo.tenancy.DatabaseFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Brings the index of the organization at hand up to date, a batch to a transaction: what was taken from the queue is
/// indexed, or is still in it.
@ApplicationScoped
class Indexing {
    private static final Logger LOG = Logger.getLogger(Indexing.class);
    private static final int ROUNDS_MAX = 20;
    private static final int PATIENCE_SECONDS = 60;

    private final Pending pending;
    private final Sources sources;

    Indexing(Pending pending, Sources sources) {
        this.pending = pending;
        this.sources = sources;
    }

    /// @return whether there is more to do
    boolean run() {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            try {
                if (!step(false)) return false;
            } catch (DatabaseFailed e) {
                LOG.warnf("A batch could not be indexed, its things follow one by one: %s", e.getMessage());
                return step(true);
            }
        }
        return true;
    }

    /// @param singly each thing in a transaction of its own: one that cannot be indexed is left out, and said
    private boolean step(boolean singly) {
        var taken = new EnumMap<HitKind, Set<UUID>>(HitKind.class);
        int read = QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(() -> {
            if (!pending.mine()) return 0;
            boolean begun = pending.begin();
            var queued = pending.queued();
            var said = pending.said();
            for (var things : List.of(queued, said)) {
                if (singly) things.ids().forEach((kind, ids) -> taken.merge(kind, ids, Indexing::both));
                else index(things.ids());
            }
            return queued.read() + said.read() + (begun ? 1 : 0);
        });
        taken.forEach((kind, ids) -> ids.forEach(id -> alone(kind, id)));
        return read > 0;
    }

    private void alone(HitKind kind, UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> sources.index(kind, Set.of(id)));
        } catch (DatabaseFailed e) {
            LOG.errorf("Not to be found by its new words: %s %s: %s", kind, id, e.getMessage());
        }
    }

    private void index(Map<HitKind, Set<UUID>> things) {
        things.forEach(sources::index);
    }

    private static Set<UUID> both(Set<UUID> some, Set<UUID> others) {
        some.addAll(others);
        return some;
    }
}
