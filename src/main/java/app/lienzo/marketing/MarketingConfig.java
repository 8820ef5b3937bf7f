package app.lienzo.marketing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How fast campaigns go out, and how much there may be of them.
@ConfigMapping(prefix = "lienzo.marketing")
interface MarketingConfig {
    /// Mails that a campaign sends in a second.
    @WithDefault("20")
    double perSecondMax();

    /// Campaigns there may be.
    @WithDefault("1000")
    int campaignsMax();

    /// Campaigns per page of their list.
    @WithDefault("50")
    int pageMax();

    /// How long a job sends before it lets another one have its place.
    @WithDefault("30s")
    Duration slice();

    /// Who sends a campaign and says nothing for so long is believed to be gone.
    @WithDefault("1m")
    Duration lease();

    /// How often an address is tried whose server says "later".
    @WithDefault("6")
    int attemptsMax();

    /// Pause before such an address is tried again, and before a server that does not answer is.
    @WithDefault("10m")
    Duration pause();

    /// Mails after which a connection to the mail server is made anew.
    @WithDefault("500")
    int perConnectionMax();

    /// Members of an organization that one look takes on; the next look takes the next ones.
    @WithDefault("5000")
    int filledAtOnceMax();
}
