package app.lienzo.deadlines;

import app.lienzo.deadlines.Deadlines.Key;
import app.lienzo.tenancy.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/// Warns and says what is over, in the platform's name. Any number of replicas may do so: each takes what no other one
/// has, and whether there still is something to say is decided under the lock of the deadline.
@ApplicationScoped
class DeadlineWorker {
    private static final Logger LOG = Logger.getLogger(DeadlineWorker.class);

    private final Deadlines deadlines;
    private final DeadlineService service;
    private final Scope scope;
    private final DeadlineConfig config;

    DeadlineWorker(Deadlines deadlines, DeadlineService service, Scope scope, DeadlineConfig config) {
        this.deadlines = deadlines;
        this.service = service;
        this.scope = scope;
        this.config = config;
    }

    /// Looks at what has come.
    ///
    /// @return how many deadlines were taken
    int round(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return scope.call(Deadlines.PLATFORM, () -> {
            var context = Arc.container().requestContext();
            context.activate();
            try {
                return round(take(at), at);
            } finally {
                context.terminate();
            }
        });
    }

    private List<Key> take(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> deadlines.take(now, config.lease(), config.takenMax()));
    }

    private int round(List<Key> taken, Instant now) {
        for (var key : taken) {
            try {
                QuarkusTransaction.requiringNew().run(() -> service.look(key, now));
            } catch (RuntimeException e) {
                // It comes back when the lease has ended.
                LOG.warnf(e, "A deadline could not be looked at: %s %s", key.subject(), key.id());
            }
        }
        return taken.size();
    }
}
