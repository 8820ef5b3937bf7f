package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// A token made for reading changes nothing, whatever its member may do; nor does whoever only
/// looks, but for ending that. He follows no streams either: he is not there for the team.
@ApplicationScoped
class ReadOnlyTokenFilter {
    private static final String END_OF_VISIT = "/visit";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentMember current;

    ReadOnlyTokenFilter(CurrentMember current) {
        this.current = current;
    }

    @ServerRequestFilter
    @Nullable
    public Response refuse(ContainerRequestContext request, ResourceInfo asked) {
        var me = current.find().filter(found -> found.reach().readOnly());
        if (me.isEmpty()) return null;
        var path = request.getUriInfo().getPath();
        boolean looks = me.get().looksOnly();
        // An answer without content: browsers do not ask again for a stream.
        if (me.get().visited() && path.endsWith("/stream"))
            return Response.noContent().build();
        // What is taken out would be told in the trail as the member's own doing.
        if (me.get().visited() && takesOut(path, asked)) throw Refused.forbidden("visit-looking-only");
        if (READING.contains(request.getMethod()) || looks && path.equals(END_OF_VISIT)) return null;
        throw Refused.forbidden(looks ? "visit-looking-only" : "token-read-only");
    }

    /// Whatever gives a sheet, under any address.
    private static boolean takesOut(String path, ResourceInfo asked) {
        return path.contains("/export")
                || path.endsWith(".csv")
                || sheet(asked.getResourceMethod())
                || sheet(asked.getResourceClass());
    }

    private static boolean sheet(AnnotatedElement endpoint) {
        var produces = endpoint.getAnnotation(Produces.class);
        return produces != null && Arrays.stream(produces.value()).anyMatch(type -> type.startsWith("text/csv"));
    }
}
