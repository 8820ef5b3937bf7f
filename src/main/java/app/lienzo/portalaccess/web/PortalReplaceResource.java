package app.lienzo.portalaccess.web;

import app.lienzo.identity.NewPassword;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.PendingPortalSignIn;
import app.lienzo.portalaccess.PortalPasswordService;
import app.lienzo.portalaccess.PortalPaths;
import app.lienzo.portalaccess.PortalSessionService;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The step of a contact's sign-in in which a password that the team gave him is replaced (SO-8).
@Path("/portal/{slug}" + PortalEntrance.REPLACE)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PortalReplaceResource {
    private final PortalSiteService sites;
    private final PortalPasswordService passwords;
    private final PortalSessionService sessions;
    private final PortalEntrance entrance;
    private final Languages languages;

    PortalReplaceResource(
            PortalSiteService sites,
            PortalPasswordService passwords,
            PortalSessionService sessions,
            PortalEntrance entrance,
            Languages languages) {
        this.sites = sites;
        this.passwords = passwords;
        this.sessions = sessions;
        this.entrance = entrance;
        this.languages = languages;
    }

    /// @param next path to go on to in the end
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalReplacePage(PortalSite site, String email, String next, NewPassword.Faults faults)
            implements TemplateInstance {}

    @GET
    public Response page(
            @RestPath String slug,
            @RestCookie(PortalCookie.NAME) @Nullable String cookie,
            @RestQuery @Nullable String next) {
        var site = sites.enter(slug);
        return pending(site, cookie)
                .map(pending -> html(200, page(site, pending, next, NewPassword.Faults.NONE)))
                .orElseGet(() -> Pages.seeOther(site.path() + PortalPaths.SIGN_IN));
    }

    @POST
    public Response replace(
            @RestPath String slug,
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeat,
            @RestForm @Nullable String next,
            @RestCookie(PortalCookie.NAME) @Nullable String cookie,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var site = sites.enter(slug);
        var pending = pending(site, cookie).orElse(null);
        if (pending == null) return Pages.seeOther(site.path() + PortalPaths.SIGN_IN);
        var entered = NewPassword.of(password, repeat);
        var faults = entered.faults();
        if (!faults.none()) return html(422, page(site, pending, next, faults));
        try {
            return entrance.enter(
                            site,
                            cookie,
                            next,
                            () -> passwords.replace(
                                    pending,
                                    entered.password(),
                                    request.remoteAddress().hostAddress(),
                                    userAgent == null ? "" : userAgent))
                    .build();
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            return html(problem.status(), page(site, pending, next, faults.ofPassword(problem.detail())));
        }
    }

    private Optional<PendingPortalSignIn> pending(PortalSite site, @Nullable String cookie) {
        return sessions.pending(PortalCookie.tokens(cookie), site.space().id());
    }

    private static PortalReplacePage page(
            PortalSite site, PendingPortalSignIn pending, @Nullable String next, NewPassword.Faults faults) {
        return new PortalReplacePage(site, pending.email(), PortalEntrance.next(site, next), faults);
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
