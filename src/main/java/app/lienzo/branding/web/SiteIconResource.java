package app.lienzo.branding.web;

import app.lienzo.branding.BrandPictures;
import app.lienzo.branding.BrandService;
import app.lienzo.branding.BrandView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/// What browsers and phones ask for at addresses of their own choosing: their caches ask again, and are
/// answered by tag.
@Path("/")
@PermitAll
@RunOnVirtualThread
public class SiteIconResource {
    private static final int FAVICON = 32;

    private final BrandService brands;
    private final BrandPictures pictures;
    private final ObjectMapper json;

    SiteIconResource(BrandService brands, BrandPictures pictures, ObjectMapper json) {
        this.brands = brands;
        this.pictures = pictures;
        this.json = json;
    }

    /// A PNG: every browser of this decade takes one here.
    @GET
    @Path("favicon.ico")
    public Response favicon(@Context Request request) {
        var brand = brands.current();
        return answer(request, brand, "image/png", "max-age=600", () -> pictures.icon(brand, FAVICON));
    }

    @GET
    @Path("manifest.webmanifest")
    public Response manifest(@Context Request request) {
        var brand = brands.current();
        return answer(request, brand, "application/manifest+json", "no-cache", () -> write(Manifest.of(brand)));
    }

    private static Response answer(
            Request request, BrandView brand, String type, String caching, Supplier<byte[]> content) {
        var tag = new EntityTag(brand.hash());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(content.get(), type).tag(tag) : unchanged;
        return answer.header("Cache-Control", caching)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private byte[] write(Manifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
