package app.lienzo.domains.web;

import app.lienzo.domains.SelfCheck;
import app.lienzo.tenancy.Hosts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Answers our own question whether a name leads here, before anybody knows whose name it is.
@ApplicationScoped
class SelfCheckRoute {
    /// Before the edge decides whose host it is, and before what answers certificate authorities.
    private static final int BEFORE_AUTHORITIES = 100_100;

    private static final int QUESTION_MAX = 100;

    private final SelfCheck check;

    SelfCheckRoute(SelfCheck check) {
        this.check = check;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_AUTHORITIES);
    }

    private void answer(RoutingContext request) {
        var path = request.normalizedPath();
        var authority = request.request().authority();
        if (!path.startsWith(SelfCheck.PATH) || path.length() > QUESTION_MAX || authority == null) {
            request.next();
            return;
        }
        var question = path.substring(SelfCheck.PATH.length());
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=us-ascii")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Hosts.normalise(authority.host())
                        .map(host -> check.answer(host, question))
                        .orElse(""));
    }
}
