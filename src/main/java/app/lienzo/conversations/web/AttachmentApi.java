package app.lienzo.conversations.web;

import app.lienzo.conversations.AttachmentService;
import app.lienzo.conversations.AttachmentView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
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

/// Files of messages.
@Path("/api/v1/attachments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONVERSATIONS_WORK)
public class AttachmentApi {
    private final AttachmentService attachments;
    private final CurrentMember current;

    AttachmentApi(AttachmentService attachments, CurrentMember current) {
        this.attachments = attachments;
        this.current = current;
    }

    /// Brings a file for a message to be sent.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<AttachmentView> upload(@RestForm("file") @Nullable FileUpload file) {
        var brought = Uploads.required(file);
        AttachmentView stored =
                attachments.upload(null, current.get().member(), brought.fileName(), Uploads.content(brought));
        return RestResponse.status(Response.Status.CREATED, stored);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@RestPath String id, @RestQuery @Nullable String preview) {
        var file = attachments.open(current.get(), ConversationApi.id(id), preview != null);
        var answer = Response.ok(file.body());
        file.headers().forEach(answer::header);
        return answer.build();
    }
}
