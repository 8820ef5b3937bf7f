package app.lienzo.ui;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Answers that pages give.
public final class Pages {
    private Pages() {}

    /// After a change: look there (RFC 9110, section 15.4.4).
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /// The same page once more, with what is wrong in it.
    public static Response unprocessable(TemplateInstance page) {
        return Response.status(422).type(MediaType.TEXT_HTML_TYPE).entity(page).build();
    }

    /// A path of this host that somebody asked to be led back to, or the home page for anything else (`//evil`,
    /// `https:evil`, `\evil`).
    public static String localPath(@org.jspecify.annotations.Nullable String wanted) {
        if (wanted == null || wanted.length() > 500 || !wanted.matches("/[A-Za-z0-9_~.?=&%-][A-Za-z0-9_~.?=&%/-]*")) return "/";
        try {
            var uri = URI.create(wanted);
            return uri.getHost() == null && uri.getScheme() == null && !uri.getPath().startsWith("//") ? wanted : "/";
        } catch (IllegalArgumentException _) {
            return "/";
        }
    }
}
