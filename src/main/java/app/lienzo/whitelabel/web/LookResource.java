package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandFiles;
import app.lienzo.branding.BrandView;
import app.lienzo.identity.Permission;
import app.lienzo.whitelabel.DraftService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// What a preview loads of the draft; for whoever may change the brand, and never for a shared cache.
@Path(DraftService.HOME)
@RunOnVirtualThread
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class LookResource {
    private final DraftService drafts;
    private final BrandFiles files;

    LookResource(DraftService drafts, BrandFiles files) {
        this.drafts = drafts;
        this.files = files;
    }

    @GET
    @Path("{hash:[0-9a-f]+}.css")
    public Response stylesheet(String hash) {
        return answer(look(hash).map(files::stylesheet));
    }

    @GET
    @Path("{hash:[0-9a-f]+}/{name}")
    public Response file(String hash, String name) {
        return answer(look(hash).flatMap(brand -> files.find(brand, name)));
    }

    private Optional<BrandView> look(String hash) {
        return Optional.of(drafts.look()).filter(brand -> brand.hash().equals(hash));
    }

    private static Response answer(Optional<BrandFiles.Found> found) {
        if (found.isEmpty())
            return Response.status(404).header("Cache-Control", "no-store").build();
        return Response.ok(found.get().content(), found.get().type())
                .header("Cache-Control", "private, max-age=3600, immutable")
                .build();
    }
}
