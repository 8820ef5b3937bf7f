package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// Keeps one visitor from drowning the others. Counted per replica: a limit against floods, not a
/// quota.
@ApplicationScoped
public class VisitorLimits {
    private static final int CACHE_MAX = 200_000;

    private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CACHE_MAX)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();
    private final LiveChatConfig config;

    VisitorLimits(LiveChatConfig config) {
        this.config = config;
    }

    /// @throws Refused `message-too-often`
    public void message(UUID visitor) {
        spend(visitor, config.messagesPerMinuteMax());
    }

    /// @throws Refused `message-too-often`
    public void newVisitor(String address) {
        spend(address, config.visitorsPerMinuteMax());
    }

    private void spend(Object who, int perMinute) {
        var bucket = buckets.get(
                who,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refused.tooMany(
                    "message-too-often",
                    1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        }
    }
}
