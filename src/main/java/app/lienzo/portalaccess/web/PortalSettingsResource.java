package app.lienzo.portalaccess.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.PortalSettings;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// How a space's portal is set up, and the switch that opens and closes it. For whoever may change the space's
/// settings.
@Path("/organization/spaces/{id}/portal")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
public class PortalSettingsResource {
    private final PortalSiteService sites;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Links links;

    PortalSettingsResource(PortalSiteService sites, SpaceService spaces, CurrentMember current, Links links) {
        this.sites = sites;
        this.spaces = spaces;
        this.current = current;
        this.links = links;
    }

    /// @param address where customers find the portal
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalSettingsPage(SpaceView space, PortalSettings settings, String address, boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String id, @RestQuery @Nullable String done) {
        var space = spaces.require(current.get(), id(id));
        var address = links.toPortal(space.id(), "/portal/" + space.slug()).toString();
        return new PortalSettingsPage(space, sites.settings(space.id()), address, done != null);
    }

    @POST
    public Response change(@RestPath String id, @RestForm @Nullable String on, @RestForm @Nullable String priority) {
        sites.change(current.get(), id(id), new PortalSettings(on != null, priority != null));
        return Pages.seeOther("/organization/spaces/" + id(id) + "/portal?done=saved");
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
