package app.lienzo.optout.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.optout.OptOutCertificate;
import app.lienzo.optout.OptOutService;
import app.lienzo.optout.OptOutStep;
import app.lienzo.optout.OptOutView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The organization's side of the marketing unsubscribe (BY-8).
@Path(OptOutResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class OptOutResource {
    static final String PATH = "/organization/marketing";

    private final OptOutService requests;
    private final OptOutCertificate certificate;
    private final CurrentMember current;
    private final Languages languages;

    OptOutResource(OptOutService requests, OptOutCertificate certificate, CurrentMember current, Languages languages) {
        this.requests = requests;
        this.certificate = certificate;
        this.current = current;
        this.languages = languages;
    }

    /// @param request the newest one; null when there is none
    /// @param note what was typed for support
    /// @param done what has just been done; empty for nothing
    @CheckedTemplate(basePath = "optout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MarketingPage(
            @Nullable OptOutView request,
            List<OptOutStep> history,
            int days,
            String note,
            String done,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String done) {
        return page("", done == null ? "" : done, null);
    }

    @POST
    public Response request() {
        return change("", "requested", () -> requests.request(current.get()));
    }

    @POST
    @Path("escalation")
    public Response escalate(@RestForm @Nullable String note) {
        var typed = note == null ? "" : note;
        return change(typed, "escalated", () -> requests.escalate(current.get(), typed));
    }

    @GET
    @Path("certificate")
    @Produces("application/pdf")
    public Response certificate() {
        current.get().requireHimself();
        return Response.ok(certificate.pdf(languages.current()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificate.pdf\"")
                .build();
    }

    private Response change(String note, String done, Runnable work) {
        try {
            work.run();
            return Pages.seeOther(PATH + "?done=" + done);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page(note, "", problem))
                    .build();
        }
    }

    private MarketingPage page(String note, String done, @Nullable Problem problem) {
        var request = requests.current().orElse(null);
        var history = request == null ? List.<OptOutStep>of() : requests.history(request);
        return new MarketingPage(request, history, requests.days(), note, done, problem);
    }
}
