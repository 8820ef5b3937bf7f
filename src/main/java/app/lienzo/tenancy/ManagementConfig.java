package app.lienzo.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where the machines of the inside ask how we are.
@ConfigMapping(prefix = "lienzo.management")
interface ManagementConfig {
    /// Health and metrics are answered on this port and on no other; 0: on the port of everything else, for
    /// a look from this machine.
    @WithDefault("0")
    int port();
}
