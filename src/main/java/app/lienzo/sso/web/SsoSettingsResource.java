package app.lienzo.sso.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceView;
import app.lienzo.sso.LinkedIdentity;
import app.lienzo.sso.ProviderReport;
import app.lienzo.sso.SsoService;
import app.lienzo.sso.SsoSettings;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The Owner's screen: which provider, who may come in by it, who has.
@Path("/organization/sso")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class SsoSettingsResource {
    private final SsoService sso;
    private final CurrentMember current;
    private final Languages languages;

    SsoSettingsResource(SsoService sso, CurrentMember current, Languages languages) {
        this.sso = sso;
        this.current = current;
        this.languages = languages;
    }

    /// @param redirect what has to be copied into the provider
    /// @param kept whether there is a secret already
    /// @param report what the provider answered; null when it was not asked
    @CheckedTemplate(basePath = "sso", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SsoPage(
            SsoForm form,
            boolean kept,
            boolean on,
            String redirect,
            List<SpaceView> spaces,
            List<LinkedIdentity> people,
            @Nullable ProviderReport report,
            @Nullable Problem problem,
            String field,
            boolean saved)
            implements TemplateInstance {}

    /// What the provider answered, for the place beside the button.
    @CheckedTemplate(basePath = "sso", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportPart(
            @Nullable ProviderReport report, @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestQuery @Nullable String saved) {
        var settings = sso.settings();
        return page(SsoForm.of(settings), settings, null, null, "", saved != null);
    }

    @POST
    public Response save(@BeanParam SsoForm form) {
        try {
            var report = sso.save(current.get(), form.settings(), form.secretOrEmpty());
            return report.good()
                    ? Pages.seeOther("/organization/sso?saved=1")
                    : Pages.unprocessable(page(form, sso.settings(), report, null, "", false));
        } catch (Refused refused) {
            var settings = sso.settings();
            var page = page(form, settings, null, problem(refused), field(refused), false);
            return switch (refused.refusal()) {
                case Refusal.Invalid _ -> Pages.unprocessable(page);
                case Refusal.Conflict _ ->
                    Response.status(409)
                            .type(MediaType.TEXT_HTML_TYPE)
                            .entity(page)
                            .build();
                default -> throw refused;
            };
        }
    }

    /// Asks the provider, without settling anything.
    @POST
    @Path("test")
    public Response test(@BeanParam SsoForm form, @HeaderParam("HX-Request") @Nullable String part) {
        ProviderReport report = null;
        Problem problem = null;
        var field = "";
        try {
            report = sso.examine(form.settings(), form.secretOrEmpty());
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.Invalid)) throw refused;
            problem = problem(refused);
            field = field(refused);
        }
        var answer = part == null
                ? page(form, sso.settings(), report, problem, field, false)
                : new ReportPart(report, problem);
        return Response.ok(answer).type(MediaType.TEXT_HTML_TYPE).build();
    }

    @POST
    @Path("identities/{id}/end")
    public Response unlink(@RestPath String id) {
        sso.unlink(current.get(), id(id));
        return Pages.seeOther("/organization/sso?saved=1#people");
    }

    @POST
    @Path("identities/{id}/welcome")
    public Response letIn(@RestPath String id) {
        sso.letIn(current.get(), id(id));
        return Pages.seeOther("/organization/sso?saved=1#people");
    }

    private SsoPage page(
            SsoForm form,
            SsoSettings settings,
            @Nullable ProviderReport report,
            @Nullable Problem problem,
            String field,
            boolean saved) {
        return new SsoPage(
                form,
                settings.secretKept(),
                settings.enabled(),
                sso.redirect(),
                sso.spaces(current.get()),
                sso.people(),
                report,
                problem,
                field,
                saved);
    }

    /// The field that a refusal is about.
    private static String field(Refused refused) {
        return switch (refused.refusal().code()) {
            case "sso-issuer-missing" -> "issuer";
            case "sso-client-missing" -> "client";
            case "sso-secret-missing", "sso-secret-too-long" -> "secret";
            case "sso-label-missing" -> "label";
            case "sso-domain-invalid", "sso-domains-too-many" -> "domains";
            default -> "";
        };
    }

    private Problem problem(Refused refused) {
        return Problem.of(refused, languages.current(), "");
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
