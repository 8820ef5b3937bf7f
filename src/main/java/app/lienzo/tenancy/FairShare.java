package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Leaves connections for the others: one organization's statements wait for each other before they fill
/// the pool. In their order, so that none of its own waits for ever.
@ApplicationScoped
class FairShare {
    private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();
    private final int most;

    FairShare(TenancyConfig config) {
        this.most = config.connectionsPerOrganizationMax();
    }

    /// Waits for a place among the organization's own; give it back with [Place#close].
    Place take(String organization) {
        var share = shares.computeIfAbsent(organization, _ -> new Semaphore(most, true));
        share.acquireUninterruptibly();
        return share::release;
    }

    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
