package app.lienzo.branding.web;

import app.lienzo.branding.BrandPictures;
import app.lienzo.branding.BrandService;
import app.lienzo.branding.BrandView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/// What a page loads of its brand. The hash in the path makes it cacheable for ever; any other hash
/// than the current one is not found, so that a cache never keeps an old look under a new address.
@Path("/brand")
@PermitAll
@RunOnVirtualThread
public class BrandResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final BrandService brands;
    private final BrandPictures pictures;

    BrandResource(BrandService brands, BrandPictures pictures) {
        this.brands = brands;
        this.pictures = pictures;
    }

    @GET
    @Path("{hash:[0-9a-f]+}.css")
    public Response stylesheet(String hash) {
        return answer(hash, "text/css;charset=utf-8", BrandView::stylesheet);
    }

    @GET
    @Path("{hash:[0-9a-f]+}/logo.png")
    public Response logo(String hash) {
        return answer(hash, "image/png", pictures::logo);
    }

    @GET
    @Path("{hash:[0-9a-f]+}/logo-dark.png")
    public Response logoDark(String hash) {
        return answer(hash, "image/png", pictures::logoDark);
    }

    @GET
    @Path("{hash:[0-9a-f]+}/icon-{side:32|180|192|512}.png")
    public Response icon(String hash, int side) {
        return answer(hash, "image/png", brand -> pictures.icon(brand, side));
    }

    private Response answer(String hash, String type, Function<BrandView, Object> content) {
        var brand = brands.current();
        if (!brand.hash().equals(hash)) {
            return Response.status(404).header("Cache-Control", "no-store").build();
        }
        return Response.ok(content.apply(brand), type)
                .header("Cache-Control", FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                // The widget shows the icon on other people's pages.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
