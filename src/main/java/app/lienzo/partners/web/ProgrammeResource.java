package app.lienzo.partners.web;

import app.lienzo.captcha.CaptchaChallenge;
import app.lienzo.captcha.CaptchaService;
import app.lienzo.partners.PartnerConfig;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
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
import jakarta.ws.rs.core.Response;
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
    private final Links links;
    private final Languages languages;

    ProgrammeResource(CaptchaService captcha, PartnerConfig config, Scope scope, Links links, Languages languages) {
        this.captcha = captcha;
        this.config = config;
        this.links = links;
        this.languages = languages;
        this.pace = new NetworkPace(scope, config.challengesMax(), Duration.ofMinutes(1), "applications-too-often");
    }

    /// @param hours in which an application is answered
    /// @param place where it is for search engines
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProgrammePage(int hours, ProgrammePlace place) implements TemplateInstance {}

    /// @param time hours in which the address has to be confirmed
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ThanksPage(int hours, long time) implements TemplateInstance {}

    @GET
    public TemplateInstance programme() {
        return new ProgrammePage(config.answerHours(), ProgrammePlace.of(links, languages.current()));
    }

    /// In Spanish, whatever the browser asks for; so are the next two in their language.
    @GET
    @Path("es")
    public Response spanish() {
        return kept();
    }

    @GET
    @Path("en")
    public Response english() {
        return kept();
    }

    @GET
    @Path("pt")
    public Response portuguese() {
        return kept();
    }

    /// Whoever comes from a search goes on in the language he found.
    private Response kept() {
        return Response.ok(programme())
                .cookie(Languages.cookie(languages.current()))
                .build();
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
