package app.lienzo.deadlines;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// This replica looks at the deadlines every few seconds.
@ApplicationScoped
class DeadlineLoop {
    private static final Logger LOG = Logger.getLogger(DeadlineLoop.class);

    private final DeadlineWorker worker;
    private final DeadlineConfig config;
    private final Clock clock;
    private final Semaphore end = new Semaphore(0);
    private volatile boolean open = true;

    DeadlineLoop(DeadlineWorker worker, DeadlineConfig config, Clock clock) {
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.watching()) Thread.ofPlatform().daemon().name("deadlines").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
        end.release();
    }

    private void run() {
        while (open) {
            try {
                while (open && worker.round(clock.instant()) == config.takenMax()) Thread.onSpinWait();
            } catch (RuntimeException e) {
                if (open) LOG.warnf("Deadlines could not be looked at: %s", e.getMessage());
            }
            await();
        }
    }

    private void await() {
        try {
            if (end.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) open = false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }
}
