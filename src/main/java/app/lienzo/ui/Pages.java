package app.lienzo.ui;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Answers that pages give.
public final class Pages {
    /// Decoded: no empty part, which browsers could take for the start of a host, nor what they read as
    /// a slash or skip.
    private static final Pattern PATH = Pattern.compile("(/[^/\\\\\\p{Cntrl}]+)*/?");

    private Pages() {}

    /// After a change: look there (RFC 9110, section 15.4.4).
    public static Response seeOther(String path) {
        return leadingTo(path).build();
    }

    /// The same, to be added to. The path goes out as it is: made absolute by the framework it would
    /// carry scheme and port of the request, which are not those that a browser sees.
    public static Response.ResponseBuilder leadingTo(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }

    /// The same page once more, with what is wrong in it.
    public static Response unprocessable(TemplateInstance page) {
        return Response.status(422).type(MediaType.TEXT_HTML_TYPE).entity(page).build();
    }

    /// The same for who came too often, with when to come again (RFC 9110, section 10.2.3); other refusals are
    /// something to correct.
    public static Response refused(Refused refused, TemplateInstance page) {
        if (!(refused.refusal() instanceof Refusal.TooMany tooMany)) return unprocessable(page);
        return Response.status(429)
                .type(MediaType.TEXT_HTML_TYPE)
                .header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds())
                .entity(page)
                .build();
    }

    /// A page that has to be passed on the way to another one.
    ///
    /// @param next where it leads to in the end, checked by [#localPath]
    public static String onTheWay(String page, String next) {
        return next.equals("/") ? page : page + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /// A path of this host that somebody asked to be led back to, or the home page for anything else
    /// (`//evil`, `https:evil`, `\evil`).
    public static String localPath(@org.jspecify.annotations.Nullable String wanted) {
        if (wanted == null || wanted.length() > 500 || !wanted.matches("/[A-Za-z0-9_~.?=&%-][A-Za-z0-9_~.?=&%/-]*"))
            return "/";
        try {
            var uri = URI.create(wanted);
            return uri.getHost() == null
                            && uri.getScheme() == null
                            && PATH.matcher(uri.getPath()).matches()
                    ? wanted
                    : "/";
        } catch (IllegalArgumentException _) {
            return "/";
        }
    }
}
