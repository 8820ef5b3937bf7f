package app.lienzo.identity.web;

import app.lienzo.ui.GuestDoor;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.arc.All;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Nobody is signed in where somebody has to be: people are led to the sign-in page and back, programs
/// are told.
@ApplicationScoped
class Unauthenticated {
    private final Languages languages;
    private final List<GuestDoor> guests;

    Unauthenticated(Languages languages, @All List<GuestDoor> guests) {
        this.languages = languages;
        this.guests = guests;
    }

    @ServerExceptionMapper
    Response toSignIn(UnauthorizedException thrown, RoutingContext request) {
        var path = request.normalizedPath();
        if (path.startsWith("/api/") || path.startsWith("/widget/") || path.endsWith("/stream")) {
            return Response.status(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(401, "unauthenticated", languages.current(), String.valueOf(MDC.get("request"))))
                    .build();
        }
        var next = request.request().method().name().equals("GET") ? path : "/";
        var signIn = guests.stream()
                .filter(door -> door.owns(path))
                .findFirst()
                .map(door -> door.signIn(path, next))
                .orElseGet(() -> "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        // A fragment's request follows no redirect that a person would see: the whole page has to go.
        return request.request().getHeader("HX-Request") != null
                ? Response.status(401).header("HX-Redirect", signIn).build()
                : Pages.leadingTo(signIn).build();
    }
}
