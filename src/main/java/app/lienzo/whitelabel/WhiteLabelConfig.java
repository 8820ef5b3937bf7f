package app.lienzo.whitelabel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much of an organization's past is kept.
@ConfigMapping(prefix = "lienzo.white-label")
interface WhiteLabelConfig {
    /// Versions one can go back to; the oldest go first.
    @WithDefault("30")
    int versionsMax();
}
