package app.lienzo.mail.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.MailService;
import app.lienzo.mail.MailSettingsService;
import app.lienzo.mail.MailState;
import app.lienzo.mail.MailView;
import app.lienzo.ui.Pages;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The outbox: what goes out, what went out, what did not and why. Never what is in it.
@Path("/organization/mail")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class MailResource {
    private final MailService mails;
    private final MailSettingsService settings;
    private final CurrentMember current;

    MailResource(MailService mails, MailSettingsService settings, CurrentMember current) {
        this.mails = mails;
        this.settings = settings;
        this.current = current;
    }

    /// @param state only mails in this state are shown; null for all
    /// @param last where the next page begins; null when there is none
    /// @param ready whether there is a server
    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OutboxPage(
            List<MailView> mails,
            List<MailState> states,
            @Nullable MailState state,
            @Nullable UUID last,
            boolean ready,
            boolean again)
            implements TemplateInstance {}

    @GET
    public TemplateInstance outbox(
            @RestQuery @Nullable String state, @RestQuery @Nullable String after, @RestQuery @Nullable String saved) {
        var wanted = Arrays.stream(MailState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        var page = mails.outbox(wanted, Ids.read(after == null ? "" : after).orElse(null));
        return new OutboxPage(
                page.items(),
                List.of(MailState.QUEUED, MailState.SENT, MailState.FAILED),
                wanted,
                page.next(),
                settings.get().ready(),
                saved != null);
    }

    @POST
    @Path("outbox/{id}/again")
    public Response again(@RestPath String id) {
        mails.again(current.get().actor(), Ids.read(id).orElseThrow(Refused::notFound));
        return Pages.seeOther("/organization/mail?saved=1");
    }
}
