package app.lienzo.portalaccess.web;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSessionService;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.SessionCookie;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The sign-in page of a space's portal, apart from that of members, and the way out.
@Path("/portal/{slug}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PortalSignInResource {
    private static final int SHOWN_MAX = 254;
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final PortalSiteService sites;
    private final PortalSessionService sessions;
    private final PortalEntrance entrance;
    private final CurrentContact current;
    private final Languages languages;

    PortalSignInResource(
            PortalSiteService sites,
            PortalSessionService sessions,
            PortalEntrance entrance,
            CurrentContact current,
            Languages languages) {
        this.sites = sites;
        this.sessions = sessions;
        this.entrance = entrance;
        this.current = current;
        this.languages = languages;
    }

    /// @param next path to go on to, checked to be one of this portal
    /// @param problem what went wrong the last time; null at first
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalSignInPage(
            PortalSite site,
            String next,
            String email,
            @Nullable Problem problem,
            boolean ended) implements TemplateInstance {}

    @GET
    @Path("sign-in")
    public Response page(@RestPath String slug, @RestQuery @Nullable String next, @RestQuery @Nullable String ended) {
        var site = sites.enter(slug);
        var path = PortalEntrance.next(site, next);
        if (current.find().isPresent()) return Pages.seeOther(path);
        return Response.ok(new PortalSignInPage(site, path, "", null, ended != null))
                .build();
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @RestPath String slug,
            @RestForm @Nullable String email,
            @RestForm @Nullable String password,
            @RestForm @Nullable String next,
            @RestCookie(PortalCookie.NAME) @Nullable String cookie,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var site = sites.enter(slug);
        var typed = email == null ? "" : SafeText.line(email, SHOWN_MAX);
        try {
            return entrance.enter(
                            site,
                            cookie,
                            next,
                            () -> sessions.signIn(
                                    site.space().id(),
                                    typed,
                                    password == null ? "" : password,
                                    request.remoteAddress().hostAddress(),
                                    userAgent == null ? "" : userAgent))
                    .build();
        } catch (Refused refused) {
            return again(site, typed, next, refused);
        }
    }

    private Response again(PortalSite site, String typed, @Nullable String next, Refused refused) {
        var problem = Problem.of(refused, languages.current(), "");
        var page = new PortalSignInPage(site, PortalEntrance.next(site, next), typed, problem, false);
        var answer = Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page);
        if (refused.refusal() instanceof Refusal.TooMany tooMany)
            answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        return answer.build();
    }

    @POST
    @Path("sign-out")
    public Response signOut(@RestPath String slug, @RestCookie(PortalCookie.NAME) @Nullable String cookie) {
        var site = sites.enter(slug);
        var tokens = PortalCookie.tokens(cookie);
        sessions.leave(tokens, site.space().id());
        var answer = Pages.leadingTo(site.path() + "/sign-in?ended=1").header("Clear-Site-Data", "\"cache\"");
        // The tokens of other portals of this host stay; the ended one is worth nothing.
        return (tokens.size() > 1 ? answer : answer.cookie(PortalCookie.gone())).build();
    }

    /// Chooses the language of this browser. Whoever is signed in and has one set in his profile keeps that.
    @POST
    @Path("language")
    public Response language(
            @RestPath String slug, @RestForm @Nullable String language, @RestForm @Nullable String next) {
        var site = sites.enter(slug);
        var chosen = languages.choose(language == null ? "" : language).orElseGet(languages::first);
        var path = Pages.localPath(next);
        return Pages.leadingTo(path.equals("/") ? site.home() : path)
                .cookie(SessionCookie.named(Languages.COOKIE, chosen.getLanguage(), YEAR_SECONDS))
                .build();
    }
}
