package app.lienzo.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The fast count against the slow and obvious one, over random weeks, zones, changes of the clock and closed days.
class BusinessTimeProperties {
    private static final int TRIES = 250;

    /// A calendar, a moment and an amount.
    record Case(String zone, WeekHours week, Map<LocalDate, List<Hours>> days, Instant from, int minutes) {
        OpenDays openDays() {
            return date -> {
                var own = days.get(date);
                return own == null ? week.on(date.getDayOfWeek()) : own;
            };
        }

        BusinessTime fast() {
            return new BusinessTime(ZoneId.of(zone), openDays());
        }

        SlowTime slow() {
            return new SlowTime(ZoneId.of(zone), openDays());
        }
    }

    @Property(tries = TRIES)
    @Label("R08: what lies between two moments is what a look at the clock in each minute counts")
    void between_counts_open_minutes(@ForAll("cases") Case some) {
        var to = some.from().plus(some.minutes(), ChronoUnit.MINUTES);
        assertThat(some.fast().between(some.from(), to)).isEqualTo(some.slow().between(some.from(), to));
    }

    @Property(tries = TRIES)
    @Label("R08: due is the first moment at which so many open minutes have passed")
    void add_is_the_first_moment(@ForAll("cases") Case some) {
        var amount = Duration.ofMinutes(some.minutes() % 2_000 + 1);
        var due = some.fast().add(some.from(), amount);
        assertThat(due).isEqualTo(some.slow().add(some.from(), amount));
        assertThat(some.fast().between(some.from(), due)).isEqualTo(amount);
        assertThat(some.fast().between(some.from(), due.minusSeconds(1))).isLessThan(amount);
    }

    @Property(tries = TRIES)
    @Label("The next opening is the first open minute, and open says the same as the hours")
    void next_opening_is_open(@ForAll("cases") Case some) {
        var opening = some.fast().nextOpening(some.from());
        assertThat(opening).isEqualTo(some.slow().nextOpening(some.from()));
        assertThat(some.fast().open(opening)).isTrue();
        assertThat(some.fast().open(some.from())).isEqualTo(some.slow().open(some.from()));
    }

    @Property(tries = TRIES)
    @Label("Time adds up: two amounts one after the other are due when their sum is")
    void amounts_add_up(@ForAll("cases") Case some) {
        var one = Duration.ofMinutes(some.minutes() % 777);
        var other = Duration.ofSeconds(some.minutes() % 7_001);
        var fast = some.fast();
        assertThat(fast.add(fast.add(some.from(), one), other)).isEqualTo(fast.add(some.from(), one.plus(other)));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        zonedMoments(), weeks(), Arbitraries.integers().between(0, 12_000), days())
                .as((moment, week, minutes, days) -> {
                    var own = new HashMap<LocalDate, List<Hours>>();
                    var day = LocalDate.ofInstant(moment.at(), ZoneId.of(moment.zone()));
                    days.forEach((offset, hours) -> own.put(day.plusDays(offset), hours));
                    return new Case(moment.zone(), week, own, moment.at(), minutes);
                });
    }

    record Moment(String zone, Instant at) {}

    /// Half of them within days of a change of the clock; among the zones are those that change by half an hour, at
    /// midnight, at a minute past it, and one that left out a day.
    private Arbitrary<Moment> zonedMoments() {
        var zones = Arbitraries.of(
                "Europe/Madrid",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "America/Goose_Bay",
                "Africa/Cairo",
                "America/Havana",
                "America/Sao_Paulo",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "UTC");
        var moments = Arbitraries.longs()
                .between(
                        Instant.parse("2009-12-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2032-03-02T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
        return Combinators.combine(
                        zones,
                        moments,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 6_000))
                .as((zone, at, near, before) -> {
                    var change = ZoneId.of(zone).getRules().nextTransition(at);
                    return new Moment(
                            zone, near && change != null ? change.getInstant().minus(before, ChronoUnit.MINUTES) : at);
                });
    }

    private Arbitrary<WeekHours> weeks() {
        return hours().list().ofSize(7).map(WeekHours::new).filter(week -> !week.neverOpen());
    }

    private Arbitrary<Map<Integer, List<Hours>>> days() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 9), hours()).ofMaxSize(4);
    }

    private Arbitrary<List<Hours>> hours() {
        var range = Combinators.combine(
                        Arbitraries.integers().between(0, Hours.DAY - 1),
                        Arbitraries.integers().between(1, Hours.DAY))
                .as((from, length) -> new Hours(from, Math.min(Hours.DAY, from + length)));
        return Arbitraries.oneOf(
                range.list().ofMaxSize(4).map(Hours::merged),
                Arbitraries.of(
                        List.of(new Hours(0, Hours.DAY)), List.of(new Hours(540, 1080)), new ArrayList<Hours>()));
    }
}
