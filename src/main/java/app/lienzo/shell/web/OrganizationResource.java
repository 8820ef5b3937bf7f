package app.lienzo.shell.web;

import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.shell.Frame;
import app.lienzo.ui.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// The organization's settings begin at the first page that the person at hand may see.
@Path("/organization")
@RunOnVirtualThread
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class OrganizationResource {
    private final Frame frame;

    OrganizationResource(Frame frame) {
        this.frame = frame;
    }

    @GET
    public Response start() {
        return Pages.seeOther(frame.organizationStart().orElseThrow(Refused::notFound));
    }
}
