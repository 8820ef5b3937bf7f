package app.lienzo.companies;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says of a company, as it was typed.
///
/// @param domains each as it was typed
/// @param supportPlan null for what customers of the space have
/// @param health key of an option, as tier and industry; null for none
/// @param fields custom fields by key; those that are not there stay as they are, or get their default
public record CompanyDetails(
        String name,
        String description,
        String notes,
        List<String> domains,
        @Nullable UUID supportPlan,
        @Nullable String health,
        @Nullable String tier,
        @Nullable LocalDate renewalOn,
        @Nullable String industry,
        Map<String, String> fields) {
    public static final int NAME_MAX = 120;
    public static final int DESCRIPTION_MAX = 2_000;
    public static final int NOTES_MAX = 20_000;

    /// A company of which only the name is known.
    public static CompanyDetails named(String name) {
        return new CompanyDetails(name, "", "", List.of(), null, null, null, null, null, Map.of());
    }

    public CompanyDetails withDomains(List<String> others) {
        return new CompanyDetails(
                name, description, notes, others, supportPlan, health, tier, renewalOn, industry, fields);
    }

    CompanyDetails withFields(Map<String, String> others) {
        return new CompanyDetails(
                name, description, notes, domains, supportPlan, health, tier, renewalOn, industry, others);
    }

    /// The same with another standing.
    public CompanyDetails withStanding(
            @Nullable String health, @Nullable String tier, @Nullable LocalDate renewalOn, @Nullable String industry) {
        return new CompanyDetails(
                name, description, notes, domains, supportPlan, health, tier, renewalOn, industry, fields);
    }

    /// Whether anything is said that only bigger plans keep.
    boolean hasStanding() {
        return health != null || tier != null || renewalOn != null || industry != null;
    }
}
