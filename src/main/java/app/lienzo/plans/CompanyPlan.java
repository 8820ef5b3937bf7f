package app.lienzo.plans;

import java.util.Optional;
import java.util.UUID;

/// Port: which support plan a customer's company has, and how many have one. `companies` knows.
public interface CompanyPlan {
    Optional<UUID> supportPlanOf(UUID company);

    /// How many companies have this plan.
    long with(UUID supportPlan);
}
