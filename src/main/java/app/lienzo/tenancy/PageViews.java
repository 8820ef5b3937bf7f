package app.lienzo.tenancy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/// Tells a person who opens a page from everything else that asks: a program, a widget, a stream, a part
/// of a page that is already open.
final class PageViews {
    /// What somebody else calls, or comes back to with what this very host gave him.
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/widget/", "/scim/", "/q/", "/.well-known/", "/sign-in/sso", "/assets/", "/brand/");

    private PageViews() {}

    static boolean is(HttpServerRequest request, String path) {
        var headers = request.headers();
        var accept = headers.get(HttpHeaders.ACCEPT);
        var mode = headers.get("Sec-Fetch-Mode");
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && accept != null
                && accept.contains("text/html")
                && (mode == null || mode.equals("navigate"))
                && !headers.contains("HX-Request")
                && request.uri().startsWith("/")
                && NOT_PAGES.stream().noneMatch(path::startsWith);
    }
}
