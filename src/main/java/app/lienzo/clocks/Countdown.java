package app.lienzo.clocks;

import app.lienzo.clocks.ClockStep.Breached;
import app.lienzo.clocks.ClockStep.Cancelled;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Moved;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Reopened;
import app.lienzo.clocks.ClockStep.Reset;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.ClockStep.Started;
import app.lienzo.clocks.ClockStep.Warned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clock as its ledger tells it. Pure: it knows neither tickets nor the time of day, and the same lines give
/// the same clock. Steps that make no sense in its state (to pause what stands still, to meet what is met)
/// change nothing, and a line that is dated before the one above it counts as of that one's moment: the clocks
/// of two machines may differ.
///
/// @param terms that hold now, from the start
/// @param stretches times that count, closed ones; the one that runs is [#runningSince]
/// @param breachedAt when its deadline was found to be over
public record Countdown(
        ClockState state,
        Terms terms,
        Instant startedAt,
        List<Stretch> stretches,
        @Nullable Instant runningSince,
        @Nullable String cause,
        @Nullable Instant endedAt,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        Instant lastAt) {

    public record Stretch(Instant from, Instant to) {}

    /// @throws IllegalArgumentException when the first line does not start it
    public static Countdown replay(List<ClockEntry> ledger) {
        Countdown clock = null;
        for (var entry : ledger) clock = clock == null ? begun(entry) : clock.after(entry);
        if (clock == null) throw new IllegalArgumentException("An empty ledger is no clock");
        return clock;
    }

    private static Countdown begun(ClockEntry entry) {
        return switch (entry.step()) {
            case Started(var terms) -> fresh(terms, entry.at());
            case Reset(var terms) -> fresh(terms, entry.at());
            default -> throw new IllegalArgumentException("A clock begins with its start: " + entry);
        };
    }

    /// One that was begun a moment ago.
    public static Countdown fresh(Terms terms, Instant at) {
        return new Countdown(ClockState.RUNNING, terms, at, List.of(), at, null, null, null, null, at);
    }

    /// What becomes of it by one more line.
    public Countdown after(ClockEntry entry) {
        var at = entry.at().isBefore(lastAt) ? lastAt : entry.at();
        return switch (entry.step()) {
            case Started(var terms) -> fresh(terms, entry.at());
            case Reset(var terms) -> fresh(terms, entry.at());
            case Paused(var why) -> state == ClockState.RUNNING ? stopped(ClockState.PAUSED, at, why, null) : seen(at);
            case Resumed() -> state == ClockState.PAUSED ? running(at) : seen(at);
            case Met() -> state.open() ? stopped(ClockState.MET, at, null, at) : seen(at);
            case Reopened() -> state == ClockState.MET ? running(at) : seen(at);
            case Cancelled(var why) -> state.open() ? stopped(ClockState.CANCELLED, at, why, at) : seen(at);
            case Changed(var other, var _) -> state.open() ? with(other, at) : seen(at);
            case Moved _ -> seen(at);
            case Warned _ -> found(at, breachedAt, at);
            case Breached _ -> found(warnedAt, at, at);
        };
    }

    /// When the target is used up: in the past for a late one, null while it stands still with time left.
    public @Nullable Instant dueAt(TimeTable times) {
        return reached(times, terms.target());
    }

    /// When somebody is to be warned; null for nobody, and while it stands still.
    public @Nullable Instant warnAt(TimeTable times) {
        return terms.warns() ? reached(times, terms.warnAfter()) : null;
    }

    /// How much of the target is used up.
    public Duration used(TimeTable times, Instant now) {
        var time = times.of(terms.calendar(), terms.revision());
        var sum = Duration.ZERO;
        for (var stretch : stretches) sum = sum.plus(time.between(stretch.from(), stretch.to()));
        return runningSince == null ? sum : sum.plus(time.between(runningSince, now));
    }

    /// Whether its deadline had come before it was met, or has come by now: in time is before it.
    public boolean late(TimeTable times, Instant now) {
        var due = dueAt(times);
        if (due == null || state == ClockState.CANCELLED) return false;
        return !due.isAfter(endedAt == null ? now : endedAt);
    }

    /// Whether the deadline it has now is known to be over: one that moved on may be missed once more.
    public boolean breached(@Nullable Instant due) {
        return breachedAt != null && due != null && !due.isAfter(breachedAt);
    }

    public boolean warned(@Nullable Instant warn) {
        return warnedAt != null && warn != null && !warn.isAfter(warnedAt);
    }

    private @Nullable Instant reached(TimeTable times, Duration amount) {
        var time = times.of(terms.calendar(), terms.revision());
        var left = amount;
        for (var stretch : stretches) {
            var counted = time.between(stretch.from(), stretch.to());
            if (counted.compareTo(left) >= 0) return time.add(stretch.from(), left);
            left = left.minus(counted);
        }
        return runningSince == null ? null : time.add(runningSince, left);
    }

    private Countdown stopped(ClockState next, Instant at, @Nullable String why, @Nullable Instant ended) {
        var closed = new ArrayList<>(stretches);
        if (runningSince != null && runningSince.isBefore(at)) closed.add(new Stretch(runningSince, at));
        return new Countdown(next, terms, startedAt, List.copyOf(closed), null, why, ended, warnedAt, breachedAt, at);
    }

    private Countdown running(Instant at) {
        return new Countdown(ClockState.RUNNING, terms, startedAt, stretches, at, null, null, warnedAt, breachedAt, at);
    }

    private Countdown with(Terms other, Instant at) {
        return new Countdown(
                state, other, startedAt, stretches, runningSince, cause, endedAt, warnedAt, breachedAt, at);
    }

    private Countdown found(@Nullable Instant warned, @Nullable Instant breached, Instant at) {
        return new Countdown(state, terms, startedAt, stretches, runningSince, cause, endedAt, warned, breached, at);
    }

    private Countdown seen(Instant at) {
        return found(warnedAt, breachedAt, at);
    }
}
