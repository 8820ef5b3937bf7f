package app.lienzo.tickets.web;

import app.lienzo.identity.Permission;
import app.lienzo.kernel.RichText;
import app.lienzo.kernel.SafeText;
import app.lienzo.tickets.TicketService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// How typed text will look, before it is sent.
@Path("/tickets/preview")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class PreviewResource {
    private final TicketService tickets;

    PreviewResource(TicketService tickets) {
        this.tickets = tickets;
    }

    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PreviewPart(String html) implements TemplateInstance {}

    @POST
    public TemplateInstance preview(@RestForm @Nullable String text) {
        return new PreviewPart(RichText.ofMarkdown(SafeText.cut(text == null ? "" : text, tickets.textMax())));
    }
}
