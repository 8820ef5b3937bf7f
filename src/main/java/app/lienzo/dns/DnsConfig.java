package app.lienzo.dns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whom we ask, and how much one question may cost.
@ConfigMapping(prefix = "lienzo.dns")
interface DnsConfig {
    /// Resolvers as `host:port`, tried in this order. Left out: the machine's own.
    Optional<List<String>> servers();

    /// Whether a zone's own servers are asked where a fresh answer matters; off where only the resolvers can
    /// be reached.
    @WithDefault("true")
    boolean authoritative();

    /// Where the servers of zones listen.
    @WithDefault("53")
    int authoritativePort();

    /// Whether servers of zones may stand in private networks. Whoever owns a zone names its servers.
    @WithDefault("false")
    boolean anywhere();

    /// Messages sent for one question, all servers and both transports together.
    @WithDefault("20")
    int queriesMax();

    /// One question, with all that it takes.
    @WithDefault("5s")
    Duration patience();

    /// One message to one server.
    @WithDefault("1500ms")
    Duration tryPatience();

    @WithDefault("8")
    int aliasesMax();

    /// Text of one answer, in characters.
    @WithDefault("32768")
    int textMax();
}
