package app.lienzo.acme.web;

import app.lienzo.acme.AcmeService;
import app.lienzo.tenancy.Hosts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// Answers authorities (HTTP-01) before anybody asks whose host it is: a host gets its certificate while it
/// serves nobody yet. Before redirects to HTTPS, too, which it could not follow.
@ApplicationScoped
class ChallengeRoute {
    /// Before the host filter and everything behind it.
    private static final int FIRST = 100_000;

    private static final String PREFIX = "/.well-known/acme-challenge/";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,200}");
    private static final String NEUTRAL = "Not found\n";

    private static final String BUSY = "Too many at once\n";
    private static final String BUSY_SECONDS = "5";
    private static final int UNAVAILABLE = 503;

    private final AcmeService certificates;
    private final Semaphore questions;

    ChallengeRoute(AcmeService certificates) {
        this.certificates = certificates;
        this.questions = new Semaphore(certificates.answersAtOnceMax());
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext request) {
        var path = request.request().path();
        if (path == null || !path.startsWith(PREFIX)) {
            request.next();
            return;
        }
        var token = path.substring(PREFIX.length());
        var authority = request.request().authority();
        var host = authority == null ? Optional.<String>empty() : Hosts.normalise(authority.host());
        boolean read = request.request().method() == HttpMethod.GET
                || request.request().method() == HttpMethod.HEAD;
        if (!read || host.isEmpty() || !TOKEN.matcher(token).matches()) {
            answer(request, Optional.empty());
            return;
        }
        // Anybody may ask before it is known whose host it is: never at the price of everybody's connections.
        if (!questions.tryAcquire()) {
            busy(request);
            return;
        }
        request.vertx()
                .executeBlocking(() -> certificates.challengeAnswer(host.get(), token), false)
                .onComplete(_ -> questions.release())
                .onSuccess(found -> answer(request, found))
                .onFailure(request::fail);
    }

    private static void answer(RoutingContext request, Optional<String> text) {
        plain(request, text.isPresent() ? 200 : 404).end(text.orElse(NEUTRAL));
    }

    private static void busy(RoutingContext request) {
        plain(request, UNAVAILABLE)
                .putHeader(HttpHeaders.RETRY_AFTER, BUSY_SECONDS)
                .end(BUSY);
    }

    private static HttpServerResponse plain(RoutingContext request, int status) {
        return request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
    }
}
