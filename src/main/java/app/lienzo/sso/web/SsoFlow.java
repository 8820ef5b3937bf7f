package app.lienzo.sso.web;

import app.lienzo.sso.SsoConfig;
import app.lienzo.sso.SsoService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import app.lienzo.ui.Pages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// The two paths where the framework speaks OpenID Connect, and what surrounds it there: its cookie goes
/// by a name of ours, with the `__Host-` prefix; its session cookie goes nowhere; what fails leads to a
/// page that says so.
@ApplicationScoped
class SsoFlow {
    static final String START = "/sign-in/sso";

    /// What a browser carries to the provider and back: where to go then, and the framework's state.
    static final String COOKIE = "__Host-sso";

    private static final Logger LOG = Logger.getLogger(SsoFlow.class);
    private static final String THEIRS = "q_";
    private static final String THEIR_STATE = "q_auth_";
    private static final String NEXT = "lienzo.sso.next";
    private static final String TENANT = "lienzo.sso.tenant";
    private static final int REASON_MAX = 300;
    private static final char SEPARATOR = '~';

    /// After the host filter (10 000), before authentication (200).
    private static final int EARLY = 9_000;

    private final Scope scope;
    private final SsoConfig config;

    SsoFlow(Scope scope, SsoConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /// Only here is a provider asked about anybody.
    static boolean runsOn(RoutingContext request) {
        return request.get(TENANT) != null;
    }

    static boolean comesBack(RoutingContext request) {
        return runsOn(request) && request.normalizedPath().equals(SsoService.CALLBACK);
    }

    /// What the framework calls the organization.
    static String tenant(RoutingContext request) {
        return request.get(TENANT);
    }

    /// Where to go once signed in.
    static String next(RoutingContext request) {
        return Pages.localPath(request.get(NEXT));
    }

    static void goingTo(RoutingContext request, @Nullable String next) {
        request.put(NEXT, Pages.localPath(next));
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, EARLY);
    }

    void registerForFailures(@Observes Router router) {
        for (var path : List.of(START, SsoService.CALLBACK))
            router.route(path).order(Integer.MIN_VALUE + 2).failureHandler(SsoFlow::explain);
    }

    private void enter(RoutingContext request) {
        var path = request.normalizedPath();
        boolean back = path.equals(SsoService.CALLBACK);
        if (request.request().method() != HttpMethod.GET
                || !(back || path.equals(START))
                || !(scope.site().orElse(null) instanceof Site.App app)) {
            request.next();
            return;
        }
        request.put(TENANT, app.organization().id());
        // Theirs are not taken from browsers: a request has what we put there and nothing else.
        for (var cookie : List.copyOf(request.request().cookies()))
            if (cookie.getName().startsWith(THEIRS)) request.response().removeCookies(cookie.getName(), false);
        if (back) unpack(request);
        request.addHeadersEndHandler(_ -> pack(request));
        request.next();
    }

    private static void unpack(RoutingContext request) {
        var carried = request.request().getCookie(COOKIE);
        if (carried == null) return;
        int at = carried.getValue().indexOf(SEPARATOR);
        if (at < 0) return;
        goingTo(request, decoded(carried.getValue().substring(0, at)));
        request.response()
                .addCookie(Cookie.cookie(
                        THEIR_STATE + tenant(request), carried.getValue().substring(at + 1)));
    }

    private void pack(RoutingContext request) {
        var response = request.response();
        for (var cookie : List.copyOf(request.request().cookies())) {
            if (!cookie.getName().startsWith(THEIRS)) continue;
            response.removeCookies(cookie.getName(), false);
            if (cookie.getName().equals(THEIR_STATE + tenant(request))
                    && !comesBack(request)
                    && !cookie.getValue().isEmpty())
                response.addCookie(ours(
                        encoded(next(request)) + SEPARATOR + cookie.getValue(),
                        config.signInWithin().toSeconds()));
        }
        if (comesBack(request)) response.addCookie(ours("", 0));
    }

    private static Cookie ours(String value, long seconds) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(seconds);
    }

    /// Nothing of the cause is shown: it says more about the provider than about what to do.
    private static void explain(RoutingContext request) {
        LOG.warnf("Single sign-on failed: %s", reason(request.failure()));
        request.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, START + "/failed")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    /// Kinds of failures, and what was wrong with a token by number; never a message of the framework's,
    /// which quotes the token.
    private static String reason(@Nullable Throwable failure) {
        var chain = new StringBuilder();
        for (var cause = failure; cause != null && chain.length() < REASON_MAX; cause = cause.getCause()) {
            if (!chain.isEmpty()) chain.append(" < ");
            chain.append(cause.getClass().getSimpleName());
            if (cause instanceof InvalidJwtException token)
                token.getErrorDetails().forEach(error -> chain.append(" ").append(error.getErrorCode()));
        }
        return chain.toString();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
