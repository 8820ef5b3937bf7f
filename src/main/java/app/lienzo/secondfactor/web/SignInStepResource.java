package app.lienzo.secondfactor.web;

import app.lienzo.identity.NewSession;
import app.lienzo.identity.PendingSignIn;
import app.lienzo.identity.SessionService;
import app.lienzo.kernel.Refused;
import app.lienzo.secondfactor.SecondFactorService;
import app.lienzo.secondfactor.SetUp;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.SessionCookie;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The steps of a sign-in between its first proof and the session that counts: the code, or setting up what makes
/// codes. Open to everybody, and worth something only with the token of a sign-in under way.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SignInStepResource {
    private final SessionService sessions;
    private final SecondFactorService factors;
    private final Refusals refusals;
    private final Clock clock;

    SignInStepResource(SessionService sessions, SecondFactorService factors, Refusals refusals, Clock clock) {
        this.sessions = sessions;
        this.factors = factors;
        this.refusals = refusals;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CodePage(String next, @Nullable Problem problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NeededPage(
            String next,
            SetUp setUp,
            QrPicture picture,
            @Nullable Problem problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FirstCodesPage(ShownCodes shown) implements TemplateInstance {}

    @GET
    @Path("sign-in/code")
    @PermitAll
    public Response code(@RestQuery @Nullable String next, @CookieParam(SessionCookie.NAME) @Nullable String token) {
        return on(SecondFactorService.CODE_PAGE, token, next, _ -> kept(new CodePage(Pages.localPath(next), null)));
    }

    @POST
    @Path("sign-in/code")
    @PermitAll
    public Response enter(
            @RestForm @Nullable String code,
            @RestForm @Nullable String next,
            @CookieParam(SessionCookie.NAME) @Nullable String token,
            HttpServerRequest request) {
        var path = Pages.localPath(next);
        return on(SecondFactorService.CODE_PAGE, token, next, pending -> {
            try {
                factors.pass(pending, code == null ? "" : code, address(request));
            } catch (Refused refused) {
                return refusals.answer(refused, problem -> new CodePage(path, problem));
            }
            var session = goOn(pending, request);
            return Pages.leadingTo(after(session, path)).cookie(cookie(session)).build();
        });
    }

    @GET
    @Path("sign-in/second-factor")
    @PermitAll
    public Response setUp(@RestQuery @Nullable String next, @CookieParam(SessionCookie.NAME) @Nullable String token) {
        return on(
                SecondFactorService.SET_UP_PAGE,
                token,
                next,
                pending -> kept(needed(Pages.localPath(next), factors.offered(pending), null)));
    }

    @POST
    @Path("sign-in/second-factor")
    @PermitAll
    public Response confirm(
            @RestForm @Nullable String code,
            @RestForm @Nullable String next,
            @CookieParam(SessionCookie.NAME) @Nullable String token,
            HttpServerRequest request) {
        var path = Pages.localPath(next);
        return on(SecondFactorService.SET_UP_PAGE, token, next, pending -> {
            try {
                var codes = factors.confirm(pending, code == null ? "" : code, address(request));
                var session = goOn(pending, request);
                var shown = new ShownCodes(pending.member().userName(), codes, after(session, path));
                return Response.ok(new FirstCodesPage(shown))
                        .cookie(cookie(session))
                        .build();
            } catch (Refused refused) {
                return refusals.answer(refused, problem -> needed(path, factors.offered(pending), problem));
            }
        });
    }

    /// Whoever has no sign-in under way begins one; whoever has another step to pass is led there.
    private Response on(
            String page, @Nullable String token, @Nullable String next, Function<PendingSignIn, Response> answer) {
        var path = Pages.localPath(next);
        return sessions.pending(token)
                .map(pending -> pending.page().equals(page)
                        ? answer.apply(pending)
                        : Pages.seeOther(Pages.onTheWay(pending.page(), path)))
                .orElseGet(() -> Pages.seeOther(Pages.onTheWay("/sign-in", path)));
    }

    private NewSession goOn(PendingSignIn pending, HttpServerRequest request) {
        var userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return sessions.goOn(pending, address(request), userAgent == null ? "" : userAgent);
    }

    private NewCookie cookie(NewSession session) {
        return SessionCookie.carrying(session.token(), Duration.between(clock.instant(), session.endsAt()));
    }

    private static String after(NewSession session, String path) {
        return session.next() == null ? path : Pages.onTheWay(session.next(), path);
    }

    private static NeededPage needed(String next, SetUp setUp, @Nullable Problem problem) {
        return new NeededPage(next, setUp, QrPicture.of(setUp.uri()), problem);
    }

    private static Response kept(TemplateInstance page) {
        return Response.ok(page).build();
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
