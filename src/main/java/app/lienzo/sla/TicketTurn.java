package app.lienzo.sla;

import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.ClockStep.Cancelled;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Reopened;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.Terms;
import app.lienzo.tickets.TicketCategory;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happens to the clocks of a ticket when something happens to the ticket. Pure: what is promised, and what was
/// before, is handed in.
final class TicketTurn {
    private final Facts ticket;
    private final Promises promises;
    private final Map<Metric, ClockTurn> clocks = new EnumMap<>(Metric.class);

    TicketTurn(Facts ticket, Promises promises, Collection<ClockTurn> there) {
        this.ticket = ticket;
        this.promises = promises;
        there.forEach(clock -> clocks.put(clock.metric(), clock));
    }

    Facts ticket() {
        return ticket;
    }

    Collection<ClockTurn> clocks() {
        return clocks.values();
    }

    /// Starts what counts from the ticket's beginning, if that has come and something is promised.
    void begin() {
        var from = beginning();
        if (from == null) return;
        start(Metric.FIRST_RESPONSE, from);
        if (ticket.answeredAt() != null) step(Metric.FIRST_RESPONSE, new Met(), ticket.answeredAt());
        start(Metric.RESOLUTION, from);
    }

    void customerWrote(Instant at) {
        if (ticket.answeredAt() == null || running(Metric.FIRST_RESPONSE) || beginning() == null) return;
        var basis = promises.basis(ticket);
        var clock = clocks.get(Metric.NEXT_RESPONSE);
        var terms = promises.terms(basis, Metric.NEXT_RESPONSE).orElse(null);
        if (terms == null || running(Metric.NEXT_RESPONSE)) return;
        if (clock == null) fresh(Metric.NEXT_RESPONSE, basis, terms, at);
        else clock.reset(basis, terms, at);
    }

    void teamAnswered(Instant at) {
        step(Metric.FIRST_RESPONSE, new Met(), at);
        step(Metric.NEXT_RESPONSE, new Met(), at);
    }

    /// The ticket came from one category into another.
    void moved(TicketCategory from, TicketCategory to, Instant at) {
        if (ticket.merged()) {
            merged(at);
            return;
        }
        if (over(to)) {
            step(Metric.RESOLUTION, new Met(), at);
            cancel(Metric.FIRST_RESPONSE, Cause.SOLVED, at);
            cancel(Metric.NEXT_RESPONSE, Cause.SOLVED, at);
            return;
        }
        if (over(from)) reopen(at);
        pause(to, at);
    }

    /// Another ticket goes on with it.
    void merged(Instant at) {
        for (var metric : Metric.values()) cancel(metric, Cause.MERGED, at);
    }

    /// Holds open clocks to what is promised now, and starts those for which nothing was promised before.
    void follow(Instant now) {
        if (over(ticket.category()) || ticket.merged()) return;
        var basis = promises.basis(ticket);
        for (var metric : Metric.values()) {
            if (running(metric)) follow(Objects.requireNonNull(clocks.get(metric)), basis, now);
        }
        var from = beginning();
        if (from == null) return;
        if (ticket.answeredAt() == null) start(Metric.FIRST_RESPONSE, from);
        if (start(Metric.RESOLUTION, from)) pause(ticket.category(), now);
    }

    /// Sees whether it is time to warn, or too late.
    void settle(Instant now) {
        clocks.values().forEach(clock -> clock.settle(now));
    }

    private void follow(ClockTurn clock, Basis basis, Instant now) {
        var terms = promises.terms(basis, clock.metric());
        if (terms.isEmpty()) {
            clock.change(basis, new Cancelled(Cause.NO_TARGET.name()), now);
        } else if (!terms.get().equals(clock.clock().terms())) {
            var cause = basis.since(clock.basis(), clock.clock().terms(), terms.get());
            clock.change(basis, new Changed(terms.get(), cause.name()), now);
        }
    }

    private @Nullable Instant beginning() {
        if (over(ticket.category()) || ticket.merged()) return null;
        var settings = promises.settings(promises.basis(ticket));
        return settings.active() ? ticket.begin(settings.begins()) : null;
    }

    /// Makes one where none is, or only one that was given up because nothing was promised.
    private boolean start(Metric metric, Instant from) {
        var basis = promises.basis(ticket);
        var terms = promises.terms(basis, metric);
        if (terms.isEmpty()) return false;
        var there = clocks.get(metric);
        if (there == null) {
            fresh(metric, basis, terms.get(), from);
            return true;
        }
        if (there.clock().state() != ClockState.CANCELLED
                || !Cause.NO_TARGET.name().equals(there.clock().cause())) return false;
        there.reset(basis, terms.get(), from);
        return true;
    }

    private void fresh(Metric metric, Basis basis, Terms terms, Instant at) {
        clocks.put(metric, ClockTurn.fresh(ticket.ticket(), metric, basis, terms, at, promises));
    }

    /// What was used up of the solution's time stays used up. An answer that was never given is owed again.
    private void reopen(Instant at) {
        var resolution = clocks.get(Metric.RESOLUTION);
        if (resolution != null) resolution.step(new Reopened(), at);
        var first = clocks.get(Metric.FIRST_RESPONSE);
        if (first == null || ticket.answeredAt() != null || first.clock().state() != ClockState.CANCELLED) return;
        var basis = promises.basis(ticket);
        promises.terms(basis, Metric.FIRST_RESPONSE).ifPresent(terms -> first.reset(basis, terms, at));
    }

    private void pause(TicketCategory now, Instant at) {
        var clock = clocks.get(Metric.RESOLUTION);
        if (clock == null || !clock.clock().state().open()) return;
        var cause = pauses(now, promises.settings(promises.basis(ticket)));
        if (clock.clock().state() == ClockState.PAUSED) {
            if (cause.isPresent() && cause.get().name().equals(clock.clock().cause())) return;
            clock.step(new Resumed(), at);
        }
        cause.ifPresent(why -> clock.step(new Paused(why.name()), at));
    }

    private static Optional<Cause> pauses(TicketCategory category, PolicySettings settings) {
        return switch (category) {
            case WAITING -> settings.waitingPauses() ? Optional.of(Cause.WAITING) : Optional.empty();
            case ON_HOLD -> settings.onHoldPauses() ? Optional.of(Cause.ON_HOLD) : Optional.empty();
            case NEW, OPEN, SOLVED, CLOSED -> Optional.empty();
        };
    }

    private static boolean over(TicketCategory category) {
        return switch (category) {
            case SOLVED, CLOSED -> true;
            case NEW, OPEN, WAITING, ON_HOLD -> false;
        };
    }

    private boolean running(Metric metric) {
        var clock = clocks.get(metric);
        return clock != null && clock.clock().state().open();
    }

    private void step(Metric metric, ClockStep step, Instant at) {
        var clock = clocks.get(metric);
        if (clock != null && clock.clock().state().open()) clock.step(step, at);
    }

    private void cancel(Metric metric, Cause cause, Instant at) {
        step(metric, new Cancelled(cause.name()), at);
    }
}
