package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.kernel.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Keeps one program from drowning the others, and tells every program how much it has left
/// (`RateLimit` header fields of the HTTP API working group's draft). Counted per replica: a limit
/// against floods, not a quota.
@ApplicationScoped
class ApiLimitFilter {
    private static final int CACHE_MAX = 100_000;
    private static final int WINDOW_SECONDS = 60;

    private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CACHE_MAX)
            .expireAfterAccess(Duration.ofSeconds(2 * WINDOW_SECONDS))
            .build();
    private final CurrentMember current;
    private final int limit;

    ApiLimitFilter(CurrentMember current, ApiConfig config) {
        this.current = current;
        this.limit = config.requestsPerMinuteMax();
    }

    @ServerRequestFilter
    public void count(RoutingContext request) {
        boolean directory = request.normalizedPath().startsWith("/scim/");
        if (!directory && !request.normalizedPath().startsWith("/api/v1/")) return;
        var who = directory ? directory(request) : caller(request);
        var probe = buckets.get(who, _ -> fresh()).tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed()
                ? 0
                : 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
        tell(request.response(), probe.getRemainingTokens(), wait);
        if (!probe.isConsumed()) throw Refused.tooMany("requests-too-often", wait);
    }

    private Object caller(RoutingContext request) {
        return current.find()
                .<Object>map(member -> member.session())
                .orElseGet(() -> request.request().remoteAddress().hostAddress());
    }

    /// One directory serves many organizations from few addresses.
    private static Object directory(RoutingContext request) {
        return request.request().authority().host() + " "
                + request.request().remoteAddress().hostAddress();
    }

    private void tell(HttpServerResponse response, long left, long wait) {
        response.putHeader("RateLimit-Policy", "\"minute\";q=" + limit + ";w=" + WINDOW_SECONDS)
                .putHeader("RateLimit", "\"minute\";r=" + left + ";t=" + (wait == 0 ? WINDOW_SECONDS : wait));
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(
                        bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, Duration.ofSeconds(WINDOW_SECONDS)))
                .build();
    }
}
