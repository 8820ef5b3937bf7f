package app.lienzo.mail.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// A mail inside a page of ours: in a frame that runs nothing, loads nothing and reaches nothing.
final class Framed {
    private static final String POLICY = "Content-Security-Policy";
    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private Framed() {}

    /// A page that may have such a frame.
    static Response page(int status, Object page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(POLICY, PAGE)
                .entity(page)
                .build();
    }

    /// @param html with its pictures inside
    static Response mail(String html) {
        return Response.ok(html.replace("<head>", "<head><base target=\"_blank\">"))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(POLICY, MAIL)
                .build();
    }
}
