package app.lienzo.ui;

import app.lienzo.kernel.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How often somebody may do something. Counted per replica: a limit against floods; what protects a mailbox or an
/// account is counted in the database.
public final class Pace {
    private static final int CACHE_MAX = 100_000;

    private final Cache<Object, Bucket> buckets;
    private final int most;
    private final Duration within;
    private final String code;

    /// @param code of the refusal when it was too often
    public Pace(int most, Duration within, String code) {
        this.most = most;
        this.within = within;
        this.code = code;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CACHE_MAX)
                .expireAfterAccess(within.multipliedBy(2))
                .build();
    }

    /// @throws Refused with this pace's code
    public void count(Object who) {
        var probe = bucket(who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) throw tooOften(probe.getNanosToWaitForRefill());
    }

    /// Looks whether one more would be let through, without counting it.
    ///
    /// @throws Refused with this pace's code
    public void check(Object who) {
        var probe = bucket(who).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) throw tooOften(probe.getNanosToWaitForRefill());
    }

    private Refused tooOften(long nanos) {
        return Refused.tooMany(code, 1 + Duration.ofNanos(nanos).toSeconds());
    }

    private Bucket bucket(Object who) {
        return buckets.get(
                who,
                _ -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, within))
                        .build());
    }
}
