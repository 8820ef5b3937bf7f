package app.lienzo.sla;

import app.lienzo.tickets.TicketService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Writes into the ticket's history that a deadline passed.
@ApplicationScoped
class OnClockBreached {
    private final TicketService tickets;

    OnClockBreached(TicketService tickets) {
        this.tickets = tickets;
    }

    void breached(@Observes ClockBreached event) {
        tickets.overdue(event.ticket(), what(event.metric()));
    }

    private static String what(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> "overdue-first";
            case NEXT_RESPONSE -> "overdue-next";
            case RESOLUTION -> "overdue-solution";
        };
    }
}
