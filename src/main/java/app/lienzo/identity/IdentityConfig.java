package app.lienzo.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long sessions last and how often one may fail to open one.
@ConfigMapping(prefix = "lienzo.identity")
interface IdentityConfig {
    /// A session unused for so long is over.
    @WithDefault("12h")
    Duration sessionIdle();

    /// A session is over after so long, used or not.
    @WithDefault("30d")
    Duration sessionWhole();

    /// How long a replica believes what it knows of a session; changes are told at once, this is the
    /// backstop.
    @WithDefault("30s")
    Duration accessCacheTime();

    @WithDefault("50000")
    long accessCacheMax();

    /// Failures with one user name from one address before it has to wait.
    @WithDefault("10")
    int failuresMax();

    @WithDefault("15m")
    Duration failuresWithin();

    /// Passwords are checked this many at a time; each costs a core for some 50 ms, and other requests
    /// need cores too.
    @WithDefault("1")
    int hashesAtOnce();

    /// How long one waits for one's turn before one is asked to come back.
    @WithDefault("20s")
    Duration hashPatience();

    /// How long somebody may take between the first proof and the last step of a sign-in.
    @WithDefault("15m")
    Duration pendingTime();

    /// Tokens a member may have at a time.
    @WithDefault("50")
    int tokensMax();
}
