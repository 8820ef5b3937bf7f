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

/// Says no, in words, to a request that announces more than the limit before a byte of it is read; the
/// framework's own answer has none.
@ApplicationScoped
class BodyLimitFilter {
    /// Behind the host filter, which knows whose language is spoken.
    private static final int SECOND = 9_500;

    private final Languages languages;
    private final ObjectMapper json;
    private final long bytesMax;

    BodyLimitFilter(
            Languages languages,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bytesMax) {
        this.languages = languages;
        this.json = json;
        this.bytesMax = bytesMax.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SECOND);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= bytesMax) {
            request.next();
            return;
        }
        var language = languages.negotiate(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = Problem.of(413, "body-too-large", language, String.valueOf(MDC.get("request")));
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(written(problem));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long announced(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
