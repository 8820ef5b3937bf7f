package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Hosts;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// Nobody changes anything through a browser that another site steers: every change that a cookie
/// authorises needs the page's own token, and must not come from elsewhere (Fetch Metadata, Origin).
/// The widget, directories and the API speak with bearer tokens, which browsers do not send by themselves; and who
/// leaves a mailing list has nothing but the secret in the address (RFC 8058).
@ApplicationScoped
class FormTokenFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final FormTokens tokens;
    private final CurrentMember me;

    FormTokenFilter(FormTokens tokens, CurrentMember me) {
        this.tokens = tokens;
        this.me = me;
    }

    @WithFormRead
    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        if (SAFE.contains(request.getMethod()) || withoutCookie(routing.normalizedPath())) return;
        if (fromElsewhere(routing) || !tokens.accepts(token(request))) throw Refused.forbidden("form-expired");
    }

    private boolean withoutCookie(String path) {
        if (path.startsWith("/widget/") || path.startsWith("/scim/") || path.startsWith("/mailing/")) return true;
        return path.startsWith("/api/") && !me.find().map(SignedIn::byCookie).orElse(false);
    }

    private static boolean fromElsewhere(RoutingContext routing) {
        var site = routing.request().getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) return true;
        var origin = routing.request().getHeader("Origin");
        return origin != null
                && !host(origin)
                        .equals(Hosts.normalise(routing.request().authority().host()));
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost()).flatMap(Hosts::normalise);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String token(ResteasyReactiveContainerRequestContext request) {
        var header = request.getHeaderString(FormTokens.HEADER);
        if (header != null) return header;
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return context.getFormParameter(FormTokens.FIELD, true, false) instanceof String value ? value : null;
    }
}
