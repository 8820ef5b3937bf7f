package app.lienzo.sso.web;

import app.lienzo.sso.SsoConfig;
import app.lienzo.tenancy.Outbound;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.HttpRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// Whatever address a provider gives us to call (keys, tokens), it is judged like the provider's own,
/// and the request goes to the very address that was judged.
@ApplicationScoped
@Unremovable
class ProviderGuard implements OidcRequestFilter {
    private final Outbound outbound;
    private final SsoConfig config;

    ProviderGuard(Outbound outbound, SsoConfig config) {
        this.outbound = outbound;
        this.config = config;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        HttpRequest<?> request = context.request().getDelegate();
        // A request that is tried again has been through here.
        var name = request.virtualHost() == null ? request.host() : request.virtualHost();
        var scheme = Boolean.TRUE.equals(request.ssl()) ? "https" : "http";
        return context.runBlocking(() -> {
            var judged = outbound.address(URI.create(scheme + "://" + name));
            request.virtualHost(name);
            request.host(judged.getHostAddress());
            request.timeout(config.answerWithin().toMillis());
        });
    }
}
