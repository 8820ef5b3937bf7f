package app.lienzo.people.web;

import app.lienzo.files.FileResponse;
import app.lienzo.files.FileService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/// Faces, for colleagues. A new picture has a new address, so that a browser may keep the old one.
@Path("/avatars")
@RunOnVirtualThread
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class AvatarResource {
    private static final String KEPT = "private, max-age=86400, immutable";

    private final FileService files;
    private final MemberService members;

    AvatarResource(FileService files, MemberService members) {
        this.files = files;
        this.members = members;
    }

    @GET
    @Path("{file}")
    public Response one(@RestPath String file) {
        var id = InviteForm.id(file);
        if (!members.portrayedBy(id)) throw Refused.notFound();
        var sent = FileResponse.of(files.require(id), files.content(id));
        var answer = Response.ok(sent.body());
        sent.headers().forEach(answer::header);
        return answer.header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .build();
    }
}
