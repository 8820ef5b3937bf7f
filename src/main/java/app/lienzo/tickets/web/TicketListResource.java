package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The team's tickets as lists: those that are always there, with filters, order and columns as the address says.
@Path("/tickets")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketListResource {
    private final CurrentMember current;
    private final TicketListPages pages;

    TicketListResource(CurrentMember current, TicketListPages pages) {
        this.current = current;
        this.pages = pages;
    }

    /// What was done a moment ago, with the way back.
    ///
    /// @param changed how many; 0 for nothing
    /// @param undo by which it is taken back; empty for nothing
    /// @param undone how many were taken back; 0 for nothing
    /// @param fault why nothing was done; empty for nothing
    record Notice(int changed, String undo, int undone, String fault) {}

    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(SignedIn me, TicketListPages.Listing list, Notice notice) implements TemplateInstance {}

    /// Tabs, filters' results and rows, without the frame.
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPart(TicketListPages.Listing list) implements TemplateInstance {}

    /// Reads its address as a whole: custom fields have names that nobody knows here.
    @GET
    public TemplateInstance list(@Context UriInfo asked) {
        var said = asked.getQueryParameters();
        var me = current.get();
        var list = pages.read(me, said, number(said.getFirst("size"), 0));
        if (said.containsKey("part")) return new ListPart(list);
        int done = number(said.getFirst("done"), 0);
        int undone = number(said.getFirst("undone"), 0);
        var undo = Ids.read(text(said.getFirst("undo"))).map(UUID::toString).orElse("");
        return new ListPage(me, list, new Notice(done, undo, undone, ""));
    }

    /// What is no number is as good as not said.
    private static int number(@Nullable String said, int otherwise) {
        return text(said).matches("[0-9]{1,6}") ? Integer.parseInt(text(said)) : otherwise;
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
