package app.lienzo.sso.web;

import app.lienzo.sso.SsoConfig;
import app.lienzo.sso.SsoProvider;
import app.lienzo.sso.SsoService;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.security.AuthenticationCompletionException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/// Tells the framework which provider a request is about: the organization's, on the way there and on the
/// way back; none on every other path, whatever cookies a request carries.
@ApplicationScoped
class OidcTenants implements TenantConfigResolver {
    /// Makes the framework fetch the provider's description anew when the settings are not those it knows.
    private static final String REPLACE = "replace-tenant-configuration-context";

    /// What somebody has to have signed in within, before the code was given out; a generous bound.
    private static final Duration TOKEN_AGE_MAX = Duration.ofMinutes(10);

    private static final OidcTenantConfig NONE =
            OidcTenantConfig.builder().tenantId("none").tenantEnabled(false).build();

    private record Built(SsoProvider from, String redirect, OidcTenantConfig config) {}

    private final Cache<String, Built> built;
    private final SsoService sso;
    private final SsoConfig config;

    OidcTenants(SsoService sso, SsoConfig config) {
        this.sso = sso;
        this.config = config;
        this.built = Caffeine.newBuilder().maximumSize(config.cacheMax()).build();
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (!SsoFlow.runsOn(request)) return Uni.createFrom().item(NONE);
        request.put(REPLACE, "true");
        return context.runBlocking(() -> sso.provider()
                .map(provider -> {
                    requireNamed(provider, request);
                    return known(provider, SsoFlow.tenant(request));
                })
                .orElse(NONE));
    }

    /// An answer that names another provider, or none where this one always names itself, is not an answer
    /// of this provider (RFC 9207, section 2.4), and its code is shown to nobody.
    private static void requireNamed(SsoProvider provider, RoutingContext request) {
        if (!SsoFlow.comesBack(request)) return;
        var named = request.queryParam("iss");
        var expected = List.of(provider.settings().issuer());
        if (named.isEmpty() ? provider.namesItself() : !named.equals(expected))
            throw new AuthenticationCompletionException("The answer does not name the provider");
    }

    /// The same object for the same settings: the framework takes another one for a change.
    private OidcTenantConfig known(SsoProvider provider, String tenant) {
        var redirect = sso.redirect();
        return built.asMap()
                .compute(
                        tenant,
                        (_, before) -> before != null
                                        && before.from() == provider
                                        && before.redirect().equals(redirect)
                                ? before
                                : new Built(provider, redirect, build(provider, tenant, redirect)))
                .config();
    }

    private OidcTenantConfig build(SsoProvider provider, String tenant, String redirect) {
        var settings = provider.settings();
        return OidcTenantConfig.builder()
                .tenantId(tenant)
                .applicationType(ApplicationType.WEB_APP)
                .authServerUrl(settings.issuer())
                .followRedirects(false)
                .connectionTimeout(config.answerWithin())
                .clientId(settings.clientId())
                .credentials()
                .clientSecret(
                        provider.secretToSend(), provider.secretInBody() ? Secret.Method.POST : Secret.Method.BASIC)
                .end()
                .authentication()
                .redirectPath(redirect)
                .restorePathAfterRedirect(false)
                .removeRedirectParameters(false)
                .scopes("profile", "email")
                .pkceRequired()
                .nonceRequired()
                .stateSecret(provider.stateSecret())
                .stateCookieAge(config.signInWithin())
                .stateCookieSameSite(CookieSameSite.LAX)
                .cookieForceSecure()
                .allowMultipleCodeFlows(false)
                .failOnMissingStateParam()
                .userInfoRequired(false)
                .end()
                .token()
                .issuer(settings.issuer())
                .audience(settings.clientId())
                .subjectRequired()
                .issuedAtRequired()
                .age(TOKEN_AGE_MAX)
                .lifespanGrace((int) config.clockSkewMax().toSeconds())
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .refreshExpired(false)
                .end()
                .tokenStateManager()
                .encryptionRequired(false)
                .end()
                .build();
    }
}
