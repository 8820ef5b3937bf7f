package app.lienzo.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.calendars.BusinessTime;
import app.lienzo.calendars.WeekHours;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Reopened;
import app.lienzo.clocks.ClockStep.Reset;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.ClockStep.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The replay of a ledger against a look at each minute of its life.
class CountdownProperties {
    private static final int TRIES = 300;
    private static final UUID CALENDAR = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-25T10:00:00Z");
    private static final WeekHours WEEK = WeekHours.usual();
    private static final BusinessTime TIME =
            new BusinessTime(ZoneId.of("Europe/Madrid"), date -> WEEK.on(date.getDayOfWeek()));
    private static final TimeTable TIMES = (_, _) -> TIME;

    @Property(tries = TRIES)
    @Label("R08: due is the first minute at which the target's open minutes have passed while the clock ran")
    void due_is_when_the_target_is_used_up(@ForAll("ledgers") List<ClockEntry> ledger) {
        var clock = Countdown.replay(ledger);
        assertThat(clock.dueAt(TIMES)).isEqualTo(slowDue(ledger, clock));
    }

    @Property(tries = TRIES)
    @Label("Line by line or all at once, the clock is the same")
    void line_by_line_or_at_once(@ForAll("ledgers") List<ClockEntry> ledger) {
        var clock = Countdown.replay(ledger.subList(0, 1));
        for (var entry : ledger.subList(1, ledger.size())) clock = clock.after(entry);
        assertThat(clock).isEqualTo(Countdown.replay(ledger));
    }

    @Property(tries = TRIES)
    @Label("What is used up never shrinks but by starting anew, and a pause moves no deadline nearer")
    void time_runs_forwards(@ForAll("ledgers") List<ClockEntry> ledger) {
        var clock = Countdown.replay(ledger.subList(0, 1));
        for (var entry : ledger.subList(1, ledger.size())) {
            var next = clock.after(entry);
            if (!(entry.step() instanceof Reset)) {
                assertThat(next.used(TIMES, entry.at())).isGreaterThanOrEqualTo(clock.used(TIMES, clock.lastAt()));
            }
            var before = clock.dueAt(TIMES);
            var after = next.dueAt(TIMES);
            if (entry.step() instanceof Resumed && before != null && after != null)
                assertThat(after).isAfterOrEqualTo(before);
            clock = next;
        }
    }

    /// Minute after minute from the start: does it run, is it open? After the last line as far as it takes.
    private static Instant slowDue(List<ClockEntry> ledger, Countdown clock) {
        int first = 0;
        for (int i = 0; i < ledger.size(); i++) if (ledger.get(i).step() instanceof Reset) first = i;
        var lines = ledger.subList(first, ledger.size());
        long left = clock.terms().target().toMinutes();
        boolean runs = false;
        boolean met = false;
        int next = 0;
        for (var at = lines.getFirst().at(); ; at = at.plus(1, ChronoUnit.MINUTES)) {
            while (next < lines.size() && !lines.get(next).at().isAfter(at)) {
                switch (lines.get(next++).step()) {
                    case Started _, Reset _ -> runs = true;
                    case Paused _ -> runs = false;
                    case Resumed _ -> runs = runs || !met;
                    case Met _ -> {
                        runs = false;
                        met = true;
                    }
                    case Reopened _ -> {
                        runs = runs || met;
                        met = false;
                    }
                    default -> {}
                }
            }
            if (left == 0) return at;
            if (next == lines.size() && !runs) return null;
            if (runs && TIME.open(at)) left--;
        }
    }

    @Provide
    Arbitrary<List<ClockEntry>> ledgers() {
        var steps = Arbitraries.of(
                new Paused("WAITING"),
                new Resumed(),
                new Met(),
                new Reopened(),
                new Changed(terms(77), "TARGETS"),
                new Changed(terms(1_500), "TARGETS"),
                new Reset(terms(600)));
        var line = Combinators.combine(steps, Arbitraries.integers().between(0, 4_000))
                .as((step, minutes) -> new ClockEntry(minutes, START, step));
        return line.list().ofMaxSize(14).map(lines -> {
            var ledger = new ArrayList<ClockEntry>();
            var at = START;
            ledger.add(new ClockEntry(1, at, new Started(terms(480))));
            for (var drawn : lines) {
                at = at.plus(drawn.seq(), ChronoUnit.MINUTES);
                ledger.add(new ClockEntry(ledger.size() + 1, at, drawn.step()));
            }
            return ledger;
        });
    }

    private static Terms terms(int minutes) {
        return new Terms(Duration.ofMinutes(minutes), 75, CALENDAR, 1);
    }
}
