package app.lienzo.sla;

import app.lienzo.calendars.CalendarService;
import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.Countdown;
import app.lienzo.clocks.Terms;
import app.lienzo.clocks.TimeTable;
import app.lienzo.identity.SignedIn;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.tickets.Deadline;
import app.lienzo.tickets.TicketDeadlines;
import app.lienzo.tickets.TicketService;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to the clocks of tickets, for those who read.
@ApplicationScoped
public class ClockService implements TicketDeadlines {
    private final ClockRows rows;
    private final TicketService tickets;
    private final CalendarService calendars;
    private final SupportPlanService plans;
    private final Languages languages;
    private final SlaConfig config;
    private final Clock clock;

    ClockService(
            ClockRows rows,
            TicketService tickets,
            CalendarService calendars,
            SupportPlanService plans,
            Languages languages,
            SlaConfig config,
            Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.calendars = calendars;
        this.plans = plans;
        this.languages = languages;
        this.config = config;
        this.clock = clock;
    }

    /// The clocks of a ticket that the member may see, the most pressing first.
    ///
    /// @throws app.lienzo.kernel.Refused as if it never was
    @Transactional
    public List<ClockView> of(SignedIn me, UUID ticket) {
        tickets.require(me, ticket);
        var now = clock.instant();
        var clocks = rows.of(ticket);
        var ledgers = rows.ledgers(clocks);
        return clocks.stream()
                .filter(row -> ledgers.containsKey(row))
                .map(row -> view(row, Countdown.replay(Objects.requireNonNull(ledgers.get(row))), now))
                .toList();
    }

    /// The ledger of one clock, the last lines of a long one, oldest first.
    ///
    /// @throws app.lienzo.kernel.Refused as if it never was
    @Transactional
    public List<LedgerLine> ledger(SignedIn me, UUID ticket, Metric metric) {
        tickets.require(me, ticket);
        return rows.history(ticket, metric, config.linesMax()).stream()
                .map(ClockService::line)
                .toList();
    }

    @Override
    @Transactional
    public List<Deadline> of(UUID ticket) {
        var now = clock.instant();
        var clocks = rows.of(ticket);
        var ledgers = rows.ledgers(clocks);
        return clocks.stream()
                .filter(row -> ledgers.containsKey(row) && row.state() != ClockState.CANCELLED)
                .map(row -> deadline(row, Objects.requireNonNull(ledgers.get(row)), now))
                .toList();
    }

    private Deadline deadline(ResponseClock row, List<ClockEntry> ledger, Instant now) {
        var language = languages.current();
        var calendar = calendars.calendar(row.terms().calendar(), row.terms().revision());
        var plan =
                plans.find(row.basis().supportPlan()).map(SupportPlanView::name).orElse("–");
        return new Deadline(
                app.lienzo.ui.Words.text("sla", language, "metric." + row.metric()),
                state(row),
                row.dueAt(),
                Explanation.of(row, ledger, calendar, plan, now, language));
    }

    private static Deadline.State state(ResponseClock row) {
        var due = row.dueAt();
        boolean over = row.breachedAt() != null && due != null && !due.isAfter(row.breachedAt());
        return switch (row.state()) {
            case MET, CANCELLED -> over ? Deadline.State.BREACHED : Deadline.State.MET;
            case PAUSED -> over ? Deadline.State.BREACHED : Deadline.State.PAUSED;
            case RUNNING -> {
                if (over) yield Deadline.State.BREACHED;
                var warn = row.warnAt();
                boolean near = row.warnedAt() != null && warn != null && !warn.isAfter(row.warnedAt());
                yield near ? Deadline.State.WARNED : Deadline.State.RUNNING;
            }
        };
    }

    private ClockView view(ResponseClock row, Countdown countdown, Instant now) {
        TimeTable times =
                (calendar, revision) -> calendars.calendar(calendar, revision).time();
        return new ClockView(
                row.metric(),
                row.state(),
                row.cause(),
                row.terms().target().toMinutes(),
                countdown.used(times, now).toMinutes(),
                row.startedAt(),
                row.dueAt(),
                row.warnAt(),
                row.warnedAt(),
                row.breachedAt(),
                row.endedAt(),
                countdown.late(times, now));
    }

    private static LedgerLine line(ClockEntry entry) {
        return switch (entry.step()) {
            case ClockStep.Started(var terms) -> line(entry, terms, null, null);
            case ClockStep.Reset(var terms) -> line(entry, terms, null, null);
            case ClockStep.Changed(var terms, var cause) -> line(entry, terms, null, cause);
            case ClockStep.Paused(var cause) -> line(entry, null, null, cause);
            case ClockStep.Cancelled(var cause) -> line(entry, null, null, cause);
            case ClockStep.Moved(var due) -> line(entry, null, due, null);
            case ClockStep.Warned(var due) -> line(entry, null, due, null);
            case ClockStep.Breached(var due) -> line(entry, null, due, null);
            case ClockStep.Resumed _, ClockStep.Met _, ClockStep.Reopened _ -> line(entry, null, null, null);
        };
    }

    private static LedgerLine line(
            ClockEntry entry, @Nullable Terms terms, @Nullable Instant due, @Nullable String cause) {
        return new LedgerLine(
                entry.seq(),
                entry.at(),
                ClockRows.name(entry.step()),
                terms == null ? null : terms.target().toMinutes(),
                due,
                cause);
    }
}
