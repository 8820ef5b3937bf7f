package app.lienzo.sla;

import app.lienzo.tickets.TicketDueService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Lets the ticket know that a deadline is near or over.
@ApplicationScoped
class OnClockStep {
    private final TicketDueService tickets;

    OnClockStep(TicketDueService tickets) {
        this.tickets = tickets;
    }

    void warned(@Observes ClockWarned event) {
        tickets.nearing(event.ticket(), "near-" + what(event.metric()));
    }

    void breached(@Observes ClockBreached event) {
        tickets.overdue(event.ticket(), "overdue-" + what(event.metric()));
    }

    private static String what(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> "first";
            case NEXT_RESPONSE -> "next";
            case RESOLUTION -> "solution";
        };
    }
}
