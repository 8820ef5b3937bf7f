package app.lienzo.recovery.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.NewPassword;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.recovery.PasswordService;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One's own password.
@Path("/profile/password")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class OwnPasswordResource {
    private final PasswordService passwords;
    private final CurrentMember current;
    private final Languages languages;

    OwnPasswordResource(PasswordService passwords, CurrentMember current, Languages languages) {
        this.passwords = passwords;
        this.current = current;
        this.languages = languages;
    }

    /// @param has whether there is a password to be changed
    @CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnPasswordPage(String userName, boolean has, boolean saved, NewPassword.Faults faults)
            implements TemplateInstance {}

    public record ChangePasswordForm(
            @RestForm @Nullable String current,
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeat) {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String saved) {
        return page(saved != null, NewPassword.Faults.NONE);
    }

    @POST
    public Response change(ChangePasswordForm form) {
        var entered = NewPassword.of(form.password(), form.repeat());
        var faults = entered.faults();
        if (!faults.none()) return Pages.unprocessable(page(false, faults));
        try {
            passwords.change(current.get(), form.current() == null ? "" : form.current(), entered.password());
            return Pages.seeOther("/profile/password?saved=1");
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            var answer = Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page(false, faults.ofCurrent(problem.detail())));
            if (refused.refusal() instanceof Refusal.TooMany tooMany)
                answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
            return answer.build();
        }
    }

    private OwnPasswordPage page(boolean saved, NewPassword.Faults faults) {
        var me = current.get();
        return new OwnPasswordPage(me.userName(), passwords.has(me), saved, faults);
    }
}
