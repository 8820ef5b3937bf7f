package app.lienzo.shell.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/// Quarkus serves whatever lies under `META-INF/resources` in any jar, the webjars among it, under
/// their own names and with their own licences and comments. A white label does not; what we use of
/// them goes out through the assets.
///
/// Nor is there anything under a path with a semicolon: the framework cuts off what follows it
/// (RFC 3986, section 3.3) when it looks for an endpoint, after filters have looked at the whole, and
/// so `/widget;x/…` would be past them.
@ApplicationScoped
class HiddenPaths {
    /// After the host filter (10 000), before everything that answers.
    private static final int EARLY = 9_900;

    private static final List<String> HIDDEN = List.of("/webjars", "/_static", "/_importmap");

    void register(@Observes Filters filters) {
        filters.register(this::hide, EARLY);
    }

    private void hide(RoutingContext request) {
        var path = request.normalizedPath().toLowerCase(Locale.ROOT);
        if (path.indexOf(';') < 0 && HIDDEN.stream().noneMatch(path::startsWith)) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end("Not found\n");
    }
}
