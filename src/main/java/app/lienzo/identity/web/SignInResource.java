package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SignInOption;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.SessionCookie;
import io.quarkus.arc.All;
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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The tenant's own sign-in page (B2-2), and the way out.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    private final SessionService sessions;
    private final CurrentMember me;
    private final Languages languages;
    private final Clock clock;
    private final List<SignInOption> options;

    SignInResource(
            SessionService sessions,
            CurrentMember me,
            Languages languages,
            Clock clock,
            @All List<SignInOption> options) {
        this.sessions = sessions;
        this.me = me;
        this.languages = languages;
        this.clock = clock;
        this.options = options;
    }

    /// @param next path to go on to, checked to be one of this host
    /// @param problem what went wrong the last time; null at first
    /// @param offers other ways in
    /// @param withPassword whether the password's form is shown, and not only the link to it
    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(
            String next,
            String userName,
            @Nullable Problem problem,
            boolean ended,
            List<SignInOption.Offer> offers,
            boolean withPassword)
            implements TemplateInstance {}

    @GET
    @Path("sign-in")
    @PermitAll
    public Response page(
            @RestQuery @Nullable String next, @RestQuery @Nullable String ended, @RestQuery @Nullable String password) {
        if (me.find().isPresent()) return Pages.seeOther(Pages.localPath(next));
        return Response.ok(show(Pages.localPath(next), "", null, ended != null, password != null))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("sign-in")
    @PermitAll
    public Response signIn(
            @RestForm @Nullable String userName,
            @RestForm @Nullable String password,
            @RestForm @Nullable String next,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var name = userName == null ? "" : userName;
        try {
            var session = sessions.signIn(
                    name,
                    password == null ? "" : password,
                    request.remoteAddress().hostAddress(),
                    userAgent == null ? "" : userAgent);
            var path = Pages.localPath(next);
            return Pages.leadingTo(session.next() == null ? path : Pages.onTheWay(session.next(), path))
                    .cookie(SessionCookie.carrying(
                            session.token(), Duration.between(clock.instant(), session.endsAt())))
                    .build();
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            var answer = Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(show(Pages.localPath(next), SafeText.line(name, 120), problem, false, true));
            if (refused.refusal() instanceof Refusal.TooMany tooMany) {
                answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
            }
            return answer.build();
        }
    }

    @POST
    @Path("sign-out")
    @PermitAll
    public Response signOut() {
        me.find().ifPresent(member -> sessions.end(member, member.session()));
        return Pages.leadingTo("/sign-in?ended=1")
                .cookie(SessionCookie.gone())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private SignInPage show(String next, String userName, @Nullable Problem problem, boolean ended, boolean asked) {
        var offers = options.stream()
                .map(option -> option.offer(languages.current()))
                .flatMap(Optional::stream)
                .toList();
        boolean withPassword = asked || offers.stream().noneMatch(SignInOption.Offer::instead);
        return new SignInPage(next, userName, problem, ended, offers, withPassword);
    }
}
