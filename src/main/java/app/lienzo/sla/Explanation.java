package app.lienzo.sla;

import app.lienzo.calendars.Amounts;
import app.lienzo.calendars.BusinessCalendar;
import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Reopened;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.Countdown;
import app.lienzo.tickets.Deadline.Reason;
import app.lienzo.ui.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a clock stands as it stands, one sentence after the other, in the reader's language.
final class Explanation {
    private static final String WORDS = "sla";
    private static final int DAYS_MAX = 90;
    private static final int CHANGES_MAX = 20;

    private final ResponseClock row;
    private final Countdown clock;
    private final List<ClockEntry> ledger;
    private final BusinessCalendar calendar;
    private final String plan;
    private final Locale language;
    private final List<Reason> reasons = new ArrayList<>();

    private Explanation(
            ResponseClock row, List<ClockEntry> ledger, BusinessCalendar calendar, String plan, Locale language) {
        this.row = row;
        this.clock = Countdown.replay(ledger);
        this.ledger = ledger;
        this.calendar = calendar;
        this.plan = plan;
        this.language = language;
    }

    /// @param ledger what counts of it
    /// @param calendar of its terms
    /// @param plan name of the support plan
    static List<Reason> of(
            ResponseClock row,
            List<ClockEntry> ledger,
            BusinessCalendar calendar,
            String plan,
            Instant now,
            Locale language) {
        var explanation = new Explanation(row, ledger, calendar, plan, language);
        explanation.tell(now);
        return List.copyOf(explanation.reasons);
    }

    private void tell(Instant now) {
        var start = clock.startedAt();
        say(start, "began." + row.metric());
        var opening = calendar.time().nextOpening(start);
        if (!opening.equals(start)) say(opening, "opens");
        say(
                null,
                "target",
                Amounts.written(clock.terms().target()),
                calendar.settings().name(),
                calendar.settings().zone(),
                plan,
                word("type." + row.basis().type()),
                word("priority." + row.basis().priority()));
        changes();
        pauses(now);
        holidays(start, now);
        end();
    }

    private void changes() {
        ledger.stream()
                .filter(entry -> entry.step() instanceof Changed)
                .skip(Math.max(0, count(Changed.class) - CHANGES_MAX))
                .forEach(entry -> {
                    if (entry.step() instanceof Changed(var terms, var cause))
                        say(entry.at(), "changed." + cause, Amounts.written(terms.target()));
                });
    }

    private long count(Class<?> step) {
        return ledger.stream().filter(entry -> step.isInstance(entry.step())).count();
    }

    /// Times that did not count because of what the ticket was.
    private void pauses(Instant now) {
        ClockEntry begun = null;
        for (var entry : ledger) {
            switch (entry.step()) {
                case Paused _ -> begun = begun == null ? entry : begun;
                case Resumed _ -> {
                    if (begun != null) stood(begun, entry.at(), now);
                    begun = null;
                }
                case Reopened _ -> say(entry.at(), "reopened");
                default -> {}
            }
        }
        if (begun != null) stood(begun, null, now);
    }

    private void stood(ClockEntry begun, @Nullable Instant until, Instant now) {
        if (!(begun.step() instanceof Paused(var cause))) return;
        var open = calendar.time().between(begun.at(), until == null ? now : until);
        if (until != null && open.toMinutes() == 0) return;
        say(begun.at(), (until == null ? "stands." : "stood.") + cause, Amounts.written(open));
    }

    /// Dates that are not as usual, up to the deadline.
    private void holidays(Instant start, Instant now) {
        var due = row.dueAt();
        var until = due == null ? now : due;
        if (until.isBefore(start)) return;
        var written = DateTimeFormatter.ofPattern("d MMM", language);
        for (var day : calendar.counted(start, until, DAYS_MAX, language)) {
            if (day.reason() == null) continue;
            var date = written.format(day.date());
            if (day.counted().isZero()) say(null, "holiday", date, day.reason());
            else say(null, "halfday", date, day.reason(), day.written());
        }
    }

    private void end() {
        var due = row.dueAt();
        switch (clock.state()) {
            case MET -> say(row.endedAt(), row.breachedAt() == null ? "met" : "metLate");
            case CANCELLED -> say(row.endedAt(), "cancelled." + row.cause());
            case RUNNING, PAUSED -> {
                if (due != null) say(due, row.breachedAt() == null ? "due" : "over");
            }
        }
    }

    private void say(@Nullable Instant at, String key, Object... values) {
        reasons.add(new Reason(at, Words.text(WORDS, language, key, values)));
    }

    private String word(String key) {
        return Words.text(WORDS, language, key);
    }
}
