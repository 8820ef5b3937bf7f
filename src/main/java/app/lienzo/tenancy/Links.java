package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one builder of links that leave the house: mail, redirects to elsewhere, snippets, call-backs.
/// It is fed by the organization's own host name as the database knows it, never by a request header.
@ApplicationScoped
public class Links {
    private final Scope scope;
    private final TenancyConfig config;
    private final int httpPort;

    Links(Scope scope, TenancyConfig config, @ConfigProperty(name = "quarkus.http.port") int httpPort) {
        this.scope = scope;
        this.config = config;
        this.httpPort = httpPort;
    }

    /// @param path begins with a slash
    public URI to(String path) {
        return URI.create(origin() + path);
    }

    /// Scheme, host and port of the organization at hand, without a slash at the end.
    public String origin() {
        var host = scope.organization().slug() + "." + config.platformHost();
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
