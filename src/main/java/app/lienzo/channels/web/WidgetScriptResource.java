package app.lienzo.channels.web;

import app.lienzo.kernel.Secrets;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The widget's script: the same for everybody, from every organization's own host.
@Path("/widget.js")
@PermitAll
public class WidgetScriptResource {
    private final byte[] script;
    private final byte[] packed;
    private final EntityTag tag;

    WidgetScriptResource() {
        try (var stream = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("widget/widget.js"))) {
            script = bare(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packed = pack(script);
        tag = new EntityTag(Secrets.hex(Secrets.sha256(script)).substring(0, 16));
    }

    /// Asked for again after five minutes, so that sites get a mended widget soon; unchanged, the
    /// answer is empty.
    @GET
    @Produces("text/javascript;charset=UTF-8")
    public Response script(
            @HeaderParam("Accept-Encoding") @Nullable String accepted,
            @HeaderParam("If-None-Match") @Nullable String known) {
        boolean small = accepted != null && accepted.contains("gzip");
        var answer = known != null && known.contains(tag.getValue())
                ? Response.notModified()
                : Response.ok(small ? packed : script).header("Content-Type", "text/javascript;charset=UTF-8");
        answer.tag(tag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, max-age=300")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        if (small) answer.header(HttpHeaders.CONTENT_ENCODING.toString(), "gzip");
        return answer.build();
    }

    /// Remarks and indentation are for us, and foreign pages pay for every byte.
    private static byte[] bare(String written) {
        return written.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("//")
                        && !line.startsWith("/*")
                        && !line.startsWith("* ")
                        && !line.startsWith("*/"))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pack(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
