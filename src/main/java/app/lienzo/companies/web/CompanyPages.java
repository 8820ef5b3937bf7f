package app.lienzo.companies.web;

import app.lienzo.companies.CompanyView;
import app.lienzo.companies.StandingKind;
import app.lienzo.companies.StandingOption;
import app.lienzo.companies.StandingService;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form of a company with what can be chosen in it.
@ApplicationScoped
class CompanyPages {
    private final StandingService standing;
    private final FieldService fields;
    private final PlanService plans;
    private final SupportPlanService supportPlans;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    CompanyPages(
            StandingService standing,
            FieldService fields,
            PlanService plans,
            SupportPlanService supportPlans,
            SpaceService spaces,
            CurrentMember current,
            Languages languages) {
        this.standing = standing;
        this.fields = fields;
        this.plans = plans;
        this.supportPlans = supportPlans;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    /// Something to choose.
    public record Choice(String value, String text) {}

    /// @param lockedUntil name of the plan from which on there is a standing; null where there is one
    /// @param spacePlan what a company without a plan has
    public record Choices(
            List<Choice> health,
            List<Choice> tier,
            List<Choice> industry,
            List<SupportPlanView> plans,
            String spacePlan,
            @Nullable String lockedUntil) {}

    /// What is wrong, and at which input; `bad` is empty for none in particular.
    public record Fault(String bad, String text) {}

    /// @param company null for a new one
    /// @param spaces where one can be made
    /// @param values of custom fields, as typed or as they are
    @CheckedTemplate(basePath = "companies", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompanyFormPage(
            @Nullable CompanyView company,
            SpaceView space,
            List<SpaceView> spaces,
            CompanyForm form,
            int version,
            Choices choices,
            List<FieldView> fields,
            Map<String, ?> values,
            Fault fault)
            implements TemplateInstance {}

    CompanyFormPage fresh(SpaceView space, CompanyForm form, @Nullable Map<String, String> typed, Fault fault) {
        Map<String, ?> values = typed == null ? fields.defaults(space.id(), FieldSubject.COMPANY) : typed;
        return page(null, space, form, 0, values, fault);
    }

    CompanyFormPage change(CompanyView company, CompanyForm form, int version, Map<String, ?> values, Fault fault) {
        return page(company, space(company.space()), form, version, values, fault);
    }

    static final Fault NONE = new Fault("", "");

    Fault fault(Refused refused) {
        var code = refused.refusal().code();
        var bad = switch (code) {
            case "company-name-missing", "company-name-taken" -> "name";
            case "company-domain-invalid",
                    "company-domain-ending",
                    "company-domain-free",
                    "company-domain-taken",
                    "company-domains-too-many" -> "domains";
            case "company-renewal-invalid" -> "renewalOn";
            case "support-plan-unknown" -> "supportPlan";
            case "field-required", "field-invalid" -> FieldService.INPUT + refused.details()[1];
            default -> "";
        };
        return new Fault(bad, Problem.of(refused, languages.current(), "").detail());
    }

    /// Where the member may make companies.
    List<SpaceView> places() {
        var me = current.get();
        return spaces.of(me).stream()
                .filter(space -> me.may(Permission.CONTACTS_WORK, space.id()))
                .toList();
    }

    SpaceView space(UUID id) {
        return spaces.of(current.get()).stream()
                .filter(space -> space.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    Choices choices(UUID space, @Nullable CompanyView company) {
        return new Choices(
                choices(StandingKind.HEALTH, company == null ? null : company.health()),
                choices(StandingKind.TIER, company == null ? null : company.tier()),
                choices(StandingKind.INDUSTRY, company == null ? null : company.industry()),
                supportPlans.all(),
                supportPlans.of(space, null).name(),
                plans.allows(Gate.COMPANY_STANDING) ? null : PlanService.name(Gate.COMPANY_STANDING.least()));
    }

    /// Those that are offered, and the one that a company has although it is not any more.
    private List<Choice> choices(StandingKind kind, @Nullable String had) {
        var language = languages.current();
        var all = new ArrayList<Choice>();
        for (var option : standing.options(kind)) all.add(new Choice(option.key(), option.text(language)));
        if (had != null && standing.find(kind, had).isEmpty())
            all.add(new Choice(had, standing.text(kind, had, language)));
        return all;
    }

    String text(StandingKind kind, @Nullable String key) {
        return standing.text(kind, key, languages.current());
    }

    List<StandingOption> options(StandingKind kind) {
        return standing.options(kind);
    }

    private CompanyFormPage page(
            @Nullable CompanyView company,
            SpaceView space,
            CompanyForm form,
            int version,
            Map<String, ?> values,
            Fault fault) {
        return new CompanyFormPage(
                company,
                space,
                places(),
                form,
                version,
                choices(space.id(), company),
                fields.of(space.id(), FieldSubject.COMPANY),
                values,
                fault);
    }
}
