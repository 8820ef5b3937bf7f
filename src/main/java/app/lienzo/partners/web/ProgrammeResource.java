package app.lienzo.partners.web;

import app.lienzo.captcha.CaptchaChallenge;
import app.lienzo.captcha.CaptchaService;
import app.lienzo.partners.PartnerConfig;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.NetworkPace;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/// The programme page (BY-2), what follows the form, and what the form has to prove.
@Path(PartnerPaths.PROGRAMME)
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ProgrammeResource {
    private final CaptchaService captcha;
    private final PartnerConfig config;
    private final NetworkPace pace;

    ProgrammeResource(CaptchaService captcha, PartnerConfig config, Scope scope) {
        this.captcha = captcha;
        this.config = config;
        this.pace = new NetworkPace(scope, config.challengesMax(), Duration.ofMinutes(1), "applications-too-often");
    }

    /// @param hours in which an application is answered
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProgrammePage(int hours) implements TemplateInstance {}

    /// @param time hours in which the address has to be confirmed
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ThanksPage(int hours, long time) implements TemplateInstance {}

    @GET
    public TemplateInstance programme() {
        return new ProgrammePage(config.answerHours());
    }

    @GET
    @Path("thanks")
    public TemplateInstance thanks() {
        return new ThanksPage(config.answerHours(), config.confirmWithin().toHours());
    }

    /// Work for a browser.
    @GET
    @Path("challenge")
    @Produces(MediaType.APPLICATION_JSON)
    public CaptchaChallenge challenge(HttpServerRequest request) {
        pace.count(request.remoteAddress().hostAddress());
        return captcha.challenge();
    }
}
