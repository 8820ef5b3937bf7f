package app.lienzo.partners.web;

import app.lienzo.deadlines.DeadlineView;
import app.lienzo.partners.ApplicationLine;
import app.lienzo.partners.ApplicationView;
import app.lienzo.partners.ApplyService;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.ui.MailedLink;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// An application's own page, for whoever has the link from its letters.
@Path(PartnerPaths.APPLICATION)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class FollowResource {
    private final ApplyService applying;

    FollowResource(ApplyService applying) {
        this.applying = applying;
    }

    /// @param deadline null before its address is confirmed
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FollowPage(ApplicationView application, @Nullable DeadlineView deadline, List<ApplicationLine> history)
            implements TemplateInstance {}

    @GET
    @Path("{token}")
    public Response follow(@RestPath String token) {
        return MailedLink.leadOn(token, PartnerPaths.APPLICATION);
    }

    @GET
    public Response page(@RestCookie(MailedLink.COOKIE) @Nullable String token) {
        return applying.followed(token)
                .map(found -> Response.ok(page(found), MediaType.TEXT_HTML_TYPE).build())
                .orElseGet(ConfirmResource::gone);
    }

    private FollowPage page(ApplicationView found) {
        return new FollowPage(found, applying.deadline(found.id()).orElse(null), applying.history(found.id()));
    }
}
