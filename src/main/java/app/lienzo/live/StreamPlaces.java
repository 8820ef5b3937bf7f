package app.lienzo.live;

import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts open streams, so that nobody keeps them all.
@ApplicationScoped
class StreamPlaces {
    private static final long RETRY_SECONDS = 10;

    private record Follower(String organization, Object who) {}

    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();
    private final LiveConfig config;

    StreamPlaces(LiveConfig config) {
        this.config = config;
    }

    /// @throws Refused `requests-too-often`
    Runnable take(String organization, Audience audience, String address) {
        var follower = new Follower(
                organization,
                switch (audience) {
                    case Audience.Member member -> member.member();
                    case Audience.Conversation followed -> followed.conversation();
                    case Audience.Customer customer -> customer.contact();
                });
        take(address, config.streamsPerAddressMax());
        try {
            take(follower, config.streamsPerFollowerMax());
        } catch (Refused refused) {
            give(address);
            throw refused;
        }
        return () -> {
            give(address);
            give(follower);
        };
    }

    private void take(Object who, int most) {
        taken.compute(who, (_, count) -> {
            int now = count == null ? 0 : count;
            if (now >= most) throw Refused.tooMany("requests-too-often", RETRY_SECONDS);
            return now + 1;
        });
    }

    private void give(Object who) {
        taken.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
    }
}
