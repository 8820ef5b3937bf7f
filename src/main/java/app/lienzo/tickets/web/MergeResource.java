package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.MergeService;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketView;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Letting a ticket go on as another one. It cannot be undone, so it is shown before it is done.
@Path("/tickets/{id}/merge")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_MANAGE)
public class MergeResource {
    private final CurrentMember current;
    private final TicketService tickets;
    private final MergeService merges;
    private final TicketDesks desks;
    private final Languages languages;

    MergeResource(
            CurrentMember current, TicketService tickets, MergeService merges, TicketDesks desks, Languages languages) {
        this.current = current;
        this.tickets = tickets;
        this.merges = merges;
        this.desks = desks;
        this.languages = languages;
    }

    /// @param number as it was typed
    /// @param preview what would happen; null before it was asked for
    /// @param fault why it cannot be; empty for nothing
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MergePage(
            TicketView ticket, String path, String number, MergeService.@Nullable Preview preview, String fault)
            implements TemplateInstance {}

    /// @param into number of the one that goes on
    @GET
    public Object page(@RestPath String id, @RestQuery @Nullable String into) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        me.require(Permission.TICKETS_MANAGE, ticket.space());
        if (into == null || into.isBlank()) return new MergePage(ticket, desks.path(ticket), "", null, "");
        try {
            var preview = merges.preview(me, ticket.id(), TicketRelationResource.number(into));
            return new MergePage(ticket, desks.path(ticket), into, preview, "");
        } catch (Refused refused) {
            return declined(me, ticket, into, refused);
        }
    }

    @POST
    public Object merge(@RestPath String id, @RestForm @Nullable String into) {
        var me = current.get();
        var ticket = tickets.require(me, TicketWords.id(id));
        me.require(Permission.TICKETS_MANAGE, ticket.space());
        try {
            var merged = merges.merge(me, ticket.id(), TicketRelationResource.number(into));
            return Pages.seeOther(desks.path(merged) + "?merged=" + ticket.number());
        } catch (Refused refused) {
            return declined(me, ticket, into == null ? "" : into, refused);
        }
    }

    private Response declined(SignedIn me, TicketView ticket, String into, Refused refused) {
        if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
            throw refused;
        var fault = Problem.of(refused, languages.current(), "").detail();
        return Response.status(Problem.status(refused.refusal()))
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(new MergePage(ticket, desks.path(tickets.require(me, ticket.id())), into, null, fault))
                .build();
    }
}
