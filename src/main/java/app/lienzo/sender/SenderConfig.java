package app.lienzo.sender;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the installation's mails leave, and how often senders are checked.
@ConfigMapping(prefix = "lienzo.sender")
interface SenderConfig {
    /// The domain whose SPF record lists the servers that mails leave by; what organizations include. Left out,
    /// and without [#addresses], SPF is not judged: the signature alone has to prove.
    Optional<String> spfInclude();

    /// The addresses of those servers, for installations without such a domain.
    Optional<List<String>> addresses();

    /// Pause after a check that did not find all in order; it doubles with each.
    @WithDefault("5m")
    Duration pause();

    /// Pause between checks of a sender that is in order, and the longest of the others.
    @WithDefault("24h")
    Duration pauseMax();

    /// Shortest pause between two checks while somebody looks at the page.
    @WithDefault("10s")
    Duration livePause();

    /// One check, with all that it asks.
    @WithDefault("20s")
    Duration patience();

    /// Questions of one check: an honest SPF record needs a dozen.
    @WithDefault("60")
    int questionsMax();

    /// How long a key stays in DNS after another one took its place: mails signed with it are still under way.
    @WithDefault("7d")
    Duration grace();

    /// Owners are told no oftener that their sender is broken.
    @WithDefault("24h")
    Duration tellPause();

    /// Changes that are remembered of each organization.
    @WithDefault("100")
    int eventsMax();
}
