package app.lienzo.mail.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.MailSettingsService;
import app.lienzo.mail.MailSettingsService.Outcome;
import app.lienzo.mail.MailSettingsView;
import app.lienzo.mail.RelaySecurity;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// By which server and from which address mails go out.
@Path("/organization/mail/settings")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class MailSettingsResource {
    private static final String HERE = "/organization/mail/settings";

    private final MailSettingsService settings;
    private final CurrentMember current;
    private final Languages languages;

    MailSettingsResource(MailSettingsService settings, CurrentMember current, Languages languages) {
        this.settings = settings;
        this.current = current;
        this.languages = languages;
    }

    /// @param problem what is wrong with the form; `field` names where
    /// @param outcome of a test; null when none was made
    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SettingsPage(
            MailSettingsView settings,
            MailServerForm form,
            List<RelaySecurity> securities,
            @Nullable Problem problem,
            String field,
            @Nullable Outcome outcome,
            String me,
            boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String saved) {
        var stored = settings.get();
        return page(stored, MailServerForm.of(stored), null, null, saved != null);
    }

    @POST
    public Response save(@BeanParam MailServerForm form) {
        try {
            settings.save(current.get(), form.draft());
            return Pages.seeOther(HERE + "?saved=1");
        } catch (Refused refused) {
            return unprocessable(form, refused);
        }
    }

    @POST
    @Path("test")
    public Object test(@BeanParam MailServerForm form) {
        try {
            var outcome = settings.test(current.get(), form.draft(), languages.current());
            return page(settings.get(), form, null, outcome, false);
        } catch (Refused refused) {
            return unprocessable(form, refused);
        }
    }

    private Response unprocessable(MailServerForm form, Refused refused) {
        if (!(refused.refusal() instanceof Refusal.Invalid)) throw refused;
        return Pages.unprocessable(page(settings.get(), form, refused, null, false));
    }

    private SettingsPage page(
            MailSettingsView stored,
            MailServerForm form,
            @Nullable Refused refused,
            @Nullable Outcome outcome,
            boolean saved) {
        return new SettingsPage(
                stored,
                form,
                List.of(RelaySecurity.STARTTLS, RelaySecurity.TLS, RelaySecurity.OFFERED, RelaySecurity.NONE),
                refused == null ? null : Problem.of(refused, languages.current(), ""),
                refused == null ? "" : field(refused.refusal().code()),
                outcome,
                current.get().email(),
                saved);
    }

    private static String field(String code) {
        return switch (code) {
            case "mail-address-invalid" -> "from";
            case "mail-reply-to-invalid" -> "replyTo";
            case "mail-port-invalid" -> "port";
            case "mail-password-missing" -> "password";
            default -> "host";
        };
    }
}
