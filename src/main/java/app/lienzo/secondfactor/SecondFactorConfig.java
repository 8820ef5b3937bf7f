package app.lienzo.secondfactor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often a code may be tried, and how long an offer stands.
@ConfigMapping(prefix = "lienzo.second-factor")
interface SecondFactorConfig {
    /// Wrong codes of one member from one address before it has to wait.
    @WithDefault("5")
    int failuresMax();

    @WithDefault("15m")
    Duration failuresWithin();

    /// Wrong codes of one member from all addresses he never gave a right one from.
    @WithDefault("50")
    int failuresFromNewPlacesMax();

    @WithDefault("1h")
    Duration failuresFromNewPlacesWithin();

    /// How long an address counts as one of the member's own after a right code.
    @WithDefault("90d")
    Duration placeKept();

    /// How long a secret that was shown waits for its first code.
    @WithDefault("15m")
    Duration offerStands();

    /// How old a session may be for what otherwise asks for the password, when its member has none.
    @WithDefault("10m")
    Duration sessionFresh();
}
