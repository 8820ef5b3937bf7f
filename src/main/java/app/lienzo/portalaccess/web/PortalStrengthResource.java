package app.lienzo.portalaccess.web;

import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.PortalPasswordService;
import app.lienzo.portalaccess.PortalSiteService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The meter beside a contact's new password: a page of the portal, so that the portal's form token fits it.
@Path("/portal/{slug}/password-strength")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PortalStrengthResource {
    private final PortalSiteService sites;
    private final PortalPasswordService passwords;

    PortalStrengthResource(PortalSiteService sites, PortalPasswordService passwords) {
        this.sites = sites;
        this.passwords = passwords;
    }

    /// @param score 0 to 4
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalStrengthPart(int score) implements TemplateInstance {}

    @POST
    public Response estimate(
            @RestPath String slug,
            @RestForm @Nullable String password,
            @RestForm @Nullable String userName,
            HttpServerRequest request) {
        sites.require(slug);
        if (password == null || password.isEmpty()) return Response.ok("").build();
        try {
            int score = passwords.strength(
                    password,
                    userName == null ? "" : userName,
                    request.remoteAddress().hostAddress());
            return Response.ok(new PortalStrengthPart(score)).build();
        } catch (Refused _) {
            // Advice that is not there is no problem to anybody.
            return Response.noContent().build();
        }
    }
}
