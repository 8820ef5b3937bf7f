package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.web.TicketListResource.ListPage;
import app.lienzo.tickets.web.TicketListResource.Notice;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What is done to several tickets at once. It leads back to the list, with the way back.
@Path("/ticket-changes")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketBulkResource {
    private final CurrentMember current;
    private final TicketListPages pages;
    private final TicketService tickets;
    private final Languages languages;

    TicketBulkResource(CurrentMember current, TicketListPages pages, TicketService tickets, Languages languages) {
        this.current = current;
        this.pages = pages;
        this.tickets = tickets;
        this.languages = languages;
    }

    /// Changes those that were ticked, all of them or none.
    @POST
    public Response change(@BeanParam TicketBulkForm form) {
        var me = current.get();
        try {
            var bulk = tickets.bulk(me, form.tickets(), form.change(me.member()));
            var undo = bulk.undo() == null ? "" : "&undo=" + bulk.undo();
            return Pages.seeOther(form.back() + "done=" + bulk.changed() + undo);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var fault = Problem.of(refused, languages.current(), "").detail();
            var list = pages.read(me, form.said(), 0);
            return Pages.unprocessable(new ListPage(me, list, new Notice(0, "", 0, fault)));
        }
    }
}
