package app.lienzo.sla;

import app.lienzo.calendars.CalendarChanged;
import app.lienzo.companies.CompanyPlanChanged;
import app.lienzo.companies.CompanyRemoved;
import app.lienzo.companies.CompanyRestored;
import app.lienzo.plans.SupportPlansChanged;
import app.lienzo.tickets.TicketAccepted;
import app.lienzo.tickets.TicketChanged;
import app.lienzo.tickets.TicketMoved;
import app.lienzo.tickets.TicketOpened;
import app.lienzo.tickets.TicketReplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Set;

/// Hears what happens to tickets, and to what their deadlines follow from. Everything is written in the
/// transaction of what happened.
@ApplicationScoped
class OnTicketEvents {
    private static final Set<String> TERMS = Set.of("type", "priority", "company", "requester");
    private static final String MERGED = "merged";

    private final ClockDesk desk;
    private final RecountService recounts;

    OnTicketEvents(ClockDesk desk, RecountService recounts) {
        this.desk = desk;
        this.recounts = recounts;
    }

    void opened(@Observes TicketOpened event) {
        desk.on(event.ticket(), TicketTurn::begin);
    }

    void accepted(@Observes TicketAccepted event) {
        desk.on(event.ticket(), TicketTurn::begin);
    }

    void replied(@Observes TicketReplied event) {
        desk.on(event.ticket(), ticket -> {
            if (event.byContact()) ticket.customerWrote(event.at());
            else ticket.teamAnswered(event.at());
        });
    }

    void moved(@Observes TicketMoved event) {
        desk.on(event.ticket(), ticket -> ticket.moved(event.from(), event.to(), event.at()));
    }

    void changed(@Observes TicketChanged event) {
        if (event.what().contains(MERGED)) desk.on(event.ticket(), ticket -> ticket.merged(event.at()));
        else if (!Collections.disjoint(event.what(), TERMS))
            desk.on(event.ticket(), ticket -> {
                ticket.follow(event.at());
                ticket.settle(event.at());
            });
    }

    void calendarChanged(@Observes CalendarChanged event) {
        recounts.ask();
    }

    void plansChanged(@Observes SupportPlansChanged event) {
        recounts.ask();
    }

    void companyPlanChanged(@Observes CompanyPlanChanged event) {
        recounts.ask();
    }

    void companyRemoved(@Observes CompanyRemoved event) {
        recounts.ask();
    }

    void companyRestored(@Observes CompanyRestored event) {
        recounts.ask();
    }
}
