package app.lienzo.portalaccess;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long contacts stay signed in, how long mailed links live, and how many of them are mailed.
@ConfigMapping(prefix = "lienzo.portal")
interface PortalAccessConfig {
    /// A session unused for so long is over.
    @WithDefault("7d")
    Duration sessionIdle();

    /// A session is over after so long, used or not.
    @WithDefault("30d")
    Duration sessionWhole();

    /// How long somebody may take to replace a password that was given to him, once he is in.
    @WithDefault("15m")
    Duration pendingTime();

    /// Sessions of one contact; the ones unused for longest end first.
    @WithDefault("20")
    int sessionsMax();

    @WithDefault("7d")
    Duration activationTime();

    /// No shorter than [#mailsWithin]: while somebody else uses up a mailbox's mails, the right person has one
    /// that works.
    @WithDefault("1h")
    Duration resetTime();

    /// A password that somebody of the team gave is worth nothing after so long.
    @WithDefault("3d")
    Duration temporaryTime();

    /// The time in which the next two are counted.
    @WithDefault("1h")
    Duration mailsWithin();

    @WithDefault("5")
    int activationMailsMax();

    @WithDefault("5")
    int resetMailsMax();

    /// Requests for a link from one network address, whoever they are for.
    @WithDefault("30")
    int requestsMax();

    @WithDefault("15m")
    Duration requestsWithin();

    /// Failed sign-ins from one network address, whoever they were for: one password is not tried on everybody.
    @WithDefault("100")
    int failuresOfNetworkMax();

    @WithDefault("15m")
    Duration failuresWithin();

    /// Questions about the strength of a password from one network address in a minute.
    @WithDefault("120")
    int estimatesMax();

    /// What one contact who is signed in sends in a minute: texts, files, settings.
    @WithDefault("60")
    int sendingsPerMinuteMax();

    /// How long used and ended links are remembered: the mails of the last hour are counted by them.
    @WithDefault("30d")
    Duration kept();
}
