package app.lienzo.portalaccess.web;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.portalaccess.PortalPasswordService;
import app.lienzo.portalaccess.PortalPaths;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// "Forgot your password, or never had one?" for contacts (SO-8). The answer is the same for every address.
@Path("/portal/{slug}/forgot")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PortalForgotResource {
    private static final int SHOWN_MAX = 254;

    private final PortalSiteService sites;
    private final PortalPasswordService passwords;
    private final Languages languages;

    PortalForgotResource(PortalSiteService sites, PortalPasswordService passwords, Languages languages) {
        this.sites = sites;
        this.passwords = passwords;
        this.languages = languages;
    }

    /// @param problem what is wrong with what was typed; null for nothing
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalForgotPage(
            PortalSite site, String email, @Nullable String problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalAskedPage(PortalSite site) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String slug) {
        return new PortalForgotPage(sites.enter(slug), "", null);
    }

    @POST
    public Response ask(@RestPath String slug, @RestForm @Nullable String email, HttpServerRequest request) {
        var site = sites.enter(slug);
        var typed = email == null ? "" : SafeText.line(email, SHOWN_MAX);
        try {
            if (typed.isEmpty()) throw Refused.invalid("portal-email-missing");
            passwords.ask(site.space().id(), typed, request.remoteAddress().hostAddress());
            return Pages.seeOther(site.path() + PortalPaths.FORGOT + "/sent");
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            var answer = Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(new PortalForgotPage(site, typed, problem.detail()));
            if (refused.refusal() instanceof Refusal.TooMany tooMany)
                answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
            return answer.build();
        }
    }

    @GET
    @Path("sent")
    public TemplateInstance sent(@RestPath String slug) {
        return new PortalAskedPage(sites.enter(slug));
    }
}
