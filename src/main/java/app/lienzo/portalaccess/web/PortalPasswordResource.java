package app.lienzo.portalaccess.web;

import app.lienzo.identity.NewPassword;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.PortalLinkView;
import app.lienzo.portalaccess.PortalPasswordService;
import app.lienzo.portalaccess.PortalPaths;
import app.lienzo.portalaccess.PortalSessionService;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.ui.MailedLink;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What the links of the activation mail and of the recovery mail open: a form for a password (FD-4). Looking at it
/// uses nothing up, whoever looks; sending it verifies the address, sets the password and signs in.
@Path("/portal/{slug}/set-password")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PortalPasswordResource {
    private final PortalSiteService sites;
    private final PortalPasswordService passwords;
    private final PortalSessionService sessions;
    private final PortalEntrance entrance;

    PortalPasswordResource(
            PortalSiteService sites,
            PortalPasswordService passwords,
            PortalSessionService sessions,
            PortalEntrance entrance) {
        this.sites = sites;
        this.passwords = passwords;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    /// @param address the contact's, where the link was mailed
    /// @param first whether it is his first password
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalPasswordPage(PortalSite site, String token, String address, boolean first, NewPassword.Faults faults)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalLinkUnusablePage(PortalSite site) implements TemplateInstance {}

    @GET
    @Path("{token}")
    public Response follow(@RestPath String slug, @RestPath String token) {
        return MailedLink.leadOn(token, sites.enter(slug).path() + PortalPaths.PASSWORD);
    }

    @GET
    public Response page(@RestPath String slug, @RestCookie(MailedLink.COOKIE) @Nullable String token) {
        var site = sites.enter(slug);
        return passwords
                .find(token, site.space().id())
                .map(link -> html(200, page(site, String.valueOf(token), link, NewPassword.Faults.NONE)))
                .orElseGet(() -> unusable(site));
    }

    @POST
    public Response set(
            @RestPath String slug,
            @RestForm @Nullable String token,
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeat,
            @RestCookie(PortalCookie.NAME) @Nullable String cookie,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var site = sites.enter(slug);
        var link = passwords.find(token, site.space().id()).orElse(null);
        if (link == null) return unusable(site);
        var entered = NewPassword.of(password, repeat);
        var faults = entered.faults();
        if (!faults.none()) return html(422, page(site, String.valueOf(token), link, faults));
        try {
            var contact =
                    passwords.setPassword(String.valueOf(token), site.space().id(), entered.password());
            return entrance.enter(
                            site,
                            cookie,
                            null,
                            () -> sessions.begin(
                                    contact, request.remoteAddress().hostAddress(), userAgent == null ? "" : userAgent))
                    .cookie(MailedLink.gone())
                    .build();
        } catch (Refused refused) {
            // Somebody was faster.
            if (refused.refusal().code().equals("link-unusable")) return unusable(site);
            throw refused;
        }
    }

    private static PortalPasswordPage page(
            PortalSite site, String token, PortalLinkView link, NewPassword.Faults faults) {
        return new PortalPasswordPage(site, token, link.address(), link.first(), faults);
    }

    private static Response unusable(PortalSite site) {
        return Response.status(410)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(new PortalLinkUnusablePage(site))
                .cookie(MailedLink.gone())
                .build();
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
