package app.lienzo.companies;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.plans.SupportPlanService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks what is said of a company and makes the company of it.
@ApplicationScoped
class CompanyDraft {
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 9999;

    private final SupportPlanService supportPlans;
    private final StandingService standing;
    private final PlanService plans;
    private final Clock clock;
    private final CompanyConfig config;

    CompanyDraft(
            SupportPlanService supportPlans,
            StandingService standing,
            PlanService plans,
            Clock clock,
            CompanyConfig config) {
        this.supportPlans = supportPlans;
        this.standing = standing;
        this.plans = plans;
        this.clock = clock;
        this.config = config;
    }

    /// @throws Refused as [CompanyService#create]
    CompanyView fresh(UUID id, UUID space, CompanyDetails details, Map<String, Object> fields, Instant now) {
        if (details.hasStanding()) plans.require(Gate.COMPANY_STANDING);
        return checked(
                new CompanyView(
                        id, space, "", "", "", List.of(), null, null, null, null, null, Map.of(), now, now, null, 0),
                details,
                fields);
    }

    /// @throws Refused as [CompanyService#change]
    CompanyView changed(CompanyView before, CompanyDetails details, Map<String, Object> fields) {
        var told = details;
        if (!plans.allows(Gate.COMPANY_STANDING)) {
            var kept = details.withStanding(before.health(), before.tier(), before.renewalOn(), before.industry());
            if (details.hasStanding() && !details.equals(kept)) plans.require(Gate.COMPANY_STANDING);
            told = kept;
        }
        return checked(before, told, fields);
    }

    /// What was there, with what is told now over it; nothing that is empty takes anything away.
    CompanyDetails merged(CompanyView before, CompanyDetails told) {
        var domains = new LinkedHashSet<>(before.domains());
        domains.addAll(told.domains());
        return new CompanyDetails(
                before.name(),
                or(told.description(), before.description()),
                or(told.notes(), before.notes()),
                List.copyOf(domains),
                told.supportPlan() == null ? before.supportPlan() : told.supportPlan(),
                told.health() == null ? before.health() : told.health(),
                told.tier() == null ? before.tier() : told.tier(),
                told.renewalOn() == null ? before.renewalOn() : told.renewalOn(),
                told.industry() == null ? before.industry() : told.industry(),
                told.fields());
    }

    static boolean same(CompanyView before, CompanyView after) {
        return before.details().equals(after.details()) && before.fields().equals(after.fields());
    }

    private CompanyView checked(CompanyView before, CompanyDetails details, Map<String, Object> fields) {
        var name = SafeText.line(details.name(), CompanyDetails.NAME_MAX);
        if (name.isEmpty()) throw Refused.invalid("company-name-missing");
        var domains = CompanyDomain.read(new ArrayList<>(details.domains()));
        if (domains.size() > config.domainsMax())
            throw Refused.invalid("company-domains-too-many", config.domainsMax());
        var renewal = details.renewalOn();
        if (renewal != null && (renewal.getYear() < YEAR_MIN || renewal.getYear() > YEAR_MAX))
            throw Refused.invalid("company-renewal-invalid");
        return new CompanyView(
                before.id(),
                before.space(),
                name,
                SafeText.cut(SafeText.block(details.description()), CompanyDetails.DESCRIPTION_MAX),
                SafeText.cut(SafeText.block(details.notes()), CompanyDetails.NOTES_MAX),
                domains,
                supportPlan(before, details.supportPlan()),
                standing.require(StandingKind.HEALTH, details.health(), before.health()),
                standing.require(StandingKind.TIER, details.tier(), before.tier()),
                renewal,
                standing.require(StandingKind.INDUSTRY, details.industry(), before.industry()),
                fields,
                before.createdAt(),
                clock.instant(),
                before.removedAt(),
                before.version());
    }

    /// One that was taken away stays until somebody chooses another.
    private @Nullable UUID supportPlan(CompanyView before, @Nullable UUID wanted) {
        if (wanted != null
                && !Objects.equals(wanted, before.supportPlan())
                && supportPlans.find(wanted).isEmpty()) throw Refused.invalid("support-plan-unknown");
        return wanted;
    }

    private static String or(String told, String before) {
        return told.isBlank() ? before : told;
    }
}
