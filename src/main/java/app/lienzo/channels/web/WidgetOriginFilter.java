package app.lienzo.channels.web;

import app.lienzo.channels.ChannelService;
import app.lienzo.channels.ChannelView;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/// Cross-origin answers for the widget (Fetch standard, CORS): only for the origins that the channel
/// names, never with credentials. Everything else of the product has no such answer at all.
@ApplicationScoped
class WidgetOriginFilter {
    /// After the host filter, before authentication.
    private static final int SECOND = 9_000;

    private static final String PREFIX = "/widget/v1/channels/";
    private static final String MAX_AGE_SECONDS = "7200";

    private final ChannelService channels;

    WidgetOriginFilter(ChannelService channels) {
        this.channels = channels;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SECOND);
    }

    private void check(RoutingContext request) {
        var path = request.normalizedPath();
        if (!path.startsWith(PREFIX)) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.VARY, "Origin");
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || ownSite(request, origin)) {
            request.next();
            return;
        }
        int end = path.indexOf('/', PREFIX.length());
        var key = path.substring(PREFIX.length(), end < 0 ? path.length() : end);
        request.vertx()
                .executeBlocking(() -> channels.withKey(key), false)
                .onSuccess(channel -> answer(request, origin, channel))
                .onFailure(request::fail);
    }

    /// The page of a space stands on this very host; for a browser that is no foreign site, and it asks for no
    /// leave.
    private static boolean ownSite(RoutingContext request, String origin) {
        var authority = request.request().authority();
        return authority != null && (origin.equals("https://" + authority) || origin.equals("http://" + authority));
    }

    private static void answer(RoutingContext request, String origin, Optional<ChannelView> channel) {
        boolean allowed = channel.map(found -> found.allows(origin)).orElse(false);
        if (!allowed) {
            // To a browser of a foreign site a wrong key and a wrong site look the same.
            request.response()
                    .setStatusCode(403)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        request.response()
                .putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Access-Control-Expose-Headers", "Retry-After")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.request().method() != HttpMethod.OPTIONS) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Accept-Language, Last-Event-ID, Cache-Control")
                .putHeader("Access-Control-Max-Age", MAX_AGE_SECONDS)
                .end();
    }
}
