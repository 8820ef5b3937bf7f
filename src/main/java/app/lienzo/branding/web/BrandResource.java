package app.lienzo.branding.web;

import app.lienzo.branding.BrandFiles;
import app.lienzo.branding.BrandService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// What a page loads of its brand. The hash in the path makes it cacheable for ever; any other hash
/// than a current one is not found, so that a cache never keeps an old look under a new address. Drafts are not here.
@Path("/brand")
@PermitAll
@RunOnVirtualThread
public class BrandResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final BrandService brands;
    private final BrandFiles files;

    BrandResource(BrandService brands, BrandFiles files) {
        this.brands = brands;
        this.files = files;
    }

    @GET
    @Path("{hash:[0-9a-f]+}.css")
    public Response stylesheet(String hash) {
        return answer(brands.withHash(hash).map(files::stylesheet));
    }

    @GET
    @Path("{hash:[0-9a-f]+}/{name}")
    public Response file(String hash, String name) {
        return answer(brands.withHash(hash).flatMap(brand -> files.find(brand, name)));
    }

    private static Response answer(Optional<BrandFiles.Found> found) {
        if (found.isEmpty()) {
            return Response.status(404).header("Cache-Control", "no-store").build();
        }
        return Response.ok(found.get().content(), found.get().type())
                .header("Cache-Control", FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                // The widget shows the icon on other people's pages.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
