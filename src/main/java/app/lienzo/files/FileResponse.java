package app.lienzo.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a web layer sends for a file: headers and bytes that no browser can be tricked into running.
/// Only raster pictures are shown inside a page; everything else is for download.
///
/// @param headers `Content-Type` among them
public record FileResponse(Map<String, String> headers, byte[] body) {
    private static final String PRIVATE = "private, max-age=3600";

    public FileResponse {
        headers = Map.copyOf(headers);
    }

    /// The file itself.
    public static FileResponse of(FileView file, byte[] content) {
        boolean shown = file.isPicture();
        return new FileResponse(
                headers(shown ? file.mediaType() : download(file.mediaType()), disposition(shown, file.name())),
                content);
    }

    /// A re-encoded preview; PNG or JPEG, as its first bytes say.
    public static FileResponse ofPreview(FileView file, byte[] preview) {
        boolean png = preview.length > 1 && preview[0] == (byte) 0x89;
        var name = file.name().replaceAll("\\.[^.]*$", "") + (png ? ".png" : ".jpg");
        return new FileResponse(headers(png ? MediaTypes.PNG : MediaTypes.JPEG, disposition(true, name)), preview);
    }

    /// The same, for pages of other origins: only where the link itself is signed and short-lived, as
    /// in a chat widget.
    public FileResponse crossOrigin() {
        var wider = new LinkedHashMap<>(headers);
        wider.put("Cross-Origin-Resource-Policy", "cross-origin");
        return new FileResponse(wider, body);
    }

    private static Map<String, String> headers(String mediaType, String disposition) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", mediaType);
        headers.put("Content-Disposition", disposition);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", PRIVATE);
        return headers;
    }

    /// Types a browser may render are sent as plain bytes even for download; PDF keeps its name so that
    /// phones open it.
    private static String download(String mediaType) {
        return mediaType.equals("application/pdf") ? mediaType : "application/octet-stream";
    }

    /// RFC 6266: a name in ASCII for old clients and the true one behind it.
    static String disposition(boolean inline, String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
