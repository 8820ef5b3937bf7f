package app.lienzo.secondfactor.web;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/// The same page once more, with what was declined in it, and when to come back.
@ApplicationScoped
class Refusals {
    private final Languages languages;

    Refusals(Languages languages) {
        this.languages = languages;
    }

    Response answer(Refused refused, Function<Problem, TemplateInstance> page) {
        var problem = Problem.of(refused, languages.current(), "");
        var answer = Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.apply(problem));
        if (refused.refusal() instanceof Refusal.TooMany tooMany) {
            answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        }
        return answer.build();
    }
}
