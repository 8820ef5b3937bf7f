package app.lienzo.sla;

import app.lienzo.jobs.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// This replica's look at the clocks, every few seconds.
@ApplicationScoped
class AlarmLoop {
    private final SlaConfig config;
    private final Loop loop;

    AlarmLoop(AlarmWorker worker, SlaConfig config, Clock clock) {
        this.config = config;
        this.loop = new Loop("clocks", config.poll(), () -> worker.round(clock.instant()) == config.alarmsMax());
    }

    void start(@Observes StartupEvent event) {
        if (config.watching()) loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.end();
    }
}
