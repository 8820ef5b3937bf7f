package app.lienzo.plans;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of support plans.
@ConfigMapping(prefix = "lienzo.plans")
interface PlanConfig {
    /// Support plans of one organization.
    @WithDefault("30")
    int supportPlansMax();
}
