package app.lienzo.sla;

import app.lienzo.audit.AuditTrail;
import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarUse;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The door to what support plans promise: targets by type and priority of a ticket, and how they are counted. A plan
/// that nobody set up promises nothing, and no clock runs for its tickets.
@ApplicationScoped
public class PolicyService implements CalendarUse {
    private final Policies policies;
    private final SupportPlanService plans;
    private final CalendarService calendars;
    private final RecountService recounts;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyService(
            Policies policies,
            SupportPlanService plans,
            CalendarService calendars,
            RecountService recounts,
            AuditTrail audit,
            Clock clock) {
        this.policies = policies;
        this.plans = plans;
        this.calendars = calendars;
        this.recounts = recounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// One for each support plan in use, in their order.
    public List<PolicyView> all() {
        return plans.all().stream().map(plan -> of(plan.id())).toList();
    }

    /// What holds for a plan; an empty one where nothing was set up.
    public PolicyView of(UUID supportPlan) {
        var found = policies.all().get(supportPlan);
        return found == null ? new PolicyView(supportPlan, PolicySettings.NONE, 0) : found;
    }

    /// @throws Refused as if it never was, for a plan that is not there
    public PolicyView require(UUID supportPlan) {
        if (plans.find(supportPlan).isEmpty()) throw Refused.notFound();
        return of(supportPlan);
    }

    /// Keeps it, and has the deadlines of open tickets counted again.
    ///
    /// @param version the one that was looked at; 0 for one that nobody set up
    /// @throws Refused `forbidden`, `policy-changed`, `calendar-unknown` and what [PolicySettings] refuses
    @Transactional
    public PolicyView change(SignedIn me, UUID supportPlan, PolicySettings settings, int version) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
        require(supportPlan);
        var checked = settings.checked();
        var calendar = checked.calendar();
        if (calendar != null && calendars.find(calendar).isEmpty()) throw Refused.invalid("calendar-unknown");
        // From now on rows point at it.
        calendars.stored(calendar == null ? calendars.first().id() : calendar);
        if (!policies.keep(supportPlan, checked, version, clock.instant())) throw Refused.conflict("policy-changed");
        audit.record(me.actor(), "response-targets-changed", "support-plan", supportPlan);
        recounts.ask();
        return java.util.Objects.requireNonNull(policies.load().get(supportPlan));
    }

    @Override
    public boolean uses(UUID calendar) {
        return policies.load().values().stream()
                .anyMatch(policy -> calendar.equals(policy.settings().calendar()));
    }
}
