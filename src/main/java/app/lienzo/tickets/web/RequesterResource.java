package app.lienzo.tickets.web;

import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.SafeText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Whom a ticket can be for, while somebody types.
@Path("/tickets/requesters")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class RequesterResource {
    private static final int SHOWN_MAX = 8;
    private static final int TEXT_MAX = 100;

    private final ContactService contacts;
    private final CurrentMember current;

    RequesterResource(ContactService contacts, CurrentMember current) {
        this.contacts = contacts;
        this.current = current;
    }

    /// @param asked whether anything was typed
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestersPart(List<ContactView> contacts, boolean asked) implements TemplateInstance {}

    @GET
    public TemplateInstance suggest(@RestQuery @Nullable String space, @RestQuery @Nullable String q) {
        var me = current.get();
        var where = TicketWords.id(space == null ? "" : space);
        me.require(Permission.TICKETS_WORK, where);
        var text = SafeText.line(q == null ? "" : q, TEXT_MAX);
        return new RequestersPart(
                text.isEmpty() ? List.of() : contacts.suggest(me, where, text, SHOWN_MAX), !text.isEmpty());
    }
}
