package app.lienzo.sso;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long providers are waited for and what is let through.
@ConfigMapping(prefix = "lienzo.sso")
public interface SsoConfig {
    /// A provider that has not answered by then has not answered.
    @WithDefault("8s")
    Duration answerWithin();

    /// How long a person may take at the provider.
    @WithDefault("15m")
    Duration signInWithin();

    /// How far the provider's clock may be from ours.
    @WithDefault("60s")
    Duration clockSkewMax();

    /// What is read of a provider's description of itself or its keys, in bytes.
    @WithDefault("262144")
    int answerMax();

    /// A backstop: changes are told to all replicas at once. A provider's description is fetched anew as
    /// often.
    @WithDefault("10m")
    Duration cacheTime();

    @WithDefault("10000")
    long cacheMax();

    /// Linked people that the settings screen shows.
    @WithDefault("200")
    int peopleShownMax();
}
