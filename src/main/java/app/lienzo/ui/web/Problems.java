package app.lienzo.ui.web;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever was thrown into a page for people or a problem document for machines. Nothing of the
/// cause is shown; the request's id leads to it in the log.
@ApplicationScoped
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    /// Where a new word begins in the name of a rule.
    private static final Pattern LETTERS = Pattern.compile("(?<!^)[A-Z]");

    private final Languages languages;

    Problems(Languages languages) {
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "layout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemPage(Problem problem) implements TemplateInstance {}

    @ServerExceptionMapper
    Response refused(Refused refused, RoutingContext request) {
        var answer = answer(request, Problem.of(refused, languages.current(), requestId()));
        if (refused.refusal() instanceof Refusal.TooMany tooMany) {
            answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException thrown, RoutingContext request) {
        return answer(request, 403, "forbidden");
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException thrown, RoutingContext request) {
        var problem = Problem.of(422, "input-invalid", languages.current(), requestId());
        return answer(
                        request,
                        problem.with(thrown.getConstraintViolations().stream()
                                .map(Problems::fault)
                                .toList()))
                .build();
    }

    private static Problem.Fault fault(ConstraintViolation<?> violation) {
        var rule = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new Problem.Fault(
                Pointers.of(violation),
                LETTERS.matcher(rule.getSimpleName()).replaceAll("-$0").toLowerCase(Locale.ROOT));
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException thrown, RoutingContext request) {
        return answer(request, 400, "json-malformed");
    }

    /// Named because the framework names it too, and the nearest name wins.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException thrown, RoutingContext request) {
        return malformed(thrown, request);
    }

    /// What nobody asked for is named by where it stands, and nothing of the rest is taken.
    @ServerExceptionMapper
    Response unknown(UnrecognizedPropertyException thrown, RoutingContext request) {
        var name = Pointers.cut(thrown.getPropertyName());
        var problem = Problem.of(400, "property-unknown", languages.current(), requestId(), name);
        var fault = new Problem.Fault(Pointers.of(thrown.getPath()), "unknown");
        return answer(request, problem.with(List.of(fault))).build();
    }

    /// The framework could not read the body: an upload that breaks off, or is none.
    @ServerExceptionMapper
    Response unreadable(IOException thrown, RoutingContext request) {
        return answer(request, 400, "input-malformed");
    }

    @ServerExceptionMapper
    Response web(WebApplicationException thrown, RoutingContext request) {
        int status = thrown.getResponse().getStatus();
        // The framework says "not found" of a number that is none.
        if (status == 404 && thrown.getCause() instanceof IllegalArgumentException)
            return answer(request, 400, "input-malformed");
        if (thrown.getCause() instanceof JsonProcessingException) return answer(request, 400, "json-malformed");
        var code = switch (status) {
            case 400 -> "input-malformed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "media-type-unsupported";
            default -> status < 500 ? "input-malformed" : "failed";
        };
        if (status >= 500) LOG.error("A request failed", thrown);
        var answer = answer(request, Problem.of(shown(status), code, languages.current(), requestId()));
        if (thrown instanceof NotAllowedException) {
            answer.header(HttpHeaders.ALLOW, thrown.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response database(DatabaseFailed thrown, RoutingContext request) {
        if (thrown.unfit()) return answer(request, 400, "input-malformed");
        LOG.errorf(thrown, "The database failed");
        return answer(request, 503, "database-unavailable");
    }

    @ServerExceptionMapper
    Response unexpected(Exception thrown, RoutingContext request) {
        LOG.error("A request failed", thrown);
        return answer(request, 500, "failed");
    }

    private static int shown(int status) {
        return switch (status) {
            case 400, 403, 404, 405, 406, 409, 413, 415, 422, 429, 503 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }

    private Response answer(RoutingContext request, int status, String code) {
        return answer(request, Problem.of(status, code, languages.current(), requestId()))
                .build();
    }

    private Response.ResponseBuilder answer(RoutingContext request, Problem problem) {
        var answer = Response.status(problem.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return forMachines(request)
                ? answer.type(Problem.MEDIA_TYPE).entity(problem)
                : answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(new ProblemPage(problem));
    }

    private static boolean forMachines(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.startsWith("/api/") || path.startsWith("/widget/") || path.startsWith("/scim/")) return true;
        var accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }

    private static String requestId() {
        var id = MDC.get("request");
        return id == null ? "" : id.toString();
    }
}
