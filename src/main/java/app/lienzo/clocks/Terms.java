package app.lienzo.clocks;

import java.time.Duration;
import java.util.UUID;

/// What a clock is held to.
///
/// @param target open time there is
/// @param warnPercent share of it after which somebody is warned; 0 for nobody
/// @param revision of the calendar
public record Terms(Duration target, int warnPercent, UUID calendar, int revision) {
    public Terms {
        if (!target.isPositive()) throw new IllegalArgumentException("No target: " + target);
    }

    public boolean warns() {
        return warnPercent > 0;
    }

    /// How much of the target may be used up before somebody is warned.
    public Duration warnAfter() {
        return target.multipliedBy(warnPercent).dividedBy(100);
    }
}
