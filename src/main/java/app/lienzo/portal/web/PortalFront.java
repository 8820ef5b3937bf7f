package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.portal.PortalService;
import app.lienzo.portal.web.PortalResource.PortalPage;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import app.lienzo.ui.FrontPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// A host that serves a space's own site begins with its front page.
@ApplicationScoped
class PortalFront implements FrontPage {
    private final Scope scope;
    private final PortalService portals;

    PortalFront(Scope scope, PortalService portals) {
        this.scope = scope;
        this.portals = portals;
    }

    @Override
    public Optional<Object> page() {
        return scope.site()
                .filter(Site.Portal.class::isInstance)
                .map(Site.Portal.class::cast)
                .map(site -> PortalPage.of(portals.find(site.space()).orElseThrow(Refused::notFound)));
    }
}
