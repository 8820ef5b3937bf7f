package app.lienzo.oversight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much of the trail goes out at once.
@ConfigMapping(prefix = "lienzo.oversight")
interface OversightConfig {
    /// Rows of one export, the newest; a longer trail is exported by periods.
    @WithDefault("50000")
    int exportMax();
}
