package app.lienzo.sso.web;

import app.lienzo.identity.NewSession;
import app.lienzo.kernel.Refused;
import app.lienzo.sso.AdmissionService;
import app.lienzo.sso.Claims;
import app.lienzo.sso.SsoClaims;
import app.lienzo.sso.SsoConfig;
import app.lienzo.sso.SsoProvider;
import app.lienzo.sso.SsoService;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import app.lienzo.ui.Pages;
import app.lienzo.ui.SessionCookie;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Signing in by the organization's provider: there, back, and our own session.
@Path("/sign-in/sso")
@RunOnVirtualThread
@PermitAll
public class SsoResource {
    private static final Logger LOG = Logger.getLogger(SsoResource.class);

    private final SsoService sso;
    private final AdmissionService admissions;
    private final CurrentIdentityAssociation person;
    private final HttpAuthenticator authenticator;
    private final Scope scope;
    private final Links links;
    private final Clock clock;
    private final SsoConfig config;

    SsoResource(
            SsoService sso,
            AdmissionService admissions,
            CurrentIdentityAssociation person,
            HttpAuthenticator authenticator,
            Scope scope,
            Links links,
            Clock clock,
            SsoConfig config) {
        this.sso = sso;
        this.admissions = admissions;
        this.person = person;
        this.authenticator = authenticator;
        this.scope = scope;
        this.links = links;
        this.clock = clock;
        this.config = config;
    }

    /// Begins on the host that providers send people back to: what a browser has to carry there and back is
    /// kept for one host alone.
    @GET
    public Response start(@RestQuery @Nullable String next, RoutingContext request) {
        requireProvider();
        var home = links.to(Pages.onTheWay(SsoFlow.START, Pages.localPath(next)));
        if (!scope.site().map(Site::host).equals(Optional.ofNullable(home.getHost())))
            return Pages.leadingTo(home.toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        SsoFlow.goingTo(request, next);
        var provider = challenge(request).getHeaders().entrySet().stream()
                .filter(header ->
                        HttpHeaders.LOCATION.equalsIgnoreCase(header.getKey().toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Refused.forbidden("sso-start-again"));
        return Pages.leadingTo(provider)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private ChallengeData challenge(RoutingContext request) {
        try {
            return authenticator
                    .getChallenge(request)
                    .await()
                    .atMost(config.answerWithin().multipliedBy(2));
        } catch (RuntimeException e) {
            LOG.warnf("A provider could not be asked: %s", e.getMessage());
            throw Refused.forbidden("sso-unreachable");
        }
    }

    @GET
    @Path("callback")
    public Response comeBack(
            @RestQuery @Nullable String state,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            RoutingContext request) {
        var provider = requireProvider();
        var identity = person.getIdentity();
        if (state == null || !(identity.getPrincipal() instanceof JsonWebToken token) || !isOurs(identity, request))
            throw Refused.forbidden("sso-start-again");
        requireTimely(token);
        requireForUs(token, provider);
        var session = admissions.signIn(
                claims(token, provider.settings().claims()),
                state,
                request.request().remoteAddress().hostAddress(),
                userAgent == null ? "" : userAgent);
        return enter(session, SsoFlow.next(request));
    }

    /// Where everything leads that failed before anybody could say why.
    @GET
    @Path("failed")
    public Response failed() {
        throw Refused.forbidden(sso.provider().isEmpty() ? "sso-off" : "sso-failed");
    }

    private Response enter(NewSession session, String next) {
        return Pages.leadingTo(session.next() == null ? next : Pages.onTheWay(session.next(), next))
                .cookie(SessionCookie.carrying(session.token(), Duration.between(clock.instant(), session.endsAt())))
                .build();
    }

    private SsoProvider requireProvider() {
        return sso.provider().orElseThrow(() -> Refused.forbidden("sso-off"));
    }

    private static boolean isOurs(SecurityIdentity identity, RoutingContext request) {
        return SsoFlow.comesBack(request) && identity.getCredential(IdTokenCredential.class) != null;
    }

    /// The framework looks for what is too old, not for what is too new.
    private void requireTimely(JsonWebToken token) {
        long latest = clock.instant().plus(config.clockSkewMax()).getEpochSecond();
        if (token.getIssuedAtTime() > latest) throw Refused.forbidden("sso-failed");
    }

    /// A token for several has to say whom it was given to (OpenID Connect Core 1.0, section 3.1.3.7).
    private static void requireForUs(JsonWebToken token, SsoProvider provider) {
        var client = provider.settings().clientId();
        var party = text(token, "azp");
        boolean forUs = token.getAudience().contains(client)
                && (party == null ? token.getAudience().size() == 1 : party.equals(client));
        if (!forUs) throw Refused.forbidden("sso-failed");
    }

    private static Claims claims(JsonWebToken token, SsoClaims names) {
        return new Claims(
                token.getIssuer(),
                token.getSubject(),
                text(token, names.userName()),
                text(token, names.name()),
                text(token, names.email()),
                says(token, names.verified()));
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value instanceof String || value instanceof jakarta.json.JsonString ? plain(value) : null;
    }

    /// A boolean, or what some providers write for one.
    private static boolean says(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value != null && List.of("true", "1").contains(plain(value));
    }

    private static String plain(Object value) {
        return value instanceof jakarta.json.JsonString string ? string.getString() : value.toString();
    }
}
