package app.lienzo.shell.web;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.PlatformDoors;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// An address that the host at hand does not have is answered as one that nobody has.
@ApplicationScoped
class DoorFilter {
    private final PlatformDoors doors;

    DoorFilter(PlatformDoors doors) {
        this.doors = doors;
    }

    @ServerRequestFilter(preMatching = true)
    public void refuse(RoutingContext request) {
        if (!doors.open(request.normalizedPath())) throw Refused.notFound();
    }
}
