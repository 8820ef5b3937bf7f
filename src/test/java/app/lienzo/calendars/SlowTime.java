package app.lienzo.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Business time as one would count it on one's fingers: minute after minute, a look at the wall clock each time.
record SlowTime(ZoneId zone, OpenDays days) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    boolean open(Instant at) {
        var wall = at.atZone(zone);
        int minute = wall.getHour() * 60 + wall.getMinute();
        for (var hours : days.on(wall.toLocalDate())) {
            if (hours.from() <= minute && minute < hours.to()) return true;
        }
        return false;
    }

    Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (var at = from; at.isBefore(to); at = at.plus(MINUTE)) if (open(at)) sum = sum.plus(MINUTE);
        return sum;
    }

    Instant add(Instant from, Duration open) {
        var at = from;
        for (var left = open; left.isPositive(); at = at.plus(MINUTE)) if (open(at)) left = left.minus(MINUTE);
        return at;
    }

    Instant nextOpening(Instant from) {
        var at = from;
        while (!open(at)) at = at.plus(MINUTE);
        return at;
    }
}
