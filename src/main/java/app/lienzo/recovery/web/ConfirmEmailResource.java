package app.lienzo.recovery.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.kernel.Refused;
import app.lienzo.recovery.LinkPaths;
import app.lienzo.recovery.LinkPurpose;
import app.lienzo.recovery.LinkService;
import app.lienzo.recovery.LinkView;
import app.lienzo.ui.MailedLink;
import app.lienzo.ui.Pages;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What the link to a new e-mail address opens: a page with a button. Only the button makes the address
/// count.
@Path(LinkPaths.EMAIL)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ConfirmEmailResource {
    private final LinkService links;
    private final CurrentMember me;

    ConfirmEmailResource(LinkService links, CurrentMember me) {
        this.links = links;
        this.me = me;
    }

    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConfirmEmailPage(String token, String userName, String address) implements TemplateInstance {}

    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EmailConfirmedPage(boolean signedIn) implements TemplateInstance {}

    @GET
    @Path("{token}")
    public Response follow(@RestPath String token) {
        return MailedLink.leadOn(token, LinkPaths.EMAIL);
    }

    @GET
    public Response page(@RestCookie(MailedLink.COOKIE) @Nullable String token) {
        return usable(token)
                .map(link -> Response.ok(new ConfirmEmailPage(
                        String.valueOf(token), link.member().userName(), String.valueOf(link.address()))))
                .orElseGet(ConfirmEmailResource::unusable)
                .build();
    }

    @POST
    public Response confirm(@RestForm @Nullable String token) {
        if (usable(token).isEmpty()) return unusable().build();
        try {
            links.confirmEmail(String.valueOf(token), me.find().orElse(null));
        } catch (Refused refused) {
            if (refused.refusal().code().equals("link-unusable"))
                return unusable().build();
            throw refused;
        }
        return Pages.leadingTo(LinkPaths.EMAIL + "/done")
                .cookie(MailedLink.gone())
                .build();
    }

    @GET
    @Path("done")
    public TemplateInstance done() {
        return new EmailConfirmedPage(me.find().isPresent());
    }

    private Optional<LinkView> usable(@Nullable String token) {
        return links.find(token).filter(link -> link.purpose() == LinkPurpose.EMAIL);
    }

    private static Response.ResponseBuilder unusable() {
        return Response.status(410)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(new LinkUnusablePage(false))
                .cookie(MailedLink.gone());
    }
}
