package app.lienzo.ui.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of what comes in.
@ConfigMapping(prefix = "lienzo.ui")
interface UiConfig {
    /// Bytes of a request's body where no feature says more: an attachment of a chat and its envelope.
    @WithDefault("12M")
    MemorySize bodyMax();
}
