package app.lienzo.dns;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How many messages and how much time are left for one question. A part of it ends earlier than the whole.
final class Budget {
    private final @Nullable Budget whole;
    private final long end;
    private int left;

    private Budget(@Nullable Budget whole, int queries, Duration time) {
        this.whole = whole;
        this.left = queries;
        this.end = System.nanoTime() + time.toNanos();
    }

    static Budget of(int queries, Duration time) {
        return new Budget(null, queries, time);
    }

    Budget part(int queries, Duration time) {
        return new Budget(this, queries, time);
    }

    /// Before each message.
    void spend() throws CouldNotAsk {
        if (whole != null) whole.spend();
        if (left-- <= 0) throw new CouldNotAsk(DnsFault.TOO_MUCH);
        if (!time().isPositive()) throw new CouldNotAsk(DnsFault.TIMEOUT);
    }

    Duration time() {
        var own = Duration.ofNanos(end - System.nanoTime());
        return whole == null || whole.time().compareTo(own) > 0 ? own : whole.time();
    }

    /// No longer than this, and no longer than there is time.
    Duration time(Duration most) {
        var time = time();
        return time.compareTo(most) < 0 ? time : most;
    }
}
