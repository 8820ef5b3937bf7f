package app.lienzo.sla;

import app.lienzo.calendars.CalendarService;
import app.lienzo.plans.SupportPlanService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;

/// Looks up what is promised.
@ApplicationScoped
class PromiseBook {
    private final Policies policies;
    private final CalendarService calendars;
    private final SupportPlanService plans;

    PromiseBook(Policies policies, CalendarService calendars, SupportPlanService plans) {
        this.policies = policies;
        this.calendars = calendars;
        this.plans = plans;
    }

    /// From memory, for tickets as they come: a change is heard of a moment later, and a recount follows it.
    CurrentPromises recent() {
        return new CurrentPromises(policies.all(), calendars.recent(), plans, calendars, new HashMap<>());
    }

    /// As the database has it, for a recount.
    CurrentPromises fresh() {
        return new CurrentPromises(policies.load(), calendars.all(), plans, calendars, new HashMap<>());
    }
}
