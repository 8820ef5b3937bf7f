package app.lienzo.identity.web;

import app.lienzo.identity.AccessService;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.GuestDoor;
import app.lienzo.ui.SessionCookie;
import io.quarkus.arc.All;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is it? A session cookie from browsers, a bearer token (RFC 6750) from programs. A token that is
/// worth nothing makes nobody of its bearer; what then happens is the endpoint's affair.
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

    private final AccessService access;
    private final Scope scope;
    private final List<GuestDoor> guests;

    SessionMechanism(AccessService access, Scope scope, @All List<GuestDoor> guests) {
        this.access = access;
        this.scope = scope;
        this.guests = guests;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        if (scope.find().isEmpty() || ofGuests(request)) return Uni.createFrom().nullItem();
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && request.normalizedPath().startsWith("/api/")) {
            return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? identify(request, header.substring(BEARER.length()).strip(), false)
                    : Uni.createFrom().nullItem();
        }
        var cookie = request.request().getCookie(SessionCookie.NAME);
        return cookie == null ? Uni.createFrom().nullItem() : identify(request, cookie.getValue(), true);
    }

    private boolean ofGuests(RoutingContext request) {
        var path = request.normalizedPath();
        return guests.stream().anyMatch(door -> door.owns(path));
    }

    private Uni<SecurityIdentity> identify(RoutingContext request, String token, boolean byCookie) {
        boolean looking = byCookie && looking(request.request());
        var known = access.inMemory(token, byCookie, looking);
        if (known != null) return Uni.createFrom().item(identity(known));
        return Uni.createFrom()
                .completionStage(() -> request.vertx()
                        .executeBlocking(() -> access.find(token, byCookie, looking), false)
                        .toCompletionStage())
                .map(SessionMechanism::identity);
    }

    /// Whether it only looks and came from this machine without anybody between: behind a proxy everybody seems to
    /// come from here.
    private static boolean looking(HttpServerRequest request) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return reads && FORWARDED.stream().noneMatch(request.headers()::contains);
    }

    /// Nothing for nobody: that is how a mechanism says so.
    @SuppressWarnings("NullAway")
    private static SecurityIdentity identity(Optional<SignedIn> found) {
        return found.map(me -> {
                    var granted = Arrays.stream(Permission.values())
                            .filter(me::may)
                            .map(permission -> new StringPermission(permission.name()))
                            .collect(Collectors.toUnmodifiableSet());
                    return (SecurityIdentity) QuarkusSecurityIdentity.builder()
                            .setPrincipal(me)
                            .addPermissions(Set.copyOf(granted))
                            .build();
                })
                .orElse(null);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "www-authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
