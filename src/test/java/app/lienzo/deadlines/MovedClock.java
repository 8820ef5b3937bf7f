package app.lienzo.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// The clock that deadlines are looked at by, in the hands of a test of another feature.
@ApplicationScoped
public class MovedClock {
    private final DeadlineWorker worker;

    MovedClock(DeadlineWorker worker) {
        this.worker = worker;
    }

    /// Whatever has come by then is said.
    public void passes(Instant moment) {
        while (worker.round(moment) > 0) Thread.onSpinWait();
    }
}
