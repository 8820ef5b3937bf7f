package app.lienzo.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// Counts in business time. It is open whenever the wall clock of the zone shows a time within the hours of the
/// date it shows: an hour that a change to summer time leaves out does not count, one that the change back
/// repeats counts twice. Pure: the same questions get the same answers.
public final class BusinessTime {
    /// Further ahead nobody looks: a calendar that is closed for so long is one that never opens.
    private static final int DAYS_MAX = 366 * 20;

    private final ZoneId zone;
    private final OpenDays days;

    public BusinessTime(ZoneId zone, OpenDays days) {
        this.zone = zone;
        this.days = days;
    }

    /// Takes a stretch of open time; says whether it wants the next one.
    @FunctionalInterface
    private interface Taker {
        boolean take(Instant from, Instant to);
    }

    public ZoneId zone() {
        return zone;
    }

    /// The first moment at which so much open time has passed since `from`. What is used up at closing time is
    /// due at closing time, and nothing is due at once.
    ///
    /// @throws IllegalArgumentException for less than nothing
    /// @throws IllegalStateException when it does not open often enough in twenty years
    public Instant add(Instant from, Duration open) {
        if (open.isNegative()) throw new IllegalArgumentException("Time does not run backwards");
        if (open.isZero()) return from;
        var left = new Duration[] {open};
        var due = new Instant[1];
        walk(from, null, (start, end) -> {
            var length = Duration.between(start, end);
            if (length.compareTo(left[0]) >= 0) {
                due[0] = start.plus(left[0]);
                return false;
            }
            left[0] = left[0].minus(length);
            return true;
        });
        return found(due[0]);
    }

    /// How much open time lies between two moments; none when `to` is not after `from`.
    public Duration between(Instant from, Instant to) {
        var sum = new Duration[] {Duration.ZERO};
        walk(from, to, (start, end) -> {
            sum[0] = sum[0].plus(Duration.between(start, end));
            return true;
        });
        return sum[0];
    }

    /// The first open moment, `from` itself while it is open.
    ///
    /// @throws IllegalStateException when it does not open in twenty years
    public Instant nextOpening(Instant from) {
        var opening = new Instant[1];
        walk(from, null, (start, end) -> {
            opening[0] = start;
            return false;
        });
        return found(opening[0]);
    }

    public boolean open(Instant at) {
        var local = at.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return days.on(local.toLocalDate()).stream().anyMatch(hours -> hours.contains(minute));
    }

    /// When the `count`-th open day after the day of `from` closes: what is promised within so many business days.
    ///
    /// @throws IllegalStateException when there are not so many in twenty years
    public Instant endOfDay(Instant from, int count) {
        if (count < 0) throw new IllegalArgumentException("Time does not run backwards");
        var date = from.atZone(zone).toLocalDate();
        int left = count;
        for (int i = 0; i < DAYS_MAX; i++) {
            var hours = days.on(date);
            if (!hours.isEmpty() && (i > 0 || count == 0) && --left <= 0) {
                return date.atStartOfDay()
                        .plusMinutes(hours.getLast().to())
                        .atZone(zone)
                        .toInstant();
            }
            date = date.plusDays(1);
        }
        throw new IllegalStateException("Never open");
    }

    /// Goes through the open stretches in the order of time. Within one offset from UTC the wall clock runs evenly,
    /// so each step ends at the next midnight or at the next change of the offset, whichever comes first; dates
    /// that a zone skips or repeats need no thought.
    private void walk(Instant from, @Nullable Instant until, Taker taker) {
        var rules = zone.getRules();
        var at = from;
        var change = Instant.MIN;
        var offset = ZoneOffset.UTC;
        for (int step = 0; step < DAYS_MAX && (until == null || at.isBefore(until)); step++) {
            if (!at.isBefore(change)) {
                offset = rules.getOffset(at);
                change = nextChange(rules, at);
            }
            var date = at.atOffset(offset).toLocalDate();
            var midnight = date.plusDays(1).atStartOfDay().toInstant(offset);
            var end = midnight.isBefore(change) ? midnight : change;
            if (until != null && until.isBefore(end)) end = until;
            if (!day(date, offset, at, end, taker)) return;
            at = end;
        }
    }

    private boolean day(LocalDate date, ZoneOffset offset, Instant from, Instant to, Taker taker) {
        var hours = days.on(date);
        if (hours.isEmpty()) return true;
        var midnight = date.atStartOfDay().toInstant(offset);
        for (var range : hours) {
            var start = later(from, midnight.plusSeconds(range.from() * 60L));
            var end = midnight.plusSeconds(range.to() * 60L);
            if (to.isBefore(end)) end = to;
            if (start.isBefore(end) && !taker.take(start, end)) return false;
        }
        return true;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant nextChange(ZoneRules rules, Instant at) {
        var next = rules.nextTransition(at);
        return next == null ? Instant.MAX : next.getInstant();
    }

    private static Instant found(@Nullable Instant at) {
        if (at == null) throw new IllegalStateException("Never open");
        return at;
    }
}
