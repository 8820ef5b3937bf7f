package app.lienzo.ui.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Forgets an `Accept-Language` that nobody can read (RFC 9110, section 12.5.4): the framework would fail every page
/// over it.
@ApplicationScoped
class LanguageFilter {
    private static final int EARLY = 9_800;
    private static final int LENGTH_MAX = 500;

    void register(@Observes Filters filters) {
        filters.register(LanguageFilter::check, EARLY);
    }

    private static void check(RoutingContext request) {
        if (!readable(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))) {
            request.request().headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        request.next();
    }

    private static boolean readable(@Nullable String written) {
        if (written == null) return true;
        if (written.length() > LENGTH_MAX) return false;
        try {
            return !Locale.LanguageRange.parse(written).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
