package app.lienzo.recovery;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.NetworkPace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// How often one network address may ask for something.
@ApplicationScoped
class RequestPace {
    private final NetworkPace requests;
    private final NetworkPace estimates;

    RequestPace(Scope scope, RecoveryConfig config) {
        this.requests = new NetworkPace(scope, config.requestsMax(), config.requestsWithin(), "recovery-too-often");
        this.estimates = new NetworkPace(scope, config.estimatesMax(), Duration.ofMinutes(1), "recovery-too-often");
    }

    /// @throws Refused `recovery-too-often`
    void countRequest(String address) {
        requests.count(address);
    }

    /// @throws Refused `recovery-too-often`
    void countEstimate(String address) {
        estimates.count(address);
    }
}
