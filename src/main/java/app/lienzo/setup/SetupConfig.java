package app.lienzo.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When Owners are reminded of the check list.
@ConfigMapping(prefix = "lienzo.setup")
interface SetupConfig {
    /// From the founding of the organization to the first letter, and from that to the next.
    @WithDefault("3d")
    Duration remindAfter();

    /// Letters at the most; each later one waits that much longer than the one before.
    @WithDefault("3")
    int remindersMax();
}
