package app.lienzo.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// A thread of this replica that makes its round again and again until it ends, for what no job is queued for: what
/// has come due is looked for. A round that fails is made again after the next pause.
public final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);

    private final String name;
    private final Duration pause;
    private final Round round;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean open = true;

    /// What is done each time.
    public interface Round {
        /// @return whether there is more, so that the next one follows at once
        boolean make();
    }

    /// @param name of the thread
    /// @param pause after a round that leaves nothing to do
    public Loop(String name, Duration pause, Round round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    public void start() {
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Ends the pause.
    public void wake() {
        news.release();
    }

    /// No further round; the one at hand is finished unless it asks whether it is [#open].
    public void end() {
        open = false;
        news.release();
    }

    public boolean open() {
        return open;
    }

    private void run() {
        while (open) {
            if (!more()) await();
        }
    }

    private boolean more() {
        try {
            return round.make();
        } catch (RuntimeException e) {
            if (open) LOG.warnf("The round of %s is made later: %s", name, e.getMessage());
            return false;
        }
    }

    private void await() {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }
}
