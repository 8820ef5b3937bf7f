package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.ui.Uploads;
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
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files of tickets, for the team's pages.
@Path("/ticket-files")
@RunOnVirtualThread
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketFileResource {
    private final TicketFileService files;
    private final CurrentMember current;

    TicketFileResource(TicketFileService files, CurrentMember current) {
        this.files = files;
        this.current = current;
    }

    /// A file that waits for its entry.
    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WaitingFilePart(Line.Chip chip) implements TemplateInstance {}

    @POST
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance upload(@RestForm("file") @Nullable FileUpload file) {
        var brought = Uploads.required(file);
        var stored = files.upload(current.get(), brought.fileName(), Uploads.content(brought));
        return new WaitingFilePart(Line.Chip.of(stored));
    }

    @GET
    @Path("{id}")
    public Response file(@RestPath String id, @RestQuery @Nullable String preview) {
        var found = files.open(current.get(), TicketWords.id(id), preview != null);
        var answer = Response.ok(found.body());
        found.headers().forEach(answer::header);
        return answer.build();
    }
}
