package app.lienzo.ui.web;

import app.lienzo.ui.Languages;
import app.lienzo.ui.LargerBody;
import app.lienzo.ui.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/// Says no, in words, to a request that announces more than its route takes before a byte of it is read; the
/// framework's own answer has none, and knows one limit for all routes.
@ApplicationScoped
class BodyLimitFilter {
    /// Behind the host filter, which knows whose language is spoken.
    private static final int SECOND = 9_500;

    /// Behind the framework's filter, whose limit for those who announce nothing is put right here.
    private static final int LAST = 1;

    private final Languages languages;
    private final ObjectMapper json;
    private final UiConfig config;
    private final List<LargerBody> larger;

    BodyLimitFilter(Languages languages, ObjectMapper json, UiConfig config, @All List<LargerBody> larger) {
        this.languages = languages;
        this.json = json;
        this.config = config;
        this.larger = larger;
    }

    /// @throws IllegalStateException when a feature takes more than the framework lets through
    void register(
            @Observes Filters filters,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize framework) {
        for (var body : larger) {
            if (body.bytesMax() > framework.asLongValue())
                throw new IllegalStateException(
                        "Raise quarkus.http.limits.max-body-size: a route takes " + body.bytesMax() + " bytes");
        }
        filters.register(this::check, SECOND);
        filters.register(this::tell, LAST);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= bytesMax(request)) {
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

    private void tell(RoutingContext request) {
        request.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, bytesMax(request));
        request.next();
    }

    private long bytesMax(RoutingContext request) {
        var verb = request.request().method().name();
        var path = request.normalizedPath();
        return larger.stream()
                .filter(body -> body.fits(verb, path))
                .mapToLong(LargerBody::bytesMax)
                .max()
                .orElse(config.bodyMax().asLongValue());
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
