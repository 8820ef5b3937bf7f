package app.lienzo.sla;

import app.lienzo.kernel.Refused;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a support plan counts, and what it promises.
///
/// @param active whether clocks run for its tickets
/// @param calendar null for the organization's first
/// @param warnPercent share of a target after which the assignee is warned; 0 for never
/// @param waitingPauses whether the solution stands still while the customer is asked
/// @param onHoldPauses … and while the ticket is on hold
public record PolicySettings(
        boolean active,
        @Nullable UUID calendar,
        Begins begins,
        int warnPercent,
        boolean waitingPauses,
        boolean onHoldPauses,
        Map<TicketType, Map<TicketPriority, Targets>> targets) {
    static final int WARN_MAX = 99;

    /// What a plan has that nobody set up.
    static final PolicySettings NONE = new PolicySettings(false, null, Begins.CREATED, 75, true, false, Map.of());

    public Targets targets(TicketType type, TicketPriority priority) {
        return targets.getOrDefault(type, Map.of()).getOrDefault(priority, Targets.NONE);
    }

    public boolean promises() {
        return targets.values().stream().flatMap(row -> row.values().stream()).anyMatch(cell -> !cell.none());
    }

    /// The same without empty cells.
    ///
    /// @throws Refused `target-too-long`, `warning-invalid`, `targets-missing` when it runs and promises nothing
    PolicySettings checked() {
        if (warnPercent < 0 || warnPercent > WARN_MAX) throw Refused.invalid("warning-invalid", WARN_MAX);
        var kept = new EnumMap<TicketType, Map<TicketPriority, Targets>>(TicketType.class);
        targets.forEach((type, row) -> {
            var cells = new EnumMap<TicketPriority, Targets>(TicketPriority.class);
            row.forEach((priority, cell) -> {
                if (!cell.none()) cells.put(priority, within(cell));
            });
            if (!cells.isEmpty()) kept.put(type, cells);
        });
        if (active && kept.isEmpty()) throw Refused.invalid("targets-missing");
        return new PolicySettings(active, calendar, begins, warnPercent, waitingPauses, onHoldPauses, kept);
    }

    private static Targets within(Targets cell) {
        for (var metric : Metric.values()) {
            var minutes = cell.of(metric);
            if (minutes != null && (minutes < 1 || minutes > Targets.MINUTES_MAX))
                throw Refused.invalid("target-too-long", Targets.MINUTES_MAX / 60);
        }
        return cell;
    }
}
