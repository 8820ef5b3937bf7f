package app.lienzo.portalaccess.web;

import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalSessionService;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.portalaccess.SignedInContact;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which contact is it? Looks at pages of portals and at nothing else; a member's session is nobody there.
@ApplicationScoped
class PortalMechanism implements HttpAuthenticationMechanism {
    private final PortalSessionService sessions;
    private final PortalSiteService sites;
    private final Scope scope;

    PortalMechanism(PortalSessionService sessions, PortalSiteService sites, Scope scope) {
        this.sessions = sessions;
        this.sites = sites;
        this.scope = scope;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var path = request.normalizedPath();
        var cookie = request.request().getCookie(PortalCookie.NAME);
        boolean front = path.equals("/") && scope.site().orElse(null) instanceof Site.Portal;
        if (cookie == null
                || scope.find().isEmpty()
                || !(front || PortalDoor.slug(path).isPresent()))
            return Uni.createFrom().nullItem();
        var tokens = PortalCookie.tokens(cookie.getValue());
        return Uni.createFrom()
                .completionStage(() -> request.vertx()
                        .executeBlocking(() -> find(path, tokens), false)
                        .toCompletionStage())
                .map(PortalMechanism::identity);
    }

    private Optional<SignedInContact> find(String path, List<String> tokens) {
        var site = PortalDoor.slug(path).flatMap(sites::find).or(this::ofHost);
        return site.flatMap(portal -> sessions.find(tokens, portal.space().id()));
    }

    private Optional<PortalSite> ofHost() {
        return scope.site()
                .filter(Site.Portal.class::isInstance)
                .flatMap(site -> sites.find(((Site.Portal) site).space()));
    }

    /// Nothing for nobody: that is how a mechanism says so.
    @SuppressWarnings("NullAway")
    private static SecurityIdentity identity(Optional<SignedInContact> found) {
        return found.map(me -> (SecurityIdentity) QuarkusSecurityIdentity.builder()
                        .setPrincipal(me)
                        .addPermissions(Set.of(new StringPermission(CurrentContact.PERMISSION)))
                        .build())
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
