package app.lienzo.imports;

import static app.lienzo.imports.RowTaker.cell;

import app.lienzo.companies.CompanyDetails;
import app.lienzo.companies.CompanyService;
import app.lienzo.companies.Kept;
import app.lienzo.companies.StandingKind;
import app.lienzo.companies.StandingOption;
import app.lienzo.companies.StandingService;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Companies from rows: found by their name.
@ApplicationScoped
class CompanyRows {
    /// The day before the month, as two of our three languages and half of the third write it.
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final CompanyService companies;
    private final StandingService standing;
    private final SupportPlanService plans;

    CompanyRows(CompanyService companies, StandingService standing, SupportPlanService plans) {
        this.companies = companies;
        this.standing = standing;
        this.plans = plans;
    }

    /// @return whether it is new
    boolean take(ImportView run, Map<String, String> told) {
        var details = new CompanyDetails(
                cell(told, Target.NAME),
                cell(told, Target.DESCRIPTION),
                cell(told, Target.NOTES),
                Arrays.stream(cell(told, Target.DOMAINS).split("[,;\\s]+"))
                        .filter(domain -> !domain.isEmpty())
                        .toList(),
                plan(cell(told, Target.SUPPORT_PLAN)),
                option(StandingKind.HEALTH, cell(told, Target.HEALTH)),
                option(StandingKind.TIER, cell(told, Target.TIER)),
                day(cell(told, Target.RENEWAL)),
                option(StandingKind.INDUSTRY, cell(told, Target.INDUSTRY)),
                RowTaker.fields(told));
        return companies.keep(run.space(), details).outcome() == Kept.Outcome.CREATED;
    }

    private @Nullable UUID plan(String name) {
        if (name.isBlank()) return null;
        return plans.all().stream()
                .filter(plan -> plan.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("support-plan-unknown"))
                .id();
    }

    private @Nullable String option(StandingKind kind, String text) {
        if (text.isBlank()) return null;
        return standing.written(kind, text)
                .map(StandingOption::key)
                .orElseThrow(() -> Refused.invalid("company-option-unknown", text));
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isBlank()) return null;
        for (var format : DAYS) {
            try {
                return LocalDate.parse(text.strip(), format);
            } catch (DateTimeParseException _) {
                // Perhaps another way to write it.
            }
        }
        throw Refused.invalid("company-renewal-invalid");
    }
}
