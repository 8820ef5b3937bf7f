package app.lienzo.ui.web;

import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Tells programs and widgets in a problem document that a body is larger than anything we take: the
/// framework's own answer says nothing. It stays behind this one for bodies that do not say how long
/// they are.
@ApplicationScoped
class BodyLimitFilter {
    /// After the widget's origins (9 000), so that its script may read the answer.
    private static final int EARLY = 8_900;

    private static final int TOO_LARGE = 413;

    private final long max;
    private final Languages languages;
    private final ObjectMapper json;

    BodyLimitFilter(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max,
            Languages languages,
            ObjectMapper json) {
        this.max = max.asLongValue();
        this.languages = languages;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        if (!Problems.forMachines(request) || length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= max) {
            request.next();
            return;
        }
        var language = languages.negotiate(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        // What is on its way is not waited for.
        request.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(written(Problem.of(TOO_LARGE, "body-too-large", language, String.valueOf(MDC.get("request")))));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
