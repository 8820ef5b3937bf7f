package app.lienzo.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How many streams are kept open on one replica.
@ConfigMapping(prefix = "lienzo.live")
interface LiveConfig {
    /// For one member, or for the customer's side of one conversation: a browser's tabs.
    @WithDefault("24")
    int streamsPerFollowerMax();

    /// From one network address: an office behind one, but not a flood.
    @WithDefault("1000")
    int streamsPerAddressMax();
}
