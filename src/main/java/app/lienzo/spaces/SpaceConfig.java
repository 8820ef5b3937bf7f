package app.lienzo.spaces;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How many spaces there can be.
@ConfigMapping(prefix = "lienzo.spaces")
interface SpaceConfig {
    /// Of one organization, archived ones too.
    @WithDefault("500")
    int spacesMax();
}
