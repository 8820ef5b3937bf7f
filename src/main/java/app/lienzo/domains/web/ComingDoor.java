package app.lienzo.domains.web;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// On a host that waits for its certificate there is one page, which says so: nobody signs in over a line that others
/// read.
class ComingDoor {
    private static final List<String> OPEN = List.of("/assets/", "/brand/", "/favicon.ico");
    private static final String COME_BACK_SECONDS = "60";

    private final Scope scope;

    ComingDoor(Scope scope) {
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "domains", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ComingPage(String host) implements TemplateInstance {}

    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request) {
        if (!(scope.site().orElse(null) instanceof Site.Coming coming)) return null;
        var path = request.getUriInfo().getPath();
        if (OPEN.stream().anyMatch(path::startsWith)) return null;
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.RETRY_AFTER, COME_BACK_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new ComingPage(coming.host()))
                .build();
    }
}
