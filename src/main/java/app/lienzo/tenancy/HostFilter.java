package app.lienzo.tenancy;

import app.lienzo.kernel.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// The edge: which site a request is for, decided by its Host header before anything else looks at it.
/// A name that nobody owns gets a neutral 404: no brand, no cookie, no hint.
@ApplicationScoped
class HostFilter {
    /// Before authentication (200) and everything of Quarkus's own.
    private static final int FIRST = 10_000;

    private static final Logger LOG = Logger.getLogger(HostFilter.class);
    private static final String NEUTRAL = "Not found\n";

    /// An IP address, or this very machine.
    private static final Pattern ADDRESS = Pattern.compile("localhost|[0-9.]{7,15}|\\[[0-9a-fA-F:.]{2,45}]");

    private final Sites sites;
    private final Links links;
    private final ManagementPort management;

    HostFilter(Sites sites, Links links, ManagementPort management) {
        this.sites = sites;
        this.links = links;
        this.management = management;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    /// A Host header that cannot be read fails before any filter sees the request.
    void registerForUnreadable(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(request -> {
            if (request.request().authority() == null) refuse(request);
            else request.next();
        });
    }

    private void admit(RoutingContext request) {
        if (!management.rightDoor(request.request(), request.normalizedPath())) {
            refuse(request);
            return;
        }
        if (request.normalizedPath().startsWith(ManagementPort.PREFIX)) {
            answerMachines(request);
            return;
        }
        var host = request.request().headers().getAll(HttpHeaders.HOST).size() > 1
                ? Optional.<String>empty()
                : Optional.ofNullable(request.request().authority())
                        .flatMap(authority -> Hosts.normalise(authority.host()));
        if (host.isEmpty()) {
            refuse(request);
            return;
        }
        var known = sites.inMemory(host.get());
        if (known != null) {
            admit(request, known);
            return;
        }
        request.vertx()
                .executeBlocking(() -> sites.find(host.get()), false)
                .onSuccess(found -> admit(request, found))
                .onFailure(request::fail);
    }

    /// Health and metrics are asked for by address, before anybody knows whose host a name is; on a
    /// name of ours they do not exist, so that no tenant's host shows them.
    private static void answerMachines(RoutingContext request) {
        var authority = request.request().authority();
        if (authority != null && ADDRESS.matcher(authority.host()).matches()) request.next();
        else refuse(request);
    }

    private void admit(RoutingContext request, Optional<Site> found) {
        if (found.isEmpty()) {
            refuse(request);
            return;
        }
        var site = found.get();
        if (site instanceof Site.App app
                && app.elsewhere() != null
                && PageViews.is(request.request(), request.normalizedPath())) {
            send(request, links.own(app.elsewhere()));
            return;
        }
        Scope.enter(site, request.request().remoteAddress().hostAddress());
        MDC.put("request", Ids.next().toString());
        MDC.put("organization", site.organization().slug());
        request.next();
    }

    /// Not for ever: the organization may change its mind.
    private static void send(RoutingContext request, String origin) {
        request.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, origin + request.request().uri())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end();
    }

    private static void refuse(RoutingContext request) {
        LOG.debug("A request for a host that nobody owns");
        request.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(NEUTRAL);
    }
}
