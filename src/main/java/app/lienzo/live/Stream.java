package app.lienzo.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One open connection of a follower.
final class Stream {
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final LiveEvent HELLO = new LiveEvent(null, LiveHub.HELLO, NOWHERE, null, null, "{}");
    private static final LiveEvent BEAT = new LiveEvent(null, LiveHub.BEAT, NOWHERE, null, null, "");
    private static final LiveEvent RESET = new LiveEvent(null, LiveHub.RESET, NOWHERE, null, null, "{}");

    private final Audience audience;
    private final Predicate<LiveEvent> wanted;
    private final BlockingQueue<LiveEvent> waiting;
    private final UnicastProcessor<LiveEvent> events;

    /// @param wanted of what the audience hears
    /// @param max events that wait to be read
    /// @param gone called once, when nobody reads any more
    Stream(Audience audience, Predicate<LiveEvent> wanted, int max, Consumer<Stream> gone) {
        this.audience = audience;
        this.wanted = wanted;
        // On a thread of its own: it can end in the middle of being told something, when locks are held that leaving
        // needs.
        this.waiting = new LinkedBlockingQueue<>(max);
        this.events = UnicastProcessor.create(waiting, () -> Thread.ofVirtual().start(() -> gone.accept(this)));
        events.onNext(HELLO);
    }

    Audience audience() {
        return audience;
    }

    Multi<LiveEvent> events() {
        return events;
    }

    void offer(LiveEvent event) {
        if (audience.hears(event) && wanted.test(event)) tell(event);
    }

    void beat() {
        tell(BEAT);
    }

    /// Too much was missed to be told one by one: the follower had better look afresh.
    void reset() {
        tell(RESET);
    }

    synchronized void close() {
        events.onComplete();
    }

    /// Who does not read even that he has to look afresh is cut off.
    private synchronized void tell(LiveEvent event) {
        if (waiting.remainingCapacity() == 0 && !waiting.contains(RESET)) fallBehind();
        events.onNext(event);
    }

    /// What waits is given up, but not that the stream has begun: pages wait for that.
    private void fallBehind() {
        boolean unread = waiting.contains(HELLO);
        waiting.clear();
        if (unread) events.onNext(HELLO);
        events.onNext(RESET);
    }
}
