package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one builder of links that leave the house: mail, redirects to elsewhere, snippets, call-backs.
/// It is fed by the organization's own host name as the database knows it, never by a request header: the
/// primary one of its own while that is served, otherwise the platform's name for it.
@ApplicationScoped
public class Links {
    private final Scope scope;
    private final Sites sites;
    private final TenancyConfig config;
    private final int httpPort;
    private final int httpsPort;

    Links(
            Scope scope,
            Sites sites,
            TenancyConfig config,
            @ConfigProperty(name = "quarkus.http.port") int httpPort,
            @ConfigProperty(name = "quarkus.http.ssl-port", defaultValue = "8443") int httpsPort) {
        this.scope = scope;
        this.sites = sites;
        this.config = config;
        this.httpPort = httpPort;
        this.httpsPort = httpsPort;
    }

    /// @param path begins with a slash
    public URI to(String path) {
        return URI.create(origin() + path);
    }

    /// To a page of a space's portal: at the host that shows this portal and nothing else, where there is one.
    ///
    /// @param path begins with a slash, the same on every host
    public URI toPortal(UUID space, String path) {
        return sites.portalHost(scope.organization(), space)
                .map(host -> URI.create(own(host) + path))
                .orElseGet(() -> to(path));
    }

    /// Whether an address lies on a host where the organization at hand itself sends people: that of all its links, or
    /// one of its portals'.
    public boolean ours(String address) {
        return address.startsWith(origin() + "/")
                || sites.portalHosts(scope.organization()).stream()
                        .anyMatch(host -> address.startsWith(own(host) + "/"));
    }

    /// Scheme, host and port of the organization at hand, without a slash at the end.
    public String origin() {
        var organization = scope.organization();
        return sites.primary(organization)
                .map(primary -> own(primary.host()))
                .orElseGet(() -> platforms(sites.platformName(organization)));
    }

    /// Scheme, host and port of a host of an organization's own, which has a certificate.
    public String own(String host) {
        var port = config.httpsLinkPort();
        boolean alone = here() && config.linkScheme().isEmpty();
        return "https://" + host + port(alone ? port.or(() -> Optional.of(httpsPort)) : port);
    }

    private String platforms(String host) {
        if (config.linkScheme().isPresent()) return config.linkScheme().get() + "://" + host + port(config.linkPort());
        return here() ? "http://" + host + port(Optional.of(httpPort)) : "https://" + host;
    }

    /// Nobody speaks TLS on a machine that only its owner reaches.
    private boolean here() {
        return config.platformHost().equals("localhost")
                || config.platformHost().endsWith(".localhost");
    }

    private static String port(Optional<Integer> port) {
        return port.map(number -> ":" + number).orElse("");
    }
}
