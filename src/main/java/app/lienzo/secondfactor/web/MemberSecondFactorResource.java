package app.lienzo.secondfactor.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.secondfactor.SecondFactorService;
import app.lienzo.ui.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The second factor of somebody who lost it.
@Path("/organization/people/{id}/second-factor")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.MEMBERS_MANAGE)
public class MemberSecondFactorResource {
    private final CurrentMember current;
    private final SecondFactorService factors;

    MemberSecondFactorResource(CurrentMember current, SecondFactorService factors) {
        this.current = current;
        this.factors = factors;
    }

    /// @param next the page it was asked on
    @POST
    @Path("reset")
    public Response reset(@RestPath String id, @RestForm @Nullable String next) {
        factors.reset(current.get(), Ids.read(id).orElseThrow(Refused::notFound));
        return Pages.seeOther(next == null ? "/organization" : Pages.localPath(next));
    }
}
