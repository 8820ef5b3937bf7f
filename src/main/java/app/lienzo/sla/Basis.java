package app.lienzo.sla;

import app.lienzo.clocks.Terms;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import java.util.UUID;

/// What the terms of a clock follow from.
record Basis(UUID supportPlan, TicketType type, TicketPriority priority) {
    /// Why terms are others now than those that followed from `before`.
    Cause since(Basis before, Terms then, Terms now) {
        if (!supportPlan.equals(before.supportPlan)) return Cause.PLAN;
        if (type != before.type || priority != before.priority) return Cause.TICKET;
        boolean sameCalendar = then.calendar().equals(now.calendar()) && then.revision() == now.revision();
        return sameCalendar ? Cause.TARGETS : Cause.CALENDAR;
    }
}
