package app.lienzo.whitelabel.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/// A page as a picture: it looks like itself, runs nothing, sends nothing, and stands in a frame of ours alone.
final class Still {
    private static final String PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; "
                    + "base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin";
    private static final String MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'self'; sandbox";
    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*></script>");
    private static final Pattern MANIFEST = Pattern.compile("<link rel=\"manifest\"[^>]*>");
    private static final Pattern THEME = Pattern.compile("data-theme=\"[a-z]*\"");

    private Still() {}

    static Response page(TemplateInstance template, boolean dark) {
        var html = SCRIPT.matcher(template.render()).replaceAll("");
        html = MANIFEST.matcher(html).replaceAll("").replace(" autofocus", "");
        html = THEME.matcher(html).replaceFirst("data-theme=\"" + (dark ? "dark" : "light") + "\"");
        return answer(html.replaceFirst("<body ", "<body inert "), PAGE);
    }

    static Response mail(String html) {
        return answer(html, MAIL);
    }

    static Response text(String text) {
        return answer(
                "<!doctype html><html lang=\"\"><head><meta charset=\"utf-8\"><title></title></head><body>"
                        + "<pre style=\"white-space:pre-wrap;font:15px/1.6 ui-monospace,Menlo,Consolas,monospace;margin:28px\">"
                        + text.replace("&", "&amp;").replace("<", "&lt;")
                        + "</pre></body></html>",
                MAIL);
    }

    private static Response answer(String html, String policy) {
        return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", policy)
                .build();
    }
}
