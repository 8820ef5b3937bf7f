package app.lienzo.branding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much of brands is kept in memory.
@ConfigMapping(prefix = "lienzo.branding")
interface BrandConfig {
    /// Organizations whose brand is remembered.
    @WithDefault("10000")
    long cacheMax();

    /// A backstop: changes are told to all replicas at once.
    @WithDefault("60s")
    Duration cacheTime();

    /// Logos and icons that are remembered, over all organizations.
    @WithDefault("500")
    long pictureCacheMax();
}
