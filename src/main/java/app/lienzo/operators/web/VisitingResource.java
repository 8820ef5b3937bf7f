package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.operators.VisitingService;
import app.lienzo.tenancy.OrganizationRecord;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// "View as" on the operators' side: the reason, then the link that opens the organization's host.
@Path(OrganizationsResource.PATH + "/{id}/visits")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class VisitingResource {
    private static final int TYPED_MAX = 1_000;

    private final VisitingService visiting;
    private final OrganizationCareService care;
    private final CurrentMember current;
    private final Languages languages;

    VisitingResource(
            VisitingService visiting, OrganizationCareService care, CurrentMember current, Languages languages) {
        this.visiting = visiting;
        this.care = care;
        this.current = current;
        this.languages = languages;
    }

    /// @param invitation null before the reason was given
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VisitPage(
            OrganizationRecord one,
            String userName,
            String reason,
            VisitingService.@Nullable Invitation invitation,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance form(@RestPath String id) {
        return new VisitPage(care.require(current.get(), id), "", "", null, null);
    }

    /// Answers with the page and no redirect: what opens the visit is shown this once.
    @POST
    public Response begin(@RestPath String id, @RestForm @Nullable String userName, @RestForm @Nullable String reason) {
        var who = SafeText.line(FoundForm.text(userName), TYPED_MAX);
        var why = FoundForm.text(reason);
        var one = care.require(current.get(), id);
        try {
            var invitation = visiting.prepare(current.get(), id, who, why);
            return Response.ok(new VisitPage(one, who, why, invitation, null)).build();
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(new VisitPage(one, who, why, null, problem))
                    .build();
        }
    }
}
