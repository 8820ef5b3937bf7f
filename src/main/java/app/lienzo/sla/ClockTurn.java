package app.lienzo.sla;

import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.ClockStep.Breached;
import app.lienzo.clocks.ClockStep.Moved;
import app.lienzo.clocks.ClockStep.Reset;
import app.lienzo.clocks.ClockStep.Started;
import app.lienzo.clocks.ClockStep.Warned;
import app.lienzo.clocks.Countdown;
import app.lienzo.clocks.Terms;
import app.lienzo.clocks.TimeTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A clock that is taken in hand: steps are taken, the lines they make are collected, and the row comes out.
/// Pure, so that what is stored can be held against what the ledger says.
final class ClockTurn {
    private final UUID ticket;
    private final Metric metric;
    private final TimeTable times;
    private final List<ClockEntry> added = new ArrayList<>();
    private final List<ClockStep> found = new ArrayList<>();
    private Basis basis;
    private Countdown clock;
    private int firstSeq;
    private int seq;
    private @Nullable Instant told;

    private ClockTurn(
            UUID ticket, Metric metric, Basis basis, Countdown clock, int firstSeq, int seq, TimeTable times) {
        this.ticket = ticket;
        this.metric = metric;
        this.basis = basis;
        this.clock = clock;
        this.firstSeq = firstSeq;
        this.seq = seq;
        this.times = times;
    }

    /// A new one, begun at `at`.
    static ClockTurn fresh(UUID ticket, Metric metric, Basis basis, Terms terms, Instant at, TimeTable times) {
        var turn = new ClockTurn(ticket, metric, basis, Countdown.fresh(terms, at), 1, 1, times);
        turn.added.add(new ClockEntry(1, at, new Started(terms)));
        return turn;
    }

    /// @param ledger from the row's `firstSeq` on
    static ClockTurn of(ResponseClock row, List<ClockEntry> ledger, TimeTable times) {
        var turn = new ClockTurn(
                row.ticket(),
                row.metric(),
                row.basis(),
                Countdown.replay(ledger),
                row.firstSeq(),
                row.lastSeq(),
                times);
        turn.told = row.dueAt();
        return turn;
    }

    /// Takes a step, after what was due before it was seen.
    ClockTurn step(ClockStep step, Instant at) {
        if (!(step instanceof Reset)) settle(at);
        return write(step, at);
    }

    /// Starts it anew, held to other terms.
    ClockTurn reset(Basis next, Terms terms, Instant at) {
        basis = next;
        write(new Reset(terms), at);
        firstSeq = seq;
        return this;
    }

    /// Holds it to other terms.
    ClockTurn change(Basis next, ClockStep step, Instant at) {
        basis = next;
        return write(step, at);
    }

    /// Sees whether it is time to warn, or too late.
    ClockTurn settle(Instant now) {
        if (!clock.state().open()) return this;
        var due = clock.dueAt(times);
        if (due == null) return this;
        if (!due.isAfter(now)) {
            if (!clock.breached(due)) note(new Breached(due), now);
            return this;
        }
        var warn = clock.warnAt(times);
        if (warn != null && !warn.isAfter(now) && !clock.warned(warn)) note(new Warned(due), now);
        return this;
    }

    /// Notes where the deadline lies now, and says what is to be stored.
    ResponseClock row() {
        var due = clock.dueAt(times);
        if (!Objects.equals(due, told)) {
            write(new Moved(due), clock.lastAt());
            told = due;
        }
        return new ResponseClock(
                ticket,
                metric,
                basis,
                clock.state(),
                clock.cause(),
                clock.terms(),
                clock.startedAt(),
                due,
                clock.warnAt(times),
                clock.warnedAt(),
                clock.breachedAt(),
                clock.endedAt(),
                firstSeq,
                seq);
    }

    Countdown clock() {
        return clock;
    }

    UUID ticket() {
        return ticket;
    }

    Metric metric() {
        return metric;
    }

    Basis basis() {
        return basis;
    }

    /// The lines to be added.
    List<ClockEntry> added() {
        return List.copyOf(added);
    }

    /// Warnings and breaches among them.
    List<ClockStep> found() {
        return List.copyOf(found);
    }

    private void note(ClockStep step, Instant at) {
        write(step, at);
        found.add(step);
    }

    private ClockTurn write(ClockStep step, Instant at) {
        var entry = new ClockEntry(++seq, at, step);
        added.add(entry);
        clock = clock.after(entry);
        return this;
    }
}
