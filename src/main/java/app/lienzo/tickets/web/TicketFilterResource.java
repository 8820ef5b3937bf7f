package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
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

/// By whom a list of tickets can be narrowed, while somebody types.
@Path("/tickets/filter-choices")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketFilterResource {
    private final TicketListPicker picker;
    private final CurrentMember current;

    TicketFilterResource(TicketListPicker picker, CurrentMember current) {
        this.picker = picker;
        this.current = current;
    }

    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FilterChoicesPart(List<TicketListPicker.Option> options) implements TemplateInstance {}

    /// @param kind `who` or `firm`
    /// @param space an id; everything else is all where he works
    @GET
    public TemplateInstance suggest(
            @RestQuery @Nullable String kind, @RestQuery @Nullable String space, @RestQuery @Nullable String q) {
        var me = current.get();
        var where = Ids.read(space == null ? "" : space).orElse(null);
        if (where != null) me.require(Permission.TICKETS_WORK, where);
        var typed = q == null ? "" : q;
        return new FilterChoicesPart(
                switch (kind == null ? "" : kind) {
                    case "who" -> picker.requesters(me, where, typed);
                    case "firm" -> picker.companies(me, where, typed);
                    default -> throw Refused.invalid("filter-invalid");
                });
    }
}
