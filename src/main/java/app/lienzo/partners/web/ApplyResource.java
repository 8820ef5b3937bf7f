package app.lienzo.partners.web;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.partners.ApplyService;
import app.lienzo.partners.Fault;
import app.lienzo.partners.FormStamp;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.tenancy.Sites;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The short form (BY-2). The answer is the same whether or not the address is known, and for machines too.
@Path(PartnerPaths.APPLY)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ApplyResource {
    private final ApplyService applying;
    private final FormStamp stamps;
    private final Sites sites;
    private final Languages languages;

    ApplyResource(ApplyService applying, FormStamp stamps, Sites sites, Languages languages) {
        this.applying = applying;
        this.stamps = stamps;
        this.sites = sites;
        this.languages = languages;
    }

    /// @param faults what is wrong with each field, by its name
    /// @param labels what the fields are called
    /// @param problem what is wrong with all of it; null for nothing
    /// @param suffix what comes behind the wished name in the address
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ApplyPage(
            ApplyForm form,
            List<Countries.Country> countries,
            Map<String, String> faults,
            Map<String, String> labels,
            @Nullable String problem,
            String suffix)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return page(ApplyForm.empty().stamped(stamps.fresh()), Map.of(), null);
    }

    @POST
    public Response apply(@BeanParam ApplyForm form, HttpServerRequest request) {
        if (form.trapped()) return Pages.seeOther(PartnerPaths.THANKS);
        var address = request.remoteAddress().hostAddress();
        try {
            var typed = form.typed(
                    stamps.submission(form.stamp()), languages.current().getLanguage());
            var faults = applying.faults(typed, address);
            if (!faults.isEmpty()) return Pages.unprocessable(page(form.shown(), words(faults), null));
            applying.apply(typed, form.proof(), address);
            return Pages.seeOther(PartnerPaths.THANKS);
        } catch (Refused refused) {
            return refused(form.shown(), refused);
        }
    }

    private Response refused(ApplyForm form, Refused refused) {
        var problem = Problem.of(refused, languages.current(), "");
        var again = refused.refusal().code().equals("form-stale") ? form.stamped(stamps.fresh()) : form;
        var answer = Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page(again, Map.of(), problem.detail()));
        if (refused.refusal() instanceof Refusal.TooMany tooMany)
            answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        return answer.build();
    }

    private Map<String, String> words(List<Fault> faults) {
        var words = new LinkedHashMap<String, String>();
        for (var fault : faults) {
            var detail = Problem.of(
                            422,
                            fault.code(),
                            languages.current(),
                            "",
                            fault.details().toArray())
                    .detail();
            words.putIfAbsent(fault.field(), detail);
        }
        return words;
    }

    private ApplyPage page(ApplyForm form, Map<String, String> faults, @Nullable String problem) {
        var language = languages.current();
        return new ApplyPage(
                form, Countries.in(language), faults, labels(language), problem, "." + sites.platformHost());
    }

    private static Map<String, String> labels(Locale language) {
        var words = MessageBundles.get(PartnerMessages.class, Localized.Literal.of(language.getLanguage()));
        return Map.of(
                "company", words.company(),
                "person", words.person(),
                "email", words.email(),
                "country", words.country(),
                "phone", words.phone(),
                "clients", words.clients(),
                "slug", words.slug(),
                "message", words.text(),
                "terms", words.termsLink());
    }
}
