package app.lienzo.shell.web;

import app.lienzo.shell.Asset;
import app.lienzo.shell.Assets;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sends assets from memory. The current version may be kept for ever. Another version is answered with
/// what there is now and never kept: while replicas are renewed, a page of the old one must not stay
/// without its styles.
@Path("/assets")
@PermitAll
@NonBlocking
public class AssetsResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern REFUSES_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    private final Assets assets;

    AssetsResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("{version:[0-9a-f]+}/{name:.+}")
    public Response send(String version, String name, @HeaderParam("Accept-Encoding") @Nullable String encodings) {
        boolean current = version.equals(assets.getVersion());
        return assets.find(name)
                .map(asset -> answer(asset, takesGzip(encodings), current ? FOR_EVER : "no-store"))
                .orElseGet(() ->
                        Response.status(404).header("Cache-Control", "no-store").build());
    }

    private static Response answer(Asset asset, boolean packed, String caching) {
        var gzip = asset.gzip();
        var answer = packed && gzip != null
                ? Response.ok(gzip, asset.mediaType()).header("Content-Encoding", "gzip")
                : Response.ok(asset.content(), asset.mediaType());
        if (gzip != null) answer.header("Vary", "Accept-Encoding");
        return answer.header("Cache-Control", caching)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static boolean takesGzip(@Nullable String encodings) {
        if (encodings == null) return false;
        var small = encodings.toLowerCase(Locale.ROOT);
        return small.contains("gzip") && !REFUSES_GZIP.matcher(small).find();
    }
}
