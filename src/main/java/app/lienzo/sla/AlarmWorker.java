package app.lienzo.sla;

import app.lienzo.sla.Alarms.Alarm;
import app.lienzo.tenancy.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jboss.logging.Logger;

/// Warns and says what is late, in the name of each organization. Any number of replicas may do so: each takes alarms
/// that no other one has, and whether there still is something to say is decided under the lock of the ticket.
@ApplicationScoped
class AlarmWorker {
    private static final Logger LOG = Logger.getLogger(AlarmWorker.class);

    private final Alarms alarms;
    private final ClockDesk desk;
    private final Scope scope;
    private final SlaConfig config;

    AlarmWorker(Alarms alarms, ClockDesk desk, Scope scope, SlaConfig config) {
        this.alarms = alarms;
        this.desk = desk;
        this.scope = scope;
        this.config = config;
    }

    /// Looks at what has come.
    ///
    /// @return how many alarms were taken
    int round(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var taken = alarms.take(at, config.lease(), config.alarmsMax());
        for (var alarm : new LinkedHashSet<>(taken)) {
            try {
                scope.call(alarm.organization(), () -> {
                    inRequestContext(() -> look(alarm, at));
                    return null;
                });
            } catch (RuntimeException e) {
                // It comes back when the lease has ended.
                LOG.warnf(e, "The clocks of ticket %s could not be looked at", alarm.ticket());
            }
        }
        return taken.size();
    }

    private void look(Alarm alarm, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            desk.take(List.of(alarm.ticket()), desk.fresh(), ticket -> ticket.settle(now));
            alarms.set(alarm.ticket());
        });
    }

    private static void inRequestContext(Runnable work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }
}
