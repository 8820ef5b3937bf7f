package app.lienzo.deadlines;

import app.lienzo.jobs.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// This replica looks at the deadlines every few seconds.
@ApplicationScoped
class DeadlineLoop {
    private final DeadlineConfig config;
    private final Loop loop;

    DeadlineLoop(DeadlineWorker worker, DeadlineConfig config, Clock clock) {
        this.config = config;
        this.loop = new Loop("deadlines", config.poll(), () -> worker.round(clock.instant()) == config.takenMax());
    }

    void start(@Observes StartupEvent event) {
        if (config.watching()) loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.end();
    }
}
