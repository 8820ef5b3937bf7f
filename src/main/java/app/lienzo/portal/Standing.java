package app.lienzo.portal;

import app.lienzo.plans.SupportPlanView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer needs to be helped, and how he stands with each (BL-2).
///
/// @param plan the support plan that counts for him
/// @param companies those for which he may ask; the default one first
/// @param paying whether his plan is paid for
/// @param seen whether he is seen under a contract: as a member of a company, or by a plan that the space gives to all
///     its customers
/// @param language what he wants to be spoken to in; null for none yet
/// @param way whether his plan lets him ask here (BL-1)
public record Standing(
        SupportPlanView plan,
        List<Company> companies,
        boolean paying,
        boolean seen,
        @Nullable String language,
        boolean way) {
    /// A company that a customer belongs to.
    ///
    /// @param seesAll whether he sees all its tickets
    /// @param helped whether its plan is paid for and lets him ask here
    public record Company(UUID id, String name, boolean seesAll, boolean helped) {}

    /// Whether he may open tickets here.
    public boolean complete() {
        return paying && seen && language != null && way;
    }

    /// Whether he sees tickets of others.
    public boolean seesAll() {
        return companies.stream().anyMatch(Company::seesAll);
    }

    /// The companies he can open a ticket for.
    public List<Company> helped() {
        return companies.stream().filter(Company::helped).toList();
    }
}
