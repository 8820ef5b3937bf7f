package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.VisitService;
import app.lienzo.operators.VisitingService;
import app.lienzo.ui.Pages;
import app.lienzo.ui.SessionCookie;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/// On the organization's host: where a visit of the support begins and ends. The key opens it once.
@Path("/visit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class VisitResource {
    private final VisitService visits;
    private final VisitingService visiting;
    private final CurrentMember current;

    VisitResource(VisitService visits, VisitingService visiting, CurrentMember current) {
        this.visits = visits;
        this.visiting = visiting;
        this.current = current;
    }

    @GET
    @Path("{key}")
    @PermitAll
    public Response enter(@RestPath String key) {
        var entered = visits.enter(key);
        return Pages.leadingTo("/")
                .cookie(SessionCookie.carrying(entered.token(), entered.left()))
                .build();
    }

    /// Ends it: there is nothing else to be sent to a visit.
    @POST
    @Authenticated
    public Response end() {
        visiting.endOwn(current.get());
        return Pages.leadingTo("/sign-in").cookie(SessionCookie.gone()).build();
    }
}
