package app.lienzo.sso;

import app.lienzo.sso.ProviderLine.Answer;
import app.lienzo.sso.ProviderLine.Broken;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Asks a provider to introduce itself (OpenID Connect Discovery 1.0) and judges the answer, before
/// anybody is sent there.
@ApplicationScoped
class Introduction {
    private static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");
    private static final Set<String> OF_KEY_PAIRS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");
    private static final Set<String> CLIENT_REFUSED = Set.of("invalid_client", "unauthorized_client");

    private final ProviderLine line;

    Introduction(ProviderLine line) {
        this.line = line;
    }

    /// @param secret null when there is none yet: the client is then not tried
    ProviderReport of(String issuer, String clientId, @Nullable String secret, String redirect) {
        try {
            return judge(issuer, clientId, secret, redirect);
        } catch (Broken broken) {
            return ProviderReport.bad(broken.fault, "");
        }
    }

    private ProviderReport judge(String issuer, String clientId, @Nullable String secret, String redirect)
            throws Broken {
        var bare = bare(issuer);
        ProviderLine.read(bare);
        var answer = line.get(bare + "/.well-known/openid-configuration");
        if (answer.status() != 200) return ProviderReport.bad(Fault.STATUS, String.valueOf(answer.status()));
        var description = json(answer);
        if (description == null) return ProviderReport.bad(Fault.NO_DESCRIPTION, "");
        var named = text(description, "issuer");
        // Discovery 1.0, section 4.3: who calls himself otherwise is somebody else.
        if (!bare(named).equals(bare)) return ProviderReport.bad(Fault.OTHER_ISSUER, named);
        var fault = fault(description);
        if (fault != null) return ProviderReport.bad(fault, "");
        if (!hasKeys(text(description, "jwks_uri"))) return ProviderReport.bad(Fault.NO_KEYS, "");
        // In the body a secret can be written in one way only; as Basic authentication there are two opinions.
        boolean inBody = offers(description, "token_endpoint_auth_methods_supported", "client_secret_post"::equals);
        if (secret != null && refuses(text(description, "token_endpoint"), clientId, secret, inBody, redirect))
            return ProviderReport.bad(Fault.CLIENT, "");
        var names = description.getValue("authorization_response_iss_parameter_supported");
        return new ProviderReport(null, "", named, inBody, Boolean.TRUE.equals(names), secret != null);
    }

    private static @Nullable Fault fault(JsonObject description) throws Broken {
        for (var endpoint : ENDPOINTS) {
            var address = text(description, endpoint);
            if (address.isEmpty()) return Fault.ENDPOINTS;
            ProviderLine.read(address);
        }
        if (lacks(description, "response_types_supported", "code"::equals)) return Fault.NO_CODE;
        if (lacks(description, "code_challenge_methods_supported", "S256"::equals)) return Fault.NO_PKCE;
        if (lacks(description, "id_token_signing_alg_values_supported", OF_KEY_PAIRS::contains))
            return Fault.NO_SIGNATURE;
        return null;
    }

    private boolean hasKeys(String address) throws Broken {
        var answer = line.get(address);
        var keys = answer.status() == 200 ? json(answer) : null;
        return keys != null && keys.getValue("keys") instanceof JsonArray all && !all.isEmpty();
    }

    /// Hands in a code that nobody gave out: a provider that knows the client complains about the code.
    private boolean refuses(String endpoint, String clientId, String secret, boolean inBody, String redirect)
            throws Broken {
        var form = "grant_type=authorization_code&code=connection-test&redirect_uri=" + encoded(redirect);
        var type = Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        Answer answer;
        if (inBody) {
            form += "&client_id=" + encoded(clientId) + "&client_secret=" + encoded(secret);
            answer = line.post(endpoint, type, form);
        } else {
            var basic = clientId + ":" + SsoProvider.basic(secret);
            var headers = new HashMap<>(type);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
            answer = line.post(endpoint, headers, form);
        }
        var said = json(answer);
        return said != null && CLIENT_REFUSED.contains(text(said, "error"));
    }

    private static @Nullable JsonObject json(Answer answer) {
        try {
            return new JsonObject(answer.body());
        } catch (DecodeException _) {
            return null;
        }
    }

    private static String text(JsonObject from, String name) {
        return from.getValue(name) instanceof String text ? text : "";
    }

    private static boolean offers(JsonObject description, String list, Predicate<Object> wanted) {
        return description.getValue(list) instanceof JsonArray offered
                && offered.stream().anyMatch(wanted);
    }

    /// What is left out is not lacking: providers need not say all they can.
    private static boolean lacks(JsonObject description, String list, Predicate<Object> wanted) {
        return description.getValue(list) instanceof JsonArray && !offers(description, list, wanted);
    }

    private static String bare(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
