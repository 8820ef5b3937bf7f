package app.lienzo.deadlines;

import app.lienzo.deadlines.Deadlines.Key;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/// The clock that deadlines are looked at by, in the hands of a test of another feature.
@ApplicationScoped
public class MovedClock {
    private final DeadlineWorker worker;
    private final DeadlineService service;
    private final Deadlines deadlines;
    private final DeadlineTimes times;
    private final Event<DeadlineWarned> warned;
    private final Event<DeadlinePassed> passed;
    private final DeadlineConfig config;
    private final Scope scope;

    MovedClock(
            DeadlineWorker worker,
            DeadlineService service,
            Deadlines deadlines,
            DeadlineTimes times,
            Event<DeadlineWarned> warned,
            Event<DeadlinePassed> passed,
            DeadlineConfig config,
            Scope scope) {
        this.worker = worker;
        this.service = service;
        this.deadlines = deadlines;
        this.times = times;
        this.warned = warned;
        this.passed = passed;
        this.config = config;
        this.scope = scope;
    }

    /// Whatever has come by then is said.
    public void passes(Instant moment) {
        while (worker.round(moment) > 0) Thread.onSpinWait();
    }

    /// What has come of one deadline by then is said.
    public void passes(DeadlineSubject subject, UUID id, Instant moment) {
        scope.call(Deadlines.PLATFORM, () -> {
            QuarkusTransaction.requiringNew().run(() -> service.look(new Key(subject, id), moment));
            return moment;
        });
    }

    /// The door as it is at a moment. Its transactions are the caller's.
    public DeadlineService at(Instant moment) {
        return new DeadlineService(deadlines, times, warned, passed, config, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
