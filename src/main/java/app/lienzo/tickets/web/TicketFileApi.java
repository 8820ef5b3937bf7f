package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.tickets.TicketFile;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.ui.Uploads;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files of tickets.
@Path("/api/v1/ticket-attachments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketFileApi {
    private final TicketFileService files;
    private final CurrentMember current;

    TicketFileApi(TicketFileService files, CurrentMember current) {
        this.files = files;
        this.current = current;
    }

    /// Brings a file for a ticket or an entry to come.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TicketFile> upload(@RestForm("file") @Nullable FileUpload file) {
        var brought = Uploads.required(file);
        var stored = files.upload(current.get(), brought.fileName(), Uploads.content(brought));
        return RestResponse.status(Response.Status.CREATED, stored);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@RestPath String id, @RestQuery @Nullable String preview) {
        var file = files.open(current.get(), TicketWords.id(id), preview != null);
        var answer = Response.ok(file.body());
        file.headers().forEach(answer::header);
        return answer.build();
    }
}
