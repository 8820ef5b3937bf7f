package app.lienzo.search;

import app.lienzo.jobs.Loop;
import app.lienzo.live.EventLog;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// This replica's worker: looks at organizations of which it heard that something happened, at those with something in
/// the queue, and at all of them now and then. Any number of replicas may do the same.
@ApplicationScoped
class IndexLoop {
    private static final Logger LOG = Logger.getLogger(IndexLoop.class);

    /// So often an organization is looked at after a hint: rows of transactions that were still open come late.
    private static final int LOOKS = 3;

    private final Indexing indexing;
    private final Pending pending;
    private final Scope scope;
    private final SearchConfig config;
    private final Clock clock;
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final Loop loop;
    private volatile boolean everywhere = true;
    private Instant swept = Instant.EPOCH;

    IndexLoop(Indexing indexing, Pending pending, Scope scope, Signals signals, SearchConfig config, Clock clock) {
        this.indexing = indexing;
        this.pending = pending;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
        this.loop = new Loop("search-index", config.poll(), this::round);
        signals.listen(EventLog.GREW, this::hear);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.end();
    }

    private void hear(String organization) {
        if (organization.equals(Signals.EVERYTHING)) everywhere = true;
        else looks.put(organization, LOOKS);
    }

    private boolean round() {
        sweep();
        QuarkusTransaction.requiringNew()
                .call(pending::organizations)
                .forEach(organization -> looks.merge(organization, 1, Math::max));
        boolean more = false;
        for (var organization : looks.keySet()) more |= look(organization);
        return more;
    }

    private void sweep() {
        var now = clock.instant();
        if (!everywhere && now.isBefore(swept.plus(config.sweep()))) return;
        everywhere = false;
        swept = now;
        scope.forEach(() -> looks.merge(scope.organization().id(), 1, Math::max));
    }

    /// @return whether there is more to do at once
    private boolean look(String organization) {
        if (!loop.open()) return false;
        try {
            boolean more = scope.call(organization, indexing::run);
            looks.computeIfPresent(
                    organization, (_, left) -> more ? left : left <= 1 ? null : Integer.valueOf(left - 1));
            return more;
        } catch (RuntimeException e) {
            looks.remove(organization);
            if (loop.open())
                LOG.warnf("An organization could not be indexed and is looked at later: %s", e.getMessage());
            return false;
        }
    }
}
