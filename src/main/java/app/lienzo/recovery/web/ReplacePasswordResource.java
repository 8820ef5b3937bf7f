package app.lienzo.recovery.web;

import app.lienzo.identity.NewPassword;
import app.lienzo.identity.PendingSignIn;
import app.lienzo.identity.SessionService;
import app.lienzo.kernel.Refused;
import app.lienzo.recovery.LinkPaths;
import app.lienzo.recovery.PasswordService;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The step of a sign-in in which a password that somebody else gave is replaced.
@Path(LinkPaths.OWN_PASSWORD)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ReplacePasswordResource {
    private final PasswordService passwords;
    private final SessionService sessions;
    private final Languages languages;
    private final Clock clock;

    ReplacePasswordResource(PasswordService passwords, SessionService sessions, Languages languages, Clock clock) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.languages = languages;
        this.clock = clock;
    }

    /// @param next path to go on to in the end
    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReplacePasswordPage(String userName, String next, NewPassword.Faults faults) implements TemplateInstance {}

    public record ReplacePasswordForm(
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeat,
            @RestForm @Nullable String next) {}

    @GET
    public Response page(@RestCookie(SessionCookie.NAME) @Nullable String token, @RestQuery @Nullable String next) {
        var pending = pending(token).orElse(null);
        if (pending == null) return Pages.seeOther(LinkPaths.SIGN_IN);
        return html(200, page(pending, next, NewPassword.Faults.NONE));
    }

    @POST
    public Response replace(
            ReplacePasswordForm form,
            @RestCookie(SessionCookie.NAME) @Nullable String token,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var pending = pending(token).orElse(null);
        if (pending == null) return Pages.seeOther(LinkPaths.SIGN_IN);
        var entered = NewPassword.of(form.password(), form.repeat());
        var faults = entered.faults();
        if (!faults.none()) return html(422, page(pending, form.next(), faults));
        try {
            var session = passwords.replace(
                    pending,
                    entered.password(),
                    request.remoteAddress().hostAddress(),
                    userAgent == null ? "" : userAgent);
            var path = Pages.localPath(form.next());
            return Pages.leadingTo(session.next() == null ? path : Pages.onTheWay(session.next(), path))
                    .cookie(SessionCookie.carrying(
                            session.token(), Duration.between(clock.instant(), session.endsAt())))
                    .build();
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            return html(problem.status(), page(pending, form.next(), faults.ofPassword(problem.detail())));
        }
    }

    private Optional<PendingSignIn> pending(@Nullable String token) {
        return sessions.pending(token).filter(pending -> pending.page().equals(LinkPaths.OWN_PASSWORD));
    }

    private static ReplacePasswordPage page(PendingSignIn pending, @Nullable String next, NewPassword.Faults faults) {
        return new ReplacePasswordPage(pending.member().userName(), Pages.localPath(next), faults);
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
