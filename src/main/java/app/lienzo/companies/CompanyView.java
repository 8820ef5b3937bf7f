package app.lienzo.companies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A company as members see it.
///
/// @param domains in the order in which they were given
/// @param supportPlan null for what customers of the space have
/// @param health key of an option, as tier and industry; null for none
/// @param fields values of custom fields by key
/// @param removedAt when it was taken away; null for one that is there
public record CompanyView(
        UUID id,
        UUID space,
        String name,
        String description,
        String notes,
        List<String> domains,
        @Nullable UUID supportPlan,
        @Nullable String health,
        @Nullable String tier,
        @Nullable LocalDate renewalOn,
        @Nullable String industry,
        Map<String, Object> fields,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant removedAt,
        int version) {
    public boolean removed() {
        return removedAt != null;
    }

    /// Ready to be changed; custom fields that are not said stay.
    public CompanyDetails details() {
        return new CompanyDetails(
                name, description, notes, domains, supportPlan, health, tier, renewalOn, industry, Map.of());
    }
}
