package app.lienzo.recovery.web;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// "Forgot your user name or password?" (B2-3). The answer is the same for every name.
@Path("/forgot")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ForgotResource {
    private static final int SHOWN_MAX = 254;

    private final RecoveryService recovery;
    private final Languages languages;

    ForgotResource(RecoveryService recovery, Languages languages) {
        this.recovery = recovery;
        this.languages = languages;
    }

    /// @param problem what is wrong with what was typed; null for nothing
    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ForgotPage(String userName, @Nullable String problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AskedPage() implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new ForgotPage("", null);
    }

    @POST
    public Response ask(@RestForm @Nullable String userName, HttpServerRequest request) {
        var typed = userName == null ? "" : SafeText.line(userName, SHOWN_MAX);
        try {
            if (typed.isEmpty()) throw Refused.invalid("user-name-missing");
            recovery.ask(typed, languages.current(), request.remoteAddress().hostAddress());
            return Pages.seeOther("/forgot/sent");
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            var answer = Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(new ForgotPage(typed, problem.detail()));
            if (refused.refusal() instanceof Refusal.TooMany tooMany)
                answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
            return answer.build();
        }
    }

    @GET
    @Path("sent")
    public TemplateInstance sent() {
        return new AskedPage();
    }
}
