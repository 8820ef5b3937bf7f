package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.portal.PortalService;
import app.lienzo.portal.PortalView;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/// The front page of a space's own site, for everybody.
@Path(PortalResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class PortalResource {
    static final String PATH = "/portal/{slug}";

    private final PortalService portals;
    private final PortalSiteService sites;

    PortalResource(PortalService portals, PortalSiteService sites) {
        this.portals = portals;
        this.sites = sites;
    }

    /// @param here the page's own path, to come back to it
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalPage(PortalView portal, PortalSite site, String here) implements TemplateInstance {
        static PortalPage of(PortalView portal) {
            return new PortalPage(portal, portal.site(), portal.site().home());
        }
    }

    @GET
    public TemplateInstance front(@RestPath String slug) {
        sites.enter(slug);
        return PortalPage.of(portals.find(slug).orElseThrow(Refused::notFound));
    }
}
