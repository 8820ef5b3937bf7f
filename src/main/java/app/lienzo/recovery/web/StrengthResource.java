package app.lienzo.recovery.web;

import app.lienzo.kernel.Refused;
import app.lienzo.recovery.PasswordService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The meter beside a new password, asked while somebody types.
@Path("/password-strength")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class StrengthResource {
    private final PasswordService passwords;

    StrengthResource(PasswordService passwords) {
        this.passwords = passwords;
    }

    /// @param score 0 to 4
    @CheckedTemplate(basePath = "layout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StrengthPart(int score) implements TemplateInstance {}

    @POST
    public Response estimate(
            @RestForm @Nullable String password, @RestForm @Nullable String userName, HttpServerRequest request) {
        if (password == null || password.isEmpty()) return Response.ok("").build();
        try {
            int score = passwords.strength(
                    password,
                    userName == null ? "" : userName,
                    request.remoteAddress().hostAddress());
            return Response.ok(new StrengthPart(score)).build();
        } catch (Refused _) {
            // Advice that is not there is no problem to anybody.
            return Response.noContent().build();
        }
    }
}
