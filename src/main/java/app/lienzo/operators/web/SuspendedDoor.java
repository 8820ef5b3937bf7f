package app.lienzo.operators.web;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/// On the hosts of a suspended organization people find one page without brand, and programs one
/// problem. What customers write into the chat on its owner's web site is taken in as ever, so that
/// nothing of theirs is lost.
@ApplicationScoped
class SuspendedDoor {
    /// Behind the edge, before anybody is asked who he is.
    private static final int EARLY = 9_000;

    private static final int UNAVAILABLE = 503;
    private static final String COME_BACK_SECONDS = "3600";
    private static final String CODE = "organization-suspended";
    private static final List<String> OPEN = List.of("/widget", "/assets/", "/brand/");
    private static final List<String> MACHINES = List.of("/api/", "/scim/");

    private final Scope scope;
    private final ObjectMapper json;

    SuspendedDoor(Scope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
    }

    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SuspendedPage(String language, String title, String text) implements TemplateInstance {}

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        var path = request.normalizedPath();
        if (!(scope.site().orElse(null) instanceof Site.Suspended closed)
                || OPEN.stream().anyMatch(path::startsWith)) {
            request.next();
            return;
        }
        var language = Languages.offered(closed.organization().language()).orElse(Languages.DEFAULT);
        boolean program = MACHINES.stream().anyMatch(path::startsWith);
        if (program) answer(request, Problem.MEDIA_TYPE, problem(language));
        else
            request.vertx()
                    .executeBlocking(() -> page(language), false)
                    .onSuccess(page -> answer(request, "text/html; charset=utf-8", page))
                    .onFailure(request::fail);
    }

    private static void answer(RoutingContext request, String type, String content) {
        request.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader(HttpHeaders.RETRY_AFTER, COME_BACK_SECONDS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .end(content);
    }

    private String problem(Locale language) {
        try {
            return json.writeValueAsString(Problem.of(UNAVAILABLE, CODE, language, ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Templates are rendered within a request's context, which there is none of so early.
    private static String page(Locale language) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return new SuspendedPage(
                            language.getLanguage(),
                            Words.text("problems", language, "title-" + UNAVAILABLE),
                            Words.text("problems", language, CODE))
                    .render();
        } finally {
            context.terminate();
        }
    }
}
