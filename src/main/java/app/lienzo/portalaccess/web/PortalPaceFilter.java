package app.lienzo.portalaccess.web;

import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.ContactPace;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalPaths;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.portalaccess.SignedInContact;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Counts what a contact who is signed in sends to his portal, whatever it is; looking is free, and so is the way out.
/// Before sign-in it is the network address that is counted, by what it asks for.
@ApplicationScoped
class PortalPaceFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentContact current;
    private final ContactPace pace;
    private final PortalSiteService sites;

    PortalPaceFilter(CurrentContact current, ContactPace pace, PortalSiteService sites) {
        this.current = current;
        this.pace = pace;
        this.sites = sites;
    }

    @ServerRequestFilter
    public void count(RoutingContext request) {
        var path = request.normalizedPath();
        if (SAFE.contains(request.request().method().name()) || path.endsWith(PortalPaths.SIGN_OUT)) return;
        current.find().ifPresent(me -> count(me, path));
    }

    private void count(SignedInContact me, String path) {
        try {
            pace.count(me);
        } catch (Refused tooOften) {
            // The answer has the look of the space.
            PortalDoor.slug(path).ifPresent(sites::enter);
            throw tooOften;
        }
    }
}
