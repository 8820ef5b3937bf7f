package app.lienzo.companies.web;

import app.lienzo.companies.CompanyView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A company as programs read it.
///
/// @param supportPlan null for what customers of the space have
/// @param health key of an option, as tier and industry
/// @param renewalOn `yyyy-mm-dd`
/// @param fields values of custom fields by key
public record CompanyItem(
        UUID id,
        UUID space,
        String name,
        String description,
        String notes,
        List<String> domains,
        @Nullable UUID supportPlan,
        @Nullable String health,
        @Nullable String tier,
        @Nullable String renewalOn,
        @Nullable String industry,
        Map<String, Object> fields,
        Instant createdAt,
        Instant changedAt) {
    static CompanyItem of(CompanyView company) {
        return new CompanyItem(
                company.id(),
                company.space(),
                company.name(),
                company.description(),
                company.notes(),
                company.domains(),
                company.supportPlan(),
                company.health(),
                company.tier(),
                company.renewalOn() == null ? null : company.renewalOn().toString(),
                company.industry(),
                company.fields(),
                company.createdAt(),
                company.changedAt());
    }
}
