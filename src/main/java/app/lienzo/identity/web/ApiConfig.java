package app.lienzo.identity.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What programs may do how often.
@ConfigMapping(prefix = "lienzo.api")
interface ApiConfig {
    /// Requests per session or token; for who shows none, per network address.
    @WithDefault("1200")
    int requestsPerMinuteMax();
}
