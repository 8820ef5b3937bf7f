package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// On a host that serves a space's own site there is nothing else: no console, no sign-in of members, no API.
/// A session that somebody opened there would lie on a host that customers share.
class PortalDoors {
    private static final List<String> OPEN =
            List.of("/portal/", "/language", "/assets/", "/brand/", "/widget", "/manifest.webmanifest", "/favicon.ico");

    private final Scope scope;

    PortalDoors(Scope scope) {
        this.scope = scope;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!(scope.site().orElse(null) instanceof Site.Portal)) return;
        var path = request.getUriInfo().getPath();
        if (!path.equals("/") && OPEN.stream().noneMatch(path::startsWith)) throw Refused.notFound();
    }
}
