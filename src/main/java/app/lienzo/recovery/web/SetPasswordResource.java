package app.lienzo.recovery.web;

import app.lienzo.identity.NewPassword;
import app.lienzo.identity.NewSession;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SignInMethod;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.recovery.LinkPaths;
import app.lienzo.recovery.LinkPurpose;
import app.lienzo.recovery.LinkService;
import app.lienzo.recovery.LinkView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.MailedLink;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What the links of the welcome mail and of the recovery mail open: a form for a password. Looking at it
/// uses nothing up, whoever looks; sending it does.
@Path(LinkPaths.PASSWORD)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SetPasswordResource {
    private static final int SHOWN_MAX = 254;

    private final LinkService links;
    private final SessionService sessions;
    private final Languages languages;
    private final Clock clock;

    SetPasswordResource(LinkService links, SessionService sessions, Languages languages, Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.languages = languages;
        this.clock = clock;
    }

    /// @param first whether it is this person's first password
    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SetPasswordPage(String token, String userName, boolean first, NewPassword.Faults faults)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PasswordSetPage() implements TemplateInstance {}

    /// @param token in its field
    public record SetPasswordForm(
            @RestForm @Nullable String token,
            @RestForm @Nullable String userName,
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeat) {}

    @GET
    @Path("{token}")
    public Response follow(@RestPath String token) {
        return MailedLink.leadOn(token, LinkPaths.PASSWORD);
    }

    @GET
    public Response page(@RestCookie(MailedLink.COOKIE) @Nullable String token) {
        return usable(token)
                .map(link -> html(
                        200, page(String.valueOf(token), link, link.member().userName(), NewPassword.Faults.NONE)))
                .orElseGet(SetPasswordResource::unusable)
                .build();
    }

    @POST
    public Response set(
            SetPasswordForm form,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var link = usable(form.token()).orElse(null);
        if (link == null) return unusable().build();
        var typed = SafeText.line(String.valueOf(form.userName()), SHOWN_MAX);
        var entered = NewPassword.of(form.password(), form.repeat());
        var faults = faults(typed, link, entered);
        var token = String.valueOf(form.token());
        if (!faults.none()) return html(422, page(token, link, typed, faults)).build();
        try {
            var member = links.setPassword(token, typed, entered.password());
            return signedIn(member, request.remoteAddress().hostAddress(), userAgent == null ? "" : userAgent);
        } catch (Refused refused) {
            // Somebody was faster.
            if (refused.refusal().code().equals("link-unusable"))
                return unusable().build();
            throw refused;
        }
    }

    @GET
    @Path("done")
    public TemplateInstance done() {
        return new PasswordSetPage();
    }

    private NewPassword.Faults faults(String typed, LinkView link, NewPassword entered) {
        var faults = entered.faults();
        if (typed.isEmpty()) return faults.ofUserName(words("user-name-missing"));
        return links.means(typed, link.member()) ? faults : faults.ofUserName(words("link-user-name-other"));
    }

    private String words(String code) {
        return Problem.of(422, code, languages.current(), "").detail();
    }

    /// The password is set either way; where a rule of the organization keeps him out, he is told so at the
    /// sign-in page.
    private Response signedIn(UUID member, String address, String userAgent) {
        NewSession session;
        try {
            session = sessions.begin(member, SignInMethod.LINK, address, userAgent);
        } catch (Refused _) {
            return Pages.leadingTo(LinkPaths.PASSWORD + "/done")
                    .cookie(MailedLink.gone())
                    .build();
        }
        return Pages.leadingTo(session.next() == null ? "/" : session.next())
                .cookie(SessionCookie.carrying(session.token(), Duration.between(clock.instant(), session.endsAt())))
                .cookie(MailedLink.gone())
                .build();
    }

    private Optional<LinkView> usable(@Nullable String token) {
        return links.find(token).filter(link -> link.purpose().setsPassword());
    }

    private static SetPasswordPage page(String token, LinkView link, String userName, NewPassword.Faults faults) {
        return new SetPasswordPage(token, userName, link.purpose() == LinkPurpose.WELCOME, faults);
    }

    private static Response.ResponseBuilder unusable() {
        return html(410, new LinkUnusablePage(true)).cookie(MailedLink.gone());
    }

    private static Response.ResponseBuilder html(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page);
    }
}
