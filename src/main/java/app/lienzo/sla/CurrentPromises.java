package app.lienzo.sla;

import app.lienzo.calendars.BusinessTime;
import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarView;
import app.lienzo.clocks.Terms;
import app.lienzo.plans.SupportPlanService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is promised to whom, as policies, plans and calendars say.
///
/// @param policies by support plan
/// @param calendars the first one at the head
/// @param asked plans that were looked up, by space and company
record CurrentPromises(
        Map<UUID, PolicyView> policies,
        List<CalendarView> calendars,
        SupportPlanService plans,
        CalendarService counting,
        Map<List<Object>, UUID> asked)
        implements Promises {

    /// Whether anything is promised to anybody.
    boolean any() {
        return policies.values().stream().anyMatch(policy -> policy.settings().active());
    }

    @Override
    public Basis basis(Facts ticket) {
        var company = ticket.company();
        var plan = asked.computeIfAbsent(
                company == null ? List.of(ticket.space()) : List.of(ticket.space(), company),
                _ -> plans.of(ticket.space(), company).id());
        return new Basis(plan, ticket.type(), ticket.priority());
    }

    @Override
    public PolicySettings settings(Basis basis) {
        var policy = policies.get(basis.supportPlan());
        return policy == null ? PolicySettings.NONE : policy.settings();
    }

    @Override
    public Optional<Terms> terms(Basis basis, Metric metric) {
        var settings = settings(basis);
        if (!settings.active()) return Optional.empty();
        var minutes = settings.targets(basis.type(), basis.priority()).of(metric);
        if (minutes == null) return Optional.empty();
        var calendar = calendar(settings);
        return Optional.of(
                new Terms(Duration.ofMinutes(minutes), settings.warnPercent(), calendar.id(), calendar.revision()));
    }

    @Override
    public BusinessTime of(UUID calendar, int revision) {
        return counting.calendar(calendar, revision).time();
    }

    private CalendarView calendar(PolicySettings settings) {
        return calendars.stream()
                .filter(calendar -> calendar.id().equals(settings.calendar()))
                .findFirst()
                .orElse(calendars.getFirst());
    }
}
