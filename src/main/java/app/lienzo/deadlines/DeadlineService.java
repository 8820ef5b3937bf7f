package app.lienzo.deadlines;

import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.ClockStep.Cancelled;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.Countdown;
import app.lienzo.clocks.Terms;
import app.lienzo.deadlines.DeadlineTerms.BusinessDays;
import app.lienzo.deadlines.DeadlineTerms.WallHours;
import app.lienzo.deadlines.Deadlines.Key;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The door to deadlines. Works in the scope of the organization that a deadline is about and in the platform's; to
/// anybody else it is as if there were none.
@ApplicationScoped
@Transactional
public class DeadlineService {
    private final Deadlines deadlines;
    private final DeadlineTimes times;
    private final Event<DeadlineWarned> warned;
    private final Event<DeadlinePassed> passed;
    private final DeadlineConfig config;
    private final Clock clock;

    DeadlineService(
            Deadlines deadlines,
            DeadlineTimes times,
            Event<DeadlineWarned> warned,
            Event<DeadlinePassed> passed,
            DeadlineConfig config,
            Clock clock) {
        this.deadlines = deadlines;
        this.times = times;
        this.warned = warned;
        this.passed = passed;
        this.config = config;
        this.clock = clock;
    }

    /// Starts one now. The same subject and id twice is one deadline, which stays as it is.
    ///
    /// @param organization whom it is about; the platform's id for nobody yet
    /// @throws Refused not found when the calendar is none of the platform's
    public DeadlineView start(DeadlineSubject subject, UUID id, String organization, DeadlineTerms terms) {
        var key = new Key(subject, id);
        var now = now();
        var counted = times.counted(terms, now);
        if (deadlines.add(key, organization, counted.warnLeft(), now))
            keep(key, organization, new DeadlineTurn(counted.terms(), counted.warnLeft(), times, now));
        return require(key);
    }

    /// Brings it nearer: `left` counts from now on, by the wall or by the calendar that it has. What would
    /// move it away changes nothing.
    ///
    /// @param cause code, up to 20 characters
    /// @throws Refused not found
    /// @throws IllegalArgumentException when hours are given for one that counts business days, or
    /// the other way round
    public DeadlineView shorten(DeadlineSubject subject, UUID id, DeadlineTerms left, String cause) {
        return change(
                subject, id, turn -> turn.shorten(amount(left, turn.clock().terms(), turn.now()), cause));
    }

    /// Lets it stand still, for instance while somebody else is asked.
    ///
    /// @param cause code, up to 20 characters
    /// @throws Refused not found; `deadline-lines-too-many`
    public DeadlineView pause(DeadlineSubject subject, UUID id, String cause) {
        return change(subject, id, turn -> {
            if (turn.lastSeq() >= config.linesMax())
                throw Refused.conflict("deadline-lines-too-many", config.linesMax());
            if (turn.clock().state() == ClockState.RUNNING) turn.take(new Paused(cause));
        });
    }

    /// @throws Refused not found
    public DeadlineView resume(DeadlineSubject subject, UUID id) {
        return change(subject, id, turn -> {
            if (turn.clock().state() == ClockState.PAUSED) turn.take(new Resumed());
        });
    }

    /// Nobody waits for it any more.
    ///
    /// @param cause code, up to 20 characters
    /// @throws Refused not found
    public DeadlineView stop(DeadlineSubject subject, UUID id, String cause) {
        return change(subject, id, turn -> {
            if (turn.clock().state().open()) turn.take(new Cancelled(cause));
        });
    }

    /// What it is for has happened.
    ///
    /// @throws Refused not found
    public DeadlineView done(DeadlineSubject subject, UUID id) {
        return change(subject, id, turn -> {
            if (turn.clock().state().open()) turn.take(new Met());
        });
    }

    /// Nobody else changes it until the transaction at hand ends. For whoever changes a thing together with its
    /// deadline: the deadline first, as the clock comes from there, too.
    public void hold(DeadlineSubject subject, UUID id) {
        deadlines.lock(new Key(subject, id));
    }

    public Optional<DeadlineView> find(DeadlineSubject subject, UUID id) {
        return deadlines.find(new Key(subject, id));
    }

    /// Those of a page's worth of things, in no order.
    public List<DeadlineView> of(DeadlineSubject subject, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : deadlines.of(subject, ids);
    }

    /// The ledger, oldest first.
    public List<DeadlineLine> history(DeadlineSubject subject, UUID id) {
        return deadlines.ledger(new Key(subject, id)).stream()
                .map(entry -> new DeadlineLine(
                        entry.seq(),
                        entry.at(),
                        Deadlines.name(entry.step()),
                        Deadlines.due(entry.step()),
                        Deadlines.cause(entry.step())))
                .toList();
    }

    /// What the ledger adds up to, counted anew: the same as what [#find] has stored.
    ///
    /// @throws Refused not found
    public DeadlineView replay(DeadlineSubject subject, UUID id) {
        var key = new Key(subject, id);
        var stored = require(key);
        var clock = Countdown.replay(deadlines.ledger(key));
        return view(key, stored.organization(), clock);
    }

    /// Warns, or says that it is over, if that moment has come.
    void look(Key key, Instant now) {
        if (deadlines.lock(key).isPresent()) turn(key, now, _ -> {});
    }

    private DeadlineView change(DeadlineSubject subject, UUID id, Consumer<DeadlineTurn> step) {
        var key = new Key(subject, id);
        turn(key, now(), step);
        return require(key);
    }

    private void turn(Key key, Instant now, Consumer<DeadlineTurn> step) {
        var warnLeft = deadlines.lock(key).orElseThrow(Refused::notFound);
        var turn = new DeadlineTurn(deadlines.ledger(key), warnLeft, times, now);
        step.accept(turn);
        turn.settle();
        keep(key, require(key).organization(), turn);
    }

    private void keep(Key key, String organization, DeadlineTurn turn) {
        turn.added().forEach(entry -> deadlines.append(key, entry));
        var view = view(key, organization, turn.clock());
        deadlines.keep(view, turn.alarmAt(), turn.lastSeq());
        var due = view.dueAt();
        if (due == null) return;
        if (turn.passed()) passed.fire(new DeadlinePassed(key.subject(), key.id(), organization, due, turn.now()));
        if (turn.warning() > 0)
            warned.fire(new DeadlineWarned(key.subject(), key.id(), organization, turn.warning(), due, turn.now()));
    }

    private Duration amount(DeadlineTerms left, Terms terms, Instant now) {
        boolean wall = terms.calendar().equals(DeadlineTimes.WALL);
        return switch (left) {
            case WallHours(int hours, var _) when wall -> Duration.ofHours(hours);
            case BusinessDays(int days, var _, var _)
            when !wall -> DeadlineTimes.open(times.of(terms.calendar(), terms.revision()), now, days);
            default -> throw new IllegalArgumentException("It counts otherwise: " + left);
        };
    }

    private DeadlineView view(Key key, String organization, Countdown clock) {
        return new DeadlineView(
                key.subject(),
                key.id(),
                organization,
                clock.state(),
                clock.startedAt(),
                clock.dueAt(times),
                clock.warnedAt(),
                clock.breachedAt(),
                clock.endedAt());
    }

    private DeadlineView require(Key key) {
        return deadlines.find(key).orElseThrow(Refused::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
