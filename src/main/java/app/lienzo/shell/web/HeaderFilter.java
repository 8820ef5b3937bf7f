package app.lienzo.shell.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// The headers every answer carries, errors and files too; a resource that needs another value sets it
/// itself. No script but ours, no frame around us, nothing guessed about types, nothing said about
/// where one came from.
@ApplicationScoped
class HeaderFilter {
    /// Before everything, so that a refused host has them too.
    private static final int FIRST = 11_000;

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(HeaderFilter::add, FIRST);
    }

    /// What fails before any filter, such as a Host header that cannot be read, has them too.
    void registerForFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(HeaderFilter::add);
    }

    private static void add(RoutingContext request) {
        request.addHeadersEndHandler(_ -> {
            var headers = request.response().headers();
            set(headers, "X-Content-Type-Options", "nosniff");
            // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
            set(headers, "Referrer-Policy", "same-origin");
            set(headers, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
            set(headers, "Cross-Origin-Opener-Policy", "same-origin");
            set(headers, "Cross-Origin-Resource-Policy", "same-origin");
            set(headers, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
            set(headers, "Cache-Control", "no-store");
        });
        request.next();
    }

    private static void set(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) headers.set(name, value);
    }
}
