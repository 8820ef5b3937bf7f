package app.lienzo.partners.web;

import app.lienzo.kernel.Refused;
import app.lienzo.partners.ApplyService;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.ui.MailedLink;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What the letter to a new applicant opens. Looking at it confirms nothing, whoever looks; sending it does.
@Path(PartnerPaths.CONFIRM)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ConfirmResource {
    private final ApplyService applying;

    ConfirmResource(ApplyService applying) {
        this.applying = applying;
    }

    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConfirmPage(String token, String email, String company) implements TemplateInstance {}

    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinkGonePage() implements TemplateInstance {}

    @GET
    @Path("{token}")
    public Response follow(@RestPath String token) {
        return MailedLink.leadOn(token, PartnerPaths.CONFIRM);
    }

    @GET
    public Response page(@RestCookie(MailedLink.COOKIE) @Nullable String token) {
        return applying.confirmable(token)
                .map(found -> Response.ok(
                                new ConfirmPage(String.valueOf(token), found.email(), found.company()),
                                MediaType.TEXT_HTML_TYPE)
                        .build())
                .orElseGet(ConfirmResource::gone);
    }

    @POST
    public Response confirm(@RestForm @Nullable String token) {
        try {
            return MailedLink.leadOn(applying.confirm(token), PartnerPaths.APPLICATION);
        } catch (Refused refused) {
            if (refused.refusal().code().equals("link-unusable")) return gone();
            throw refused;
        }
    }

    static Response gone() {
        return Response.status(410)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(new LinkGonePage())
                .cookie(MailedLink.gone())
                .build();
    }
}
