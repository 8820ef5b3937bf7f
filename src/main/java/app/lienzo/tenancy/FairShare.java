package app.lienzo.tenancy;

import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Leaves connections and cores for the others: one organization's statements wait for each other, in
/// their order, before they take what a neighbour needs.
///
/// An organization that is alone may have many at work, because a commit waits for the disk and many
/// share one flush. As soon as another one is there, each has about as many as the machine can really
/// work on: what comes in then waits here, where it costs nothing, and not in front of a core.
@ApplicationScoped
class FairShare {
    /// So long after it asked for something an organization counts as being there.
    private static final long THERE_NANOS = Duration.ofMillis(500).toNanos();

    private final Map<String, Share> shares = new ConcurrentHashMap<>();
    private final int alone;
    private final int besideOthers;
    private final Duration patience;
    private volatile String last = "";
    private volatile long changed = System.nanoTime() - THERE_NANOS;

    FairShare(TenancyConfig config) {
        this.alone = config.connectionsPerOrganizationMax();
        this.besideOthers = Math.min(
                alone,
                config.connectionsBesideOthersMax().orElse(Runtime.getRuntime().availableProcessors() + 1));
        this.patience = config.connectionPatience();
    }

    /// Waits for a place among the organization's own; give it back with [Place#close].
    ///
    /// @throws Refused `requests-too-often` when its own are too many for too long
    Place take(String organization) {
        // The same one again and again: nobody else is there. Races only blur the moment.
        if (!organization.equals(last)) {
            last = organization;
            changed = System.nanoTime();
        }
        var share = shares.computeIfAbsent(organization, _ -> new Share());
        share.take();
        return share::release;
    }

    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private int most() {
        return System.nanoTime() - changed < THERE_NANOS ? besideOthers : alone;
    }

    private final class Share {
        private final ReentrantLock lock = new ReentrantLock();
        private final Queue<Semaphore> waiting = new ArrayDeque<>();
        private int taken;

        void take() {
            Semaphore turn;
            lock.lock();
            try {
                if (waiting.isEmpty() && taken < most()) {
                    taken++;
                    return;
                }
                turn = new Semaphore(0);
                waiting.add(turn);
            } finally {
                lock.unlock();
            }
            await(turn);
        }

        void release() {
            lock.lock();
            try {
                taken--;
                admit();
            } finally {
                lock.unlock();
            }
        }

        private void admit() {
            while (!waiting.isEmpty() && taken < most()) {
                taken++;
                waiting.remove().release();
            }
        }

        private void await(Semaphore turn) {
            boolean interrupted = false;
            try {
                if (turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) return;
            } catch (InterruptedException _) {
                interrupted = true;
            }
            lock.lock();
            try {
                // Its turn may have come in this very moment: then it is passed on.
                if (!waiting.remove(turn)) {
                    taken--;
                    admit();
                }
            } finally {
                lock.unlock();
            }
            if (interrupted) Thread.currentThread().interrupt();
            throw Refused.tooMany("requests-too-often", 1);
        }
    }
}
