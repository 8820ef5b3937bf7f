package app.lienzo.conversations.web;

import app.lienzo.conversations.AttachmentService;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.TrayCounts;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The console: its page, its list, its counters, and the files of messages.
@Path("/console")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class ConsoleResource {
    private final CurrentMember current;
    private final ConversationService conversations;
    private final AttachmentService attachments;
    private final SpaceChoice choice;
    private final Trays trays;

    ConsoleResource(
            CurrentMember current,
            ConversationService conversations,
            AttachmentService attachments,
            SpaceChoice choice,
            Trays trays) {
        this.current = current;
        this.conversations = conversations;
        this.attachments = attachments;
        this.choice = choice;
        this.trays = trays;
    }

    /// @param desk null when no conversation is open
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConsolePage(SignedIn member, Tray tray, @Nullable Desk desk) implements TemplateInstance {}

    /// Tabs and rows.
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrayPart(Tray tray) implements TemplateInstance {}

    /// Rows alone.
    @CheckedTemplate(basePath = "conversations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RowsPart(Tray tray) implements TemplateInstance {}

    @GET
    public TemplateInstance page(TrayWish wish, @HeaderParam("HX-Target") @Nullable String target) {
        var me = current.get();
        var tray = trays.read(me, wish);
        if ("tray".equals(target)) return new TrayPart(tray);
        return "list".equals(target) ? new RowsPart(tray) : new ConsolePage(me, tray, null);
    }

    @GET
    @Path("list")
    public TemplateInstance list(TrayWish wish) {
        return new RowsPart(trays.read(current.get(), wish));
    }

    @GET
    @Path("counts")
    @Produces(MediaType.APPLICATION_JSON)
    public TrayCounts counts(@RestQuery @Nullable String space) {
        var me = current.get();
        var id = space == null || space.isEmpty()
                ? choice.of(me).orElse(null)
                : Ids.read(space).orElseThrow(Refused::notFound);
        return conversations.counts(me, id);
    }

    /// Looks at one space from now on, or at all: in every tab and on every machine of the member.
    ///
    /// @param space empty for all
    @POST
    @Path("space")
    public Response choose(@RestForm @Nullable String space) {
        var id = space == null || space.isEmpty() ? null : Ids.read(space).orElseThrow(Refused::notFound);
        choice.choose(current.get(), id);
        return Pages.seeOther("/console");
    }

    @GET
    @Path("attachments/{id}")
    public Response file(@RestPath String id, @RestQuery @Nullable String preview) {
        var found = attachments.open(current.get(), Ids.read(id).orElseThrow(Refused::notFound), preview != null);
        var answer = Response.ok(found.body());
        found.headers().forEach(answer::header);
        return answer.build();
    }
}
