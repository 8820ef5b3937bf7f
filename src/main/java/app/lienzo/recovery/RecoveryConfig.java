package app.lienzo.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long mailed links live, and how many of them are mailed.
@ConfigMapping(prefix = "lienzo.recovery")
interface RecoveryConfig {
    /// No shorter than [#mailsWithin]: while somebody else uses up a mailbox's mails, the right person has
    /// one that works.
    @WithDefault("1h")
    Duration resetTime();

    @WithDefault("7d")
    Duration welcomeTime();

    @WithDefault("24h")
    Duration emailTime();

    /// The time in which the next three are counted.
    @WithDefault("1h")
    Duration mailsWithin();

    /// Mails to one mailbox about a forgotten password.
    @WithDefault("5")
    int resetMailsMax();

    /// Invitations to one person.
    @WithDefault("10")
    int welcomeMailsMax();

    /// Mails to confirm an address, for one account and to one address.
    @WithDefault("5")
    int emailMailsMax();

    /// Requests for a link from one network address, whoever they are for.
    @WithDefault("30")
    int requestsMax();

    @WithDefault("15m")
    Duration requestsWithin();

    /// Wrong current passwords within one session before changing it has to wait.
    @WithDefault("5")
    int attemptsOfSessionMax();

    /// The same for all sessions of a member together.
    @WithDefault("20")
    int attemptsOfMemberMax();

    @WithDefault("15m")
    Duration attemptsWithin();

    /// Questions about the strength of a password from one network address in a minute.
    @WithDefault("120")
    int estimatesMax();

    /// How long used and ended links are remembered, to say that they are no more.
    @WithDefault("30d")
    Duration kept();
}
