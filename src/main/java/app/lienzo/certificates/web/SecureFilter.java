package app.lienzo.certificates.web;

import app.lienzo.certificates.SecureHosts;
import app.lienzo.tenancy.Hosts;
import app.lienzo.tenancy.Links;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Keeps host and connection together. Over TLS a request for a host that the connection was not made for
/// gets 421, which tells a browser to open another one (RFC 9110, section 15.5.20). Without TLS people are
/// sent to HTTPS as soon as their host has a certificate; a program is told, because one that is silently
/// led on would go on sending its token in the clear.
///
/// What a trusted proxy took over TLS counts as TLS, and the connection behind it as its own affair.
@ApplicationScoped
class SecureFilter {
    /// Behind the general headers and before anybody looks whose the host is.
    private static final int FIRST = 10_500;

    private static final String MACHINES = "/q/";
    private static final String YEAR = "max-age=31536000";
    private static final String PROBLEM =
            "{\"type\":\"/problems/https-needed\",\"title\":\"HTTPS needed\",\"status\":403,\"detail\":\"Use https for this address.\"}";

    private final SecureHosts hosts;
    private final Links links;

    SecureFilter(SecureHosts hosts, Links links) {
        this.hosts = hosts;
        this.links = links;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        var authority = request.request().authority();
        var host = authority == null ? "" : Hosts.normalise(authority.host()).orElse("");
        if (host.isEmpty() || request.normalizedPath().startsWith(MACHINES)) request.next();
        else if (request.request().isSSL()) secure(request, host);
        else open(request, host);
    }

    private void secure(RoutingContext request, String host) {
        var connection = request.request().sslSession();
        if (connection != null && !hosts.madeFor(host, connection)) {
            request.response()
                    .setStatusCode(421)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end("Misdirected request\n");
            return;
        }
        if (lasting(host) && (connection == null || hosts.active(host)))
            request.response().putHeader("Strict-Transport-Security", YEAR);
        request.next();
    }

    /// A machine of one's own speaks HTTP as well, on another port: a browser that was told otherwise would
    /// ask that port for HTTPS.
    private static boolean lasting(String host) {
        return !host.equals("localhost") && !host.endsWith(".localhost");
    }

    private void open(RoutingContext request, String host) {
        if (!hosts.preferred(host)) request.next();
        else if (program(request.normalizedPath())) refuse(request);
        else lead(request, host);
    }

    private static boolean program(String path) {
        return path.startsWith("/api/") || path.startsWith("/scim/");
    }

    private static void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(403)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(PROBLEM);
    }

    private void lead(RoutingContext request, String host) {
        var target = request.request().uri();
        request.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, links.own(host) + (target.startsWith("/") ? target : "/"))
                .end();
    }
}
