package app.lienzo.portal.web;

import app.lienzo.plans.Way;
import app.lienzo.portal.Standing;
import app.lienzo.portal.StandingService;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.ui.Languages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;

/// What a customer still lacks to be helped, each step with how to take it (BL-2); and where his plan lets him ask,
/// when
/// it is not here (BL-1).
@Path(PortalResource.PATH + "/support")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalSupportResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final StandingService standings;
    private final Languages languages;

    PortalSupportResource(
            PortalSiteService sites, CurrentContact current, StandingService standings, Languages languages) {
        this.sites = sites;
        this.current = current;
        this.standings = standings;
        this.languages = languages;
    }

    /// @param ways how his plan lets him ask, in their order
    /// @param languages what he can be spoken to in
    /// @param chosen the one that stands in the list: his, or the one he reads now
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalSupportPage(PortalSite site, Standing standing, List<Way> ways, List<Locale> languages, String chosen)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String slug) {
        var site = sites.enter(slug);
        var standing = standings.of(current.get());
        var ways = standing.plan().ways().stream().sorted().toList();
        var own = standing.language();
        return new PortalSupportPage(
                site, standing, ways, languages.getChoice(), own == null ? languages.getTag() : own);
    }
}
