package app.lienzo.sla;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// This replica's look at the clocks, every few seconds.
@ApplicationScoped
class AlarmLoop {
    private static final Logger LOG = Logger.getLogger(AlarmLoop.class);

    private final AlarmWorker worker;
    private final SlaConfig config;
    private final Clock clock;
    private final Semaphore end = new Semaphore(0);
    private volatile boolean open = true;

    AlarmLoop(AlarmWorker worker, SlaConfig config, Clock clock) {
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.watching()) Thread.ofPlatform().daemon().name("clocks").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
        end.release();
    }

    private void run() {
        while (open) {
            try {
                while (open && worker.round(clock.instant()) == config.alarmsMax()) Thread.onSpinWait();
            } catch (RuntimeException e) {
                if (open) LOG.warnf("Clocks could not be looked at: %s", e.getMessage());
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
