package app.lienzo.portal.web;

import app.lienzo.branding.BrandService;
import app.lienzo.kernel.Refused;
import app.lienzo.portal.PortalService;
import app.lienzo.portal.PortalView;
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
@Path(PortalResource.PATH + "{slug}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class PortalResource {
    static final String PATH = "/portal/";

    private final PortalService portals;
    private final BrandService brands;

    PortalResource(PortalService portals, BrandService brands) {
        this.portals = portals;
        this.brands = brands;
    }

    /// @param here the page's own path, to come back to it
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalPage(PortalView portal, String here) implements TemplateInstance {}

    @GET
    public TemplateInstance front(@RestPath String slug) {
        var portal = portals.find(slug).orElseThrow(Refused::notFound);
        brands.show(brands.ofSpace(portal.space().id()));
        return new PortalPage(portal, PATH + portal.space().slug());
    }
}
