package app.lienzo.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much at once, and how often.
@ConfigMapping(prefix = "lienzo.people")
interface PeopleConfig {
    /// Addresses in one go.
    @WithDefault("50")
    int addressesMax();

    /// Invitations of one organization in 24 hours.
    @WithDefault("500")
    int invitationsPerDayMax();

    /// How long an invitation rests before it can be sent again.
    @WithDefault("2m")
    Duration resendAfterMin();

    /// How often one invitation is sent at all.
    @WithDefault("10")
    int sendsMax();

    /// Rows of an export.
    @WithDefault("20000")
    int exportMax();

    /// Pixels on each side of a stored face.
    @WithDefault("256")
    int avatarSideMax();
}
