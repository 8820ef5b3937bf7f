package app.lienzo.deadlines;

import app.lienzo.calendars.BusinessTime;
import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarView;
import app.lienzo.calendars.Hours;
import app.lienzo.clocks.Terms;
import app.lienzo.clocks.TimeTable;
import app.lienzo.deadlines.DeadlineTerms.BusinessDays;
import app.lienzo.deadlines.DeadlineTerms.WallHours;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Counts the time of deadlines: by the wall, or by a calendar of the platform, in whosever scope one asks.
@ApplicationScoped
class DeadlineTimes implements TimeTable {
    static final UUID WALL = new UUID(0, 0);
    private static final List<Hours> ALL_DAY = List.of(new Hours(0, 24 * 60));
    static final BusinessTime ALWAYS = new BusinessTime(ZoneOffset.UTC, _ -> ALL_DAY);

    private final CalendarService calendars;
    private final Scope scope;

    DeadlineTimes(CalendarService calendars, Scope scope) {
        this.calendars = calendars;
        this.scope = scope;
    }

    /// Terms of a clock that begins at a moment, and what is left of it when each warning is due.
    record Counted(Terms terms, List<Duration> warnLeft) {}

    @Override
    public BusinessTime of(UUID calendar, int revision) {
        return calendar.equals(WALL)
                ? ALWAYS
                : onPlatform(() -> calendars.calendar(calendar, revision).time());
    }

    Counted counted(DeadlineTerms terms, Instant start) {
        return switch (terms) {
            case WallHours(int hours, var warnings) ->
                new Counted(
                        new Terms(Duration.ofHours(hours), 0, WALL, 0),
                        warnings.stream().map(left -> Duration.ofHours(left)).toList());
            case BusinessDays days -> counted(days, calendar(days), start);
        };
    }

    private Counted counted(BusinessDays terms, CalendarView calendar, Instant start) {
        var time = of(calendar.id(), calendar.revision());
        var target = open(time, start, terms.days());
        return new Counted(
                new Terms(target, 0, calendar.id(), calendar.revision()),
                terms.warnDaysLeft().stream()
                        .map(left -> target.minus(open(time, start, terms.days() - left)))
                        .toList());
    }

    /// Open time until the end of the so-manieth business day after the day of `start`.
    static Duration open(BusinessTime time, Instant start, int days) {
        return time.between(start, time.endOfDay(start, days));
    }

    private CalendarView calendar(BusinessDays terms) {
        return onPlatform(() -> terms.calendar() == null ? calendars.first() : calendars.require(terms.calendar()));
    }

    /// A transaction speaks for one organization: what lies with another one is read beside it.
    private <T> T onPlatform(Supplier<T> work) {
        return scope.call(
                Deadlines.PLATFORM,
                () -> QuarkusTransaction.suspendingExisting().call(work::get));
    }
}
