package app.lienzo.marketing.web;

import app.lienzo.kernel.Refused;
import app.lienzo.marketing.PreferenceService;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Where the links of bulletins lead. To look changes nothing, whoever looks: programs that follow links do. A POST
/// without any cookie takes its reader off the list at once (RFC 8058); the page's button is the same POST.
@Path("/mailing/{token}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PreferenceResource {
    private static final int TOKEN_MAX = 100;

    private final PreferenceService preferences;
    private final Scope scope;

    PreferenceResource(PreferenceService preferences, Scope scope) {
        this.preferences = preferences;
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "marketing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PreferencePage(String token, boolean subscribed) implements TemplateInstance {}

    @CheckedTemplate(basePath = "marketing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LinkInvalidPage() implements TemplateInstance {}

    @GET
    public Response page(@RestPath String token) {
        requirePlatform();
        var subscribed = preferences.subscribed(checked(token));
        return subscribed
                .map(now -> secret(Response.ok(new PreferencePage(token, now))).build())
                .orElseGet(PreferenceResource::invalid);
    }

    /// @param choice `on` to be put back; anything else, also nothing, is the way out
    /// @param oneClick what mail programs send in place of it
    @POST
    public Response choose(
            @RestPath String token,
            @RestForm @Nullable String choice,
            @RestForm("List-Unsubscribe") @Nullable String oneClick) {
        requirePlatform();
        var known = checked(token);
        if (preferences.subscribed(known).isEmpty()) return invalid();
        if ("on".equals(choice) && oneClick == null) preferences.subscribe(known);
        else preferences.unsubscribe(known);
        return oneClick == null
                ? Pages.seeOther("/mailing/" + known)
                : Response.ok().build();
    }

    private void requirePlatform() {
        if (!scope.find().map(organization -> organization.platform()).orElse(false)) throw Refused.notFound();
    }

    private static String checked(String token) {
        return token.length() > TOKEN_MAX ? "" : token;
    }

    private static Response invalid() {
        return secret(Response.status(410).type(MediaType.TEXT_HTML_TYPE).entity(new LinkInvalidPage()))
                .build();
    }

    /// The address is the secret: no page that is looked at next learns it.
    private static Response.ResponseBuilder secret(Response.ResponseBuilder answer) {
        return answer.header("Referrer-Policy", "no-referrer").header("Cache-Control", "no-store");
    }
}
