package app.lienzo.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Who we are on the net, and how long what we know of hosts is believed.
@ConfigMapping(prefix = "lienzo.tenancy")
interface TenancyConfig {
    /// The platform's own host name; organizations are served on `<slug>.<platform host>` at once.
    @WithDefault("localhost")
    String platformHost();

    /// How links that leave the house begin. Left out: `https`, and `http` with the product's own port where
    /// the platform's host is this very machine.
    Optional<String> linkScheme();

    /// The port in links with a scheme of one's own; none for that scheme's.
    Optional<Integer> linkPort();

    /// The port in links to host names of an organization's own, which are always `https`. Left out: none,
    /// and the product's own HTTPS port where the platform's host is this very machine.
    Optional<Integer> httpsLinkPort();

    /// Host names that are remembered, unknown ones among them; about 200 bytes each.
    @WithDefault("100000")
    long siteCacheMax();

    /// A backstop behind a backstop: changes are told to all replicas at once, and a replica that could not be told
    /// finds that out within half a minute and forgets everything. Each host is read anew so often: 20,000 of them
    /// every minute took a quarter of what a replica serves.
    @WithDefault("10m")
    Duration siteCacheTime();

    /// 32 random bytes or more; signs what leaves the house and comes back. The same on all replicas.
    String secret();

    /// Connections that one organization's single statements hold at once on one replica; fewer than the
    /// pool has, so that a neighbour who floods leaves some.
    @WithDefault("8")
    int connectionsPerOrganizationMax();

    /// Whether organizations may name servers inside private networks (mail, single sign-on). Right on a
    /// machine of one's own and in a company's house, wrong where strangers are tenants.
    @WithDefault("false")
    boolean outboundAnywhere();
    /// The same while other organizations ask for something too. Left out: one more than the machine has
    /// cores.
    Optional<Integer> connectionsBesideOthersMax();

    /// How long a statement waits for its turn among those of its organization.
    @WithDefault("5s")
    Duration connectionPatience();
}
