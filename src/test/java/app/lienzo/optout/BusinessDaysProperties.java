package app.lienzo.optout;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.calendars.BusinessTime;
import app.lienzo.calendars.Hours;
import app.lienzo.calendars.OpenDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Seven business days against somebody who looks at the clock on the wall each minute and crosses out days.
class BusinessDaysProperties {
    private static final int DAYS = 7;

    /// @param week open hours from Monday on
    /// @param days that are not as usual, counted from the day it begins
    record Case(String zone, List<List<Hours>> week, Map<Integer, List<Hours>> days, Instant from) {
        OpenDays open() {
            var first = from.atZone(ZoneId.of(zone)).toLocalDate();
            return date -> {
                var own = days.get((int) ChronoUnit.DAYS.between(first, date));
                return own != null ? own : week.get(date.getDayOfWeek().getValue() - 1);
            };
        }
    }

    @Property(tries = 150)
    @Label(
            "BY-8: due is when the seventh open day after the day of the request closes, whatever the calendar and the clock do")
    void due_is_the_end_of_the_seventh_open_day(@ForAll("cases") Case some) {
        var time = new BusinessTime(ZoneId.of(some.zone()), some.open());
        var left = time.between(some.from(), time.endOfDay(some.from(), DAYS));
        assertThat(time.add(some.from(), left)).isEqualTo(slow(some, some.from(), DAYS));
    }

    @Property(tries = 80)
    @Label("BY-8: what support is asked to hurry is due earlier or as before, never later")
    void escalation_never_lengthens(@ForAll("cases") Case some, @ForAll("waits") int minutes) {
        var time = new BusinessTime(ZoneId.of(some.zone()), some.open());
        var due = slow(some, some.from(), DAYS);
        var asked = some.from().plus(Duration.ofMinutes(minutes));
        var sooner = time.endOfDay(asked, 2);
        var shortened = sooner.isBefore(due) ? sooner : due;
        assertThat(shortened).isBeforeOrEqualTo(due);
        if (asked.isBefore(due.minus(Duration.ofDays(20))))
            assertThat(shortened).isBefore(due);
    }

    /// Minute after minute: the last open one of the so-manieth day on which there is any.
    private static Instant slow(Case some, Instant from, int days) {
        var zone = ZoneId.of(some.zone());
        var first = from.atZone(zone).toLocalDate();
        var crossed = new TreeSet<LocalDate>();
        var last = Instant.EPOCH;
        for (var at = from.truncatedTo(ChronoUnit.MINUTES); ; at = at.plus(1, ChronoUnit.MINUTES)) {
            var wall = at.atZone(zone);
            int minute = wall.getHour() * 60 + wall.getMinute();
            boolean open = some.open().on(wall.toLocalDate()).stream()
                    .anyMatch(hours -> hours.from() <= minute && minute < hours.to());
            if (!open || !wall.toLocalDate().isAfter(first)) continue;
            if (crossed.size() == days && !crossed.contains(wall.toLocalDate())) return last;
            crossed.add(wall.toLocalDate());
            last = at.plus(1, ChronoUnit.MINUTES);
        }
    }

    @Provide
    Arbitrary<Integer> waits() {
        return Arbitraries.integers().between(0, 9 * 1440);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(zones(), week(), odd(), moments()).as(Case::new);
    }

    private static Arbitrary<String> zones() {
        return Arbitraries.of(
                "Europe/Madrid",
                "America/Sao_Paulo",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Havana",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "UTC");
    }

    /// Turns of the year and changes of the clock among them.
    private static Arbitrary<Instant> moments() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(2015, 2029).map(year -> Instant.parse(year + "-12-22T09:17:00Z")),
                Arbitraries.integers().between(2015, 2029).map(year -> Instant.parse(year + "-03-25T22:41:00Z")),
                Arbitraries.integers().between(2015, 2029).map(year -> Instant.parse(year + "-10-27T00:03:00Z")),
                Arbitraries.longs()
                        .between(1_420_070_400L / 60, 1_900_000_000L / 60)
                        .map(minute -> Instant.ofEpochSecond(minute * 60)));
    }

    private static Arbitrary<List<List<Hours>>> week() {
        return Arbitraries.oneOf(day(), day(), closed())
                .list()
                .ofSize(7)
                .filter(week -> week.stream().anyMatch(day -> !day.isEmpty()));
    }

    private static Arbitrary<Map<Integer, List<Hours>>> odd() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 30), Arbitraries.oneOf(closed(), day()))
                .ofMaxSize(8);
    }

    private static Arbitrary<List<Hours>> day() {
        return Combinators.combine(
                        Arbitraries.integers().between(5 * 60, 12 * 60),
                        Arbitraries.integers().between(30, 4 * 60),
                        Arbitraries.of(true, false))
                .as((from, length, noon) -> noon
                        ? List.of(new Hours(from, from + length), new Hours(17 * 60, 22 * 60))
                        : List.of(new Hours(from, from + length)));
    }

    private static Arbitrary<List<Hours>> closed() {
        return Arbitraries.just(List.of());
    }
}
