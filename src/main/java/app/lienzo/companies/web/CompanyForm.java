package app.lienzo.companies.web;

import app.lienzo.companies.CompanyDetails;
import app.lienzo.companies.CompanyView;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A company as it is typed.
///
/// @param domains separated by commas, spaces or lines
public record CompanyForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String description,
        @RestForm @Nullable String notes,
        @RestForm @Nullable String domains,
        @RestForm @Nullable String supportPlan,
        @RestForm @Nullable String health,
        @RestForm @Nullable String tier,
        @RestForm @Nullable String renewalOn,
        @RestForm @Nullable String industry) {
    static final CompanyForm EMPTY = new CompanyForm("", "", "", "", "", "", "", "", "");

    static CompanyForm of(CompanyView company) {
        return new CompanyForm(
                company.name(),
                company.description(),
                company.notes(),
                String.join(", ", company.domains()),
                company.supportPlan() == null ? "" : company.supportPlan().toString(),
                company.health(),
                company.tier(),
                company.renewalOn() == null ? "" : company.renewalOn().toString(),
                company.industry());
    }

    /// @param fields custom ones, by key
    /// @throws Refused `company-renewal-invalid`, `support-plan-unknown`
    CompanyDetails details(Map<String, String> fields) {
        return new CompanyDetails(
                or(name),
                or(description),
                or(notes),
                domains(or(domains)),
                plan(),
                text(health),
                text(tier),
                day(renewalOn),
                text(industry),
                fields);
    }

    static List<String> domains(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            throw Refused.invalid("company-renewal-invalid");
        }
    }

    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private @Nullable UUID plan() {
        if (supportPlan == null || supportPlan.isBlank()) return null;
        return Ids.read(supportPlan).orElseThrow(() -> Refused.invalid("support-plan-unknown"));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
