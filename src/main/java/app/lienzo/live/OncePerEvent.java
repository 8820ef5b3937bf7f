package app.lienzo.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/// What followers are told of an event, put into words once for all of them: an event reaches its streams one after
/// another, and most of them hear the same.
public final class OncePerEvent<T> {
    /// Events whose streams have not all been told yet.
    private static final int KEPT = 1_000;

    /// Weak keys are compared by identity; every reading of the log makes events of its own.
    private final Cache<LiveEvent, T> made = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(KEPT)
            .executor(Runnable::run)
            .build();

    /// @param make asked for the first follower; what it throws he gets, and the next one asks again
    public T of(LiveEvent event, Function<LiveEvent, T> make) {
        return made.get(event, make);
    }
}
