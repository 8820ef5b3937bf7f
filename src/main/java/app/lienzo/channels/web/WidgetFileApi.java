package app.lienzo.channels.web;

import app.lienzo.channels.FileLinks;
import app.lienzo.conversations.AttachmentService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Attachments for whoever holds a signed link.
@Path("/widget/v1/files/{id}")
@RunOnVirtualThread
@PermitAll
public class WidgetFileApi {
    private final AttachmentService attachments;
    private final FileLinks links;

    WidgetFileApi(AttachmentService attachments, FileLinks links) {
        this.attachments = attachments;
        this.links = links;
    }

    @GET
    public Response file(
            @RestPath String id,
            @RestQuery long until,
            @RestQuery @Nullable String preview,
            @RestQuery @Nullable String signature) {
        var file = Ids.read(id).orElseThrow(Refused::notFound);
        links.check(file, until, preview != null, signature == null ? "" : signature);
        var found = attachments.openShared(file, preview != null);
        var answer = Response.ok(found.body());
        found.headers().forEach(answer::header);
        return answer.build();
    }
}
