package app.lienzo.scim.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.scim.ScimTokenService;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Where an Owner lets a directory in, and keeps it out again.
@Path("/organization/scim")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class ScimTokenResource {
    private final ScimTokenService tokens;
    private final ScimAnswers answers;
    private final CurrentMember current;
    private final Languages languages;

    ScimTokenResource(ScimTokenService tokens, ScimAnswers answers, CurrentMember current, Languages languages) {
        this.tokens = tokens;
        this.answers = answers;
        this.current = current;
        this.languages = languages;
    }

    /// @param secret a token just made, shown this once
    @CheckedTemplate(basePath = "scim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ScimPage(
            String address,
            List<ScimTokenService.TokenView> tokens,
            @Nullable String secret,
            String name,
            @Nullable Problem problem,
            boolean ended)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String done) {
        return page(null, "", null, done != null);
    }

    /// Answers with the page itself: the secret is in no address and nothing remembers it.
    @POST
    public Object make(@RestForm @Nullable String name) {
        var typed = name == null ? "" : name;
        try {
            return page(tokens.make(current.get(), typed), "", null, false);
        } catch (Refused refused) {
            return Pages.unprocessable(page(null, typed, Problem.of(refused, languages.current(), ""), false));
        }
    }

    @POST
    @Path("{token}/end")
    public Response end(@RestPath String token) {
        tokens.end(current.get(), Ids.read(token).orElseThrow(Refused::notFound));
        return Pages.seeOther("/organization/scim?done=1");
    }

    private ScimPage page(@Nullable String secret, String name, @Nullable Problem problem, boolean ended) {
        return new ScimPage(answers.base(), tokens.list(current.get()), secret, name, problem, ended);
    }
}
