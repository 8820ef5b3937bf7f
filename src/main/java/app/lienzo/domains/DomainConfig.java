package app.lienzo.domains;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where names of organizations have to point, and how patient we are with them.
@ConfigMapping(prefix = "lienzo.domains")
interface DomainConfig {
    /// The public addresses of this installation, IPv4 and IPv6. Left out: those of [#edgeHost]; names that
    /// cannot have a CNAME record are then told to use their provider's ALIAS.
    Optional<List<String>> addresses();

    /// The host that CNAME records lead to. Left out: the organization's name under the platform's host,
    /// which names the platform in the customer's zone.
    Optional<String> edgeHost();

    /// The label under which the proof stands: `_site-proof.help.acme.com`.
    @WithDefault("_site-proof")
    String proofLabel();

    @WithDefault("1h")
    Duration recordTime();

    /// Endings that are special elsewhere and ordinary here, such as those of a laboratory.
    Optional<List<String>> specialAllowed();

    /// Where plain HTTP is reached from outside.
    @WithDefault("80")
    int httpPort();

    @WithDefault("4s")
    Duration probePatience();

    /// Names of one organization that are claimed or proved.
    @WithDefault("20")
    int perOrganizationMax();

    /// Names that one organization adds in a day.
    @WithDefault("30")
    int addedPerDayMax();

    /// A claim that was not proved by then is over.
    @WithDefault("7d")
    Duration claimMax();

    /// How long a new proof has to stand before it takes a name from an organization that proved it earlier.
    @WithDefault("24h")
    Duration takeOver();

    /// A name counts as pointing elsewhere after so many checks in a row…
    @WithDefault("3")
    int contraryMin();

    /// … over so long a time.
    @WithDefault("24h")
    Duration contraryTime();

    /// How long a name that points elsewhere is still answered.
    @WithDefault("7d")
    Duration grace();

    /// How long what is over is kept to be read.
    @WithDefault("30d")
    Duration tombstone();

    /// From then on a missing record is a mistake and no longer a matter of waiting.
    @WithDefault("15m")
    Duration propagation();

    /// Between two checks that a person asks for.
    @WithDefault("5s")
    Duration checkMin();

    @WithDefault("1m")
    Duration recheckFirst();

    @WithDefault("4h")
    Duration recheckMax();

    /// How often a name that works is looked at.
    @WithDefault("6h")
    Duration recheckGood();

    @WithDefault("200")
    int eventsShownMax();
}
