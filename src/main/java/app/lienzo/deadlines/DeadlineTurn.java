package app.lienzo.deadlines;

import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.ClockStep.Breached;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Moved;
import app.lienzo.clocks.ClockStep.Started;
import app.lienzo.clocks.ClockStep.Warned;
import app.lienzo.clocks.Countdown;
import app.lienzo.clocks.Terms;
import app.lienzo.clocks.TimeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A deadline while something happens to it at one moment: the lines that its ledger gets, and what is to be said.
/// Pure.
final class DeadlineTurn {
    private final List<Duration> warnLeft;
    private final TimeTable times;
    private final Instant now;
    private final List<ClockEntry> added = new ArrayList<>();
    private Countdown clock;
    private int seq;
    private int warning;
    private boolean passed;

    /// @param warnLeft what is left when each warning is due, the earliest first
    DeadlineTurn(List<ClockEntry> ledger, List<Duration> warnLeft, TimeTable times, Instant now) {
        this.clock = Countdown.replay(ledger);
        this.seq = ledger.getLast().seq();
        this.warnLeft = warnLeft;
        this.times = times;
        this.now = now;
    }

    /// One that begins.
    DeadlineTurn(Terms terms, List<Duration> warnLeft, TimeTable times, Instant now) {
        this(List.of(new ClockEntry(1, now, new Started(terms))), warnLeft, times, now);
        added.add(new ClockEntry(1, now, new Started(terms)));
        add(new Moved(clock.dueAt(times)));
    }

    Instant now() {
        return now;
    }

    Countdown clock() {
        return clock;
    }

    List<ClockEntry> added() {
        return added;
    }

    int lastSeq() {
        return seq;
    }

    /// Which warning is to be said, from 1; 0 for none.
    int warning() {
        return warning;
    }

    /// Whether it is to be said that it is over.
    boolean passed() {
        return passed;
    }

    void take(ClockStep step) {
        var before = clock.dueAt(times);
        add(step);
        var due = clock.dueAt(times);
        if (clock.state().open() && !Objects.equals(before, due)) add(new Moved(due));
    }

    /// Brings it to where only so much is left from now on, unless less is. Warnings that would have been due before
    /// now are not said: whoever shortens it tells why.
    void shorten(Duration left, String cause) {
        var old = clock.terms();
        var target = clock.used(times, now).plus(left);
        if (!clock.state().open() || target.compareTo(old.target()) >= 0) return;
        take(new Changed(new Terms(target, 0, old.calendar(), old.revision()), cause));
        if (unheard().isPresent()) add(new Warned(now));
    }

    /// Other terms, such as another calendar. Warnings that would have been due before now are not said.
    ///
    /// @return false when it would lie further away by them, and stays as it is
    boolean recount(Terms terms, String cause) {
        var before = clock.dueAt(times);
        var changed = new Changed(terms, cause);
        var due = clock.after(new ClockEntry(seq + 1, now, changed)).dueAt(times);
        if (before != null && due != null && due.isAfter(before)) return false;
        take(changed);
        if (unheard().isPresent()) add(new Warned(now));
        return true;
    }

    /// Warns, or says that it is over, if that moment has come and nobody was told.
    void settle() {
        var due = clock.dueAt(times);
        if (!clock.state().open() || clock.breached(due)) return;
        if (due != null && !due.isAfter(now)) {
            add(new Breached(due));
            passed = true;
            return;
        }
        var unheard = unheard();
        if (unheard.isEmpty()) return;
        warning = unheard.getAsInt() + 1;
        add(new Warned(due == null ? now : due));
    }

    /// When somebody has to look: at the next warning that nobody heard, or at the deadline. Null for never.
    @Nullable
    Instant alarmAt() {
        var due = clock.dueAt(times);
        if (!clock.state().open() || clock.breached(due)) return null;
        var alarm = due;
        for (int i = 0; i < warnLeft.size(); i++) {
            var moment = warnAt(i);
            if (moment != null && !clock.warned(moment) && (alarm == null || moment.isBefore(alarm))) alarm = moment;
        }
        return alarm;
    }

    /// The last warning that has come, unless it was heard.
    private OptionalInt unheard() {
        for (int i = warnLeft.size() - 1; i >= 0; i--) {
            var moment = warnAt(i);
            if (moment != null && !moment.isAfter(now))
                return clock.warned(moment) ? OptionalInt.empty() : OptionalInt.of(i);
        }
        return OptionalInt.empty();
    }

    /// Null for one that a shorter target has no room for, and while the clock stands still before it.
    private @Nullable Instant warnAt(int index) {
        var terms = clock.terms();
        var after = terms.target().minus(warnLeft.get(index));
        if (!after.isPositive()) return null;
        var sooner = new Changed(new Terms(after, 0, terms.calendar(), terms.revision()), "");
        return clock.after(new ClockEntry(0, clock.lastAt(), sooner)).dueAt(times);
    }

    private void add(ClockStep step) {
        var entry = new ClockEntry(++seq, now, step);
        added.add(entry);
        clock = clock.after(entry);
    }
}
