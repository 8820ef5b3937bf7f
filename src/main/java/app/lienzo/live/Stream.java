package app.lienzo.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.UUID;

/// One open connection of a follower.
final class Stream {
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final LiveEvent BEAT = new LiveEvent(null, LiveHub.BEAT, NOWHERE, null, null, "");
    private static final LiveEvent RESET = new LiveEvent(null, LiveHub.RESET, NOWHERE, null, null, "{}");

    private final Audience audience;
    private final MultiEmitter<? super LiveEvent> emitter;

    Stream(Audience audience, MultiEmitter<? super LiveEvent> emitter) {
        this.audience = audience;
        this.emitter = emitter;
    }

    Audience audience() {
        return audience;
    }

    void offer(LiveEvent event) {
        if (audience.hears(event)) emitter.emit(event);
    }

    void beat() {
        emitter.emit(BEAT);
    }

    /// Too much was missed to be told one by one: the follower had better look afresh.
    void reset() {
        emitter.emit(RESET);
    }

    void close() {
        emitter.complete();
    }
}
