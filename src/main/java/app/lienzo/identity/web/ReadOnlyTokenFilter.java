package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// A token made for reading changes nothing, whatever its member may do.
@ApplicationScoped
class ReadOnlyTokenFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentMember current;

    ReadOnlyTokenFilter(CurrentMember current) {
        this.current = current;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())) return;
        if (current.find().map(me -> me.reach().readOnly()).orElse(false)) throw Refused.forbidden("token-read-only");
    }
}
