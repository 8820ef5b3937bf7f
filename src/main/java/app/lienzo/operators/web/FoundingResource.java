package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.FoundingService;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Sites;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Founding an organization by hand, for a customer who bought a plan (B2-1).
@Path(FoundingResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class FoundingResource {
    static final String PATH = "/operator/founding";

    private final FoundingService founding;
    private final CurrentMember current;
    private final Languages languages;
    private final Sites sites;

    FoundingResource(FoundingService founding, CurrentMember current, Languages languages, Sites sites) {
        this.founding = founding;
        this.current = current;
        this.languages = languages;
        this.sites = sites;
    }

    /// @param suffix what comes behind the short name in the address
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FoundPage(
            FoundForm form,
            String suffix,
            List<Plan> plans,
            List<Vocabulary> vocabularies,
            List<Locale> languages,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance fresh() {
        return page(FoundForm.empty(), null);
    }

    @POST
    public Response found(@BeanParam FoundForm form) {
        try {
            var made = founding.found(current.get().actor(), form.key(), form.wish());
            return Pages.seeOther(OrganizationsResource.PATH + "/" + made.id() + "?founded=1");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(form, problem))
                    .build();
        }
    }

    private FoundPage page(FoundForm form, @Nullable Problem problem) {
        return new FoundPage(
                form,
                "." + sites.platformHost(),
                List.of(Plan.values()),
                List.of(Vocabulary.values()),
                Languages.OFFERED,
                problem);
    }
}
