package app.lienzo.ui;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;

/// How often one network address may do something at the organization at hand. Counted per replica: a limit against
/// floods; what protects a mailbox or an account is counted in the database.
public final class NetworkPace {
    private static final int CACHE_MAX = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final Scope scope;
    private final Cache<String, Bucket> buckets;
    private final int most;
    private final Duration within;
    private final String code;

    /// @param code of the refusal when it was too often
    public NetworkPace(Scope scope, int most, Duration within, String code) {
        this.scope = scope;
        this.most = most;
        this.within = within;
        this.code = code;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CACHE_MAX)
                .expireAfterAccess(within.multipliedBy(2))
                .build();
    }

    /// @throws Refused with this pace's code
    public void count(String address) {
        var probe = bucket(address).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) throw tooOften(probe.getNanosToWaitForRefill());
    }

    /// Looks whether one more would be let through, without counting it.
    ///
    /// @throws Refused with this pace's code
    public void check(String address) {
        var probe = bucket(address).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) throw tooOften(probe.getNanosToWaitForRefill());
    }

    private Refused tooOften(long nanos) {
        return Refused.tooMany(code, 1 + Duration.ofNanos(nanos).toSeconds());
    }

    private Bucket bucket(String address) {
        var key = scope.organization().id() + " " + network(address);
        return buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, within))
                        .build());
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
}
