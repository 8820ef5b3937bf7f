package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.TicketService;
import app.lienzo.ui.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Taking back what was changed a moment ago, of one ticket or of several.
@Path("/ticket-undos/{id}")
@RunOnVirtualThread
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class UndoResource {
    private final CurrentMember current;
    private final TicketService tickets;

    UndoResource(CurrentMember current, TicketService tickets) {
        this.current = current;
        this.tickets = tickets;
    }

    /// @param next where to go on
    @POST
    public Response undo(@RestPath String id, @RestForm @Nullable String next) {
        int undone = undone(id);
        var path = Pages.localPath(next);
        return Pages.seeOther(path + (path.contains("?") ? "&" : "?") + "undone=" + undone);
    }

    /// What is too late or somebody else's is nothing to be taken back.
    private int undone(String id) {
        try {
            return tickets.undo(current.get(), TicketWords.id(id));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Conflict conflict
                    && conflict.code().equals("undo-too-late")) return 0;
            throw refused;
        }
    }
}
