package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// The one builder of links that leave the house: mail, redirects to elsewhere, snippets, call-backs.
/// It is fed by the organization's own host name as the database knows it, never by a request header.
@ApplicationScoped
public class Links {
    private final Scope scope;
    private final TenancyConfig config;

    Links(Scope scope, TenancyConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /// @param path begins with a slash
    public URI to(String path) {
        return URI.create(origin() + path);
    }

    /// Scheme, host and port of the organization at hand, without a slash at the end.
    public String origin() {
        var port = config.linkPort().map(number -> ":" + number).orElse("");
        return config.linkScheme() + "://" + scope.organization().slug() + "." + config.platformHost() + port;
    }
}
