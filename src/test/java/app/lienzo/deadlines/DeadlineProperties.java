package app.lienzo.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.calendars.BusinessTime;
import app.lienzo.calendars.Hours;
import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.ClockStep.Cancelled;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.Countdown;
import app.lienzo.clocks.Terms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Both clocks of the operator's side against a look at each minute and at each date.
class DeadlineProperties {
    private static final int TRIES = 300;
    private static final int TARGET = 72 * 60;
    private static final List<Duration> WARN_LEFT = List.of(Duration.ofHours(24), Duration.ofHours(6));
    private static final Instant START = Instant.parse("2026-03-27T09:30:00Z");

    /// What somebody does, so many minutes after what was done before.
    private record Act(int after, String what, int hours) {}

    @Property(tries = TRIES)
    @Label(
            "BY-3: after 48, 66 and 72 hours by the wall clock, less what stood still, somebody is told: once each, and never later by a shortening")
    void seventy_two_hours_against_every_minute(@ForAll("acts") List<Act> acts) {
        var ledger = new ArrayList<ClockEntry>();
        var first = new DeadlineTurn(
                new Terms(Duration.ofMinutes(TARGET), 0, DeadlineTimes.WALL, 0),
                WARN_LEFT,
                (_, _) -> DeadlineTimes.ALWAYS,
                START);
        ledger.addAll(first.added());
        var told = new ArrayList<String>();
        var slow = new Slow();
        int next = 0;
        int nextAt = acts.isEmpty() ? -1 : acts.getFirst().after();
        for (int minute = 1; minute < 12_000; minute++) {
            slow.minute();
            var now = START.plus(minute, ChronoUnit.MINUTES);
            var turn = new DeadlineTurn(ledger, WARN_LEFT, (_, _) -> DeadlineTimes.ALWAYS, now);
            if (minute == nextAt) {
                var act = acts.get(next++);
                nextAt = next < acts.size() ? minute + acts.get(next).after() : -1;
                act(turn, act);
                slow.act(act);
            } else if (minute % 7 != 0 && !slow.speaks()) {
                continue; // Nothing can have come: only every seventh is asked all the same.
            }
            turn.settle();
            ledger.addAll(turn.added());
            if (turn.passed()) told.add(minute + " over");
            if (turn.warning() > 0) told.add(minute + " warning " + turn.warning());
            slow.told(minute);
            assertThat(told).isEqualTo(slow.said);
            assertThat(turn.clock().state()).isEqualTo(slow.state);
        }
        assertThat(Countdown.replay(ledger).breachedAt() != null).isEqualTo(slow.over);
    }

    @Property(tries = TRIES)
    @Label(
            "7 business days end when the seventh open day after the day of the request closes, whatever holidays and clock changes lie between")
    void seven_business_days_against_every_date(
            @ForAll("closed") Set<Integer> closed, @ForAll("starts") Instant start) {
        var zone = ZoneId.of("Europe/Madrid");
        var base = LocalDate.of(2026, 3, 1);
        var hours = List.of(new Hours(9 * 60, 13 * 60), new Hours(15 * 60, 18 * 60));
        var time = new BusinessTime(zone, date -> open(date, base, closed) ? hours : List.of());
        var target = DeadlineTimes.open(time, start, 7);
        var clock = Countdown.fresh(new Terms(target, 0, UUID.randomUUID(), 1), start);

        var date = start.atZone(zone).toLocalDate();
        for (int left = 7; left > 0; ) {
            date = date.plusDays(1);
            if (open(date, base, closed)) left--;
        }
        assertThat(clock.dueAt((_, _) -> time))
                .isEqualTo(date.atTime(18, 0).atZone(zone).toInstant());
    }

    private static boolean open(LocalDate date, LocalDate base, Set<Integer> closed) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains((int) ChronoUnit.DAYS.between(base, date));
    }

    private static void act(DeadlineTurn turn, Act act) {
        var state = turn.clock().state();
        switch (act.what()) {
            case "pause" -> {
                if (state == ClockState.RUNNING) turn.take(new Paused("ASKED"));
            }
            case "resume" -> {
                if (state == ClockState.PAUSED) turn.take(new Resumed());
            }
            case "shorten" -> turn.shorten(Duration.ofHours(act.hours()), "ESCALATED");
            case "done" -> {
                if (state.open()) turn.take(new Met());
            }
            default -> {
                if (state.open()) turn.take(new Cancelled("GONE"));
            }
        }
    }

    /// Counts down minutes, and says what has come.
    private static final class Slow {
        private final List<String> said = new ArrayList<>();
        private final Set<Integer> heard = new TreeSet<>();
        private ClockState state = ClockState.RUNNING;
        private int left = TARGET;
        private boolean over;

        void minute() {
            if (state == ClockState.RUNNING) left--;
        }

        void act(Act act) {
            if (!state.open()) return;
            switch (act.what()) {
                case "pause" -> state = ClockState.PAUSED;
                case "resume" -> state = ClockState.RUNNING;
                case "shorten" -> shorten(act.hours() * 60);
                case "done" -> state = ClockState.MET;
                default -> state = ClockState.CANCELLED;
            }
        }

        /// Whoever shortens it knows what that brings near.
        void shorten(int minutes) {
            if (minutes >= left) return;
            left = minutes;
            if (left <= 24 * 60) heard.add(1);
            if (left <= 6 * 60) heard.add(2);
        }

        boolean speaks() {
            return state.open()
                    && !over
                    && (left <= 0 || left <= 24 * 60 && !heard.contains(1) || left <= 6 * 60 && !heard.contains(2));
        }

        void told(int minute) {
            if (!state.open() || over) return;
            if (left <= 0) {
                over = true;
                said.add(minute + " over");
            } else if (left <= 6 * 60) {
                if (heard.add(2)) said.add(minute + " warning 2");
                heard.add(1);
            } else if (left <= 24 * 60 && heard.add(1)) {
                said.add(minute + " warning 1");
            }
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var what = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of("pause")),
                net.jqwik.api.Tuple.of(6, Arbitraries.of("resume")),
                net.jqwik.api.Tuple.of(3, Arbitraries.of("shorten")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("done", "stop")));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2_000),
                        what,
                        Arbitraries.integers().between(1, 60))
                .as(Act::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Set<Integer>> closed() {
        return Arbitraries.integers().between(0, 60).set().ofMaxSize(25);
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(0, 40L * 24 * 60)
                .map(minutes -> Instant.parse("2026-03-01T00:00:00Z").plus(minutes, ChronoUnit.MINUTES));
    }
}
