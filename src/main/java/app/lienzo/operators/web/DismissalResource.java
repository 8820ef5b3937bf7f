package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.AnnouncementService;
import app.lienzo.ui.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/// An Owner has read an announcement.
@Path("/announcements/{announcement}/dismissal")
@RunOnVirtualThread
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class DismissalResource {
    private final AnnouncementService announcements;
    private final CurrentMember current;

    DismissalResource(AnnouncementService announcements, CurrentMember current) {
        this.announcements = announcements;
        this.current = current;
    }

    @POST
    public Response dismiss(@RestPath String announcement) {
        announcements.dismiss(current.get(), Ids.read(announcement).orElseThrow(Refused::notFound));
        return Pages.seeOther("/");
    }
}
