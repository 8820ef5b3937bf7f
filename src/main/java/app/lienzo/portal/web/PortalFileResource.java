package app.lienzo.portal.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.tickets.TicketFileService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Files of a customer's tickets, for him.
@Path(PortalResource.PATH + "/files/{id}")
@RunOnVirtualThread
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalFileResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final TicketFileService files;

    PortalFileResource(PortalSiteService sites, CurrentContact current, TicketFileService files) {
        this.sites = sites;
        this.current = current;
        this.files = files;
    }

    @GET
    public Response file(@RestPath String slug, @RestPath String id, @RestQuery @Nullable String preview) {
        // The look of the space, also around "not found".
        sites.enter(slug);
        var file = Ids.read(id).orElseThrow(Refused::notFound);
        var found = files.openForContact(current.get().contact(), file, preview != null);
        var answer = Response.ok(found.body());
        found.headers().forEach(answer::header);
        return answer.build();
    }
}
