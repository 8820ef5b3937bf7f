package app.lienzo.recovery;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;

/// How often one network address may ask for something. Counted per replica: a limit against floods; what
/// protects a mailbox is counted in the database.
@ApplicationScoped
class RequestPace {
    private static final int CACHE_MAX = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final Scope scope;
    private final Cache<String, Bucket> requests;
    private final Cache<String, Bucket> estimates;
    private final RecoveryConfig config;

    RequestPace(Scope scope, RecoveryConfig config) {
        this.scope = scope;
        this.config = config;
        this.requests = cache(config.requestsWithin());
        this.estimates = cache(Duration.ofMinutes(1));
    }

    /// @throws Refused `recovery-too-often`
    void countRequest(String address) {
        count(requests, address, config.requestsMax(), config.requestsWithin());
    }

    /// @throws Refused `recovery-too-often`
    void countEstimate(String address) {
        count(estimates, address, config.estimatesMax(), Duration.ofMinutes(1));
    }

    private void count(Cache<String, Bucket> buckets, String address, int most, Duration within) {
        var key = scope.organization().id() + " " + network(address);
        var bucket = buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, within))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long wait = 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
            throw Refused.tooMany("recovery-too-often", wait);
        }
    }

    /// Whoever has one IPv6 address has the 2^64 beside it.
    static String network(String address) {
        if (!address.contains(":")) return address;
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return Secrets.hex(bytes.length <= NETWORK_BYTES ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static Cache<String, Bucket> cache(Duration within) {
        return Caffeine.newBuilder()
                .maximumSize(CACHE_MAX)
                .expireAfterAccess(within.multipliedBy(2))
                .build();
    }
}
