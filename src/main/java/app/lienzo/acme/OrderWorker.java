package app.lienzo.acme;

import app.lienzo.tenancy.Scope;
import io.quarkus.arc.Arc;
import java.time.Clock;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Takes due rows and carries each as far as it goes without waiting. Renewals and new orders have rooms of
/// their own, so that a thousand new domains keep no certificate from being renewed.
final class OrderWorker {
    private static final Logger LOG = Logger.getLogger(OrderWorker.class);
    /// Of one row in one go, should it ever run in a circle.
    private static final int STEPS_MAX = 12;

    private final String owner;
    private final Orders orders;
    private final OrderSteps steps;
    private final Scope scope;
    private final AcmeConfig config;
    private final Clock clock;
    private final Semaphore newRoom;
    private final Semaphore renewalRoom;
    private final Phaser working = new Phaser(1);

    OrderWorker(String owner, Orders orders, OrderSteps steps, Scope scope, AcmeConfig config, Clock clock) {
        this.owner = owner;
        this.orders = orders;
        this.steps = steps;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
        this.newRoom = new Semaphore(config.newAtOnceMax());
        this.renewalRoom = new Semaphore(config.renewalsAtOnceMax());
    }

    /// Takes what there is room for, and returns while it is worked on.
    ///
    /// @return how many were taken
    int round() {
        return take(true, renewalRoom) + take(false, newRoom);
    }

    /// Takes what there is room for, and returns when that is done.
    int step() {
        int taken = round();
        awaitRest();
        return taken;
    }

    void awaitRest() {
        working.arriveAndAwaitAdvance();
    }

    private int take(boolean renewals, Semaphore room) {
        int free = room.drainPermits();
        int taken = 0;
        try {
            for (var order : orders.lease(renewals, free, owner, clock.instant(), config.lease())) {
                taken++;
                working.register();
                Thread.ofVirtual().name("acme-", 0).start(() -> carry(order, room));
            }
        } finally {
            room.release(free - taken);
        }
        return taken;
    }

    private void carry(CertificateOrder order, Semaphore room) {
        try {
            scope.call(order.organization, () -> {
                inRequestContext(order);
                return null;
            });
        } catch (LeaseLost _) {
            LOG.debugf("Somebody else goes on with the certificate of %s", order.host);
        } catch (RuntimeException e) {
            // Whoever takes it when the lease has ended may have more luck.
            LOG.warnf(e, "The certificate of %s could not be worked on", order.host);
        } finally {
            room.release();
            working.arriveAndDeregister();
        }
    }

    private void inRequestContext(CertificateOrder order) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            for (int i = 0; i < STEPS_MAX && order.due(clock.instant()); i++) steps.step(order);
        } finally {
            context.terminate();
        }
    }
}
