package app.lienzo.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// An OpenID Connect provider that says whatever a test wants it to say, and is strict about what it is asked.
public final class Issuer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    public static final String CLIENT = "helpdesk";
    public static final String SECRET = "a secret with spaces & signs: 100%";

    /// What a person's browser was sent here with.
    public record Asked(Map<String, String> parameters) {
        public static Asked of(String location) {
            return new Asked(pairs(URI.create(location).getRawQuery()));
        }

        public String state() {
            return parameters.get("state");
        }

        public String nonce() {
            return parameters.get("nonce");
        }
    }

    private record Promise(Asked asked, String token) {}

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Promise> promises = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Map<String, Object> description = new ConcurrentHashMap<>();

    private Issuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static Issuer open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(
                    server,
                    new RSAKeyGenerator(2048)
                            .keyID(UUID.randomUUID().toString())
                            .generate());
            server.createContext("/", issuer::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/people";
    }

    public RSAKey key() {
        return key;
    }

    /// Says something else of itself than it would; an empty text to say nothing.
    public Issuer describe(String name, Object value) {
        description.put(name, value);
        return this;
    }

    public void describeNothing() {
        description.clear();
    }

    /// What it found wrong with requests.
    public List<String> refusals() {
        return refusals;
    }

    /// A code for whoever was sent here with `asked`, which gives an ID token with these claims.
    public String code(Asked asked, Consumer<JWTClaimsSet.Builder> claims) {
        return codeFor(asked, token(asked, claims));
    }

    public String codeFor(Asked asked, String token) {
        var code = UUID.randomUUID().toString();
        promises.put(code, new Promise(asked, token));
        return code;
    }

    /// A proper ID token of this provider, signed.
    public String token(Asked asked, Consumer<JWTClaimsSet.Builder> claims) {
        return signed(claims(asked, claims), key);
    }

    public JWTClaimsSet claims(Asked asked, Consumer<JWTClaimsSet.Builder> more) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(asked.parameters().get("client_id"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.nonce());
        more.accept(claims);
        return claims.build();
    }

    public static String signed(JWTClaimsSet claims, RSAKey key) {
        return signed(claims, key, header -> header.keyID(key.getKeyID()));
    }

    public static String signed(
            JWTClaimsSet claims, RSAKey key, Function<JWSHeader.Builder, JWSHeader.Builder> header) {
        try {
            var token = new SignedJWT(
                    header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256)).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var found = switch (path.replace("/realms/people", "")) {
            case "/.well-known/openid-configuration" -> described();
            case "/keys" -> new JWKSet(key.toPublicJWK()).toString();
            case "/token" -> exchanged(exchange);
            default -> "";
        };
        int status = found.isEmpty() ? 404 : found.contains("\"error\"") ? 400 : 200;
        var bytes = found.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String described() {
        var whole = new HashMap<String, Object>(Map.of(
                "issuer", address(),
                "authorization_endpoint", address() + "/auth",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/keys",
                "response_types_supported", List.of("code"),
                "code_challenge_methods_supported", List.of("S256"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        description.forEach((name, value) -> {
            if (value.equals("")) whole.remove(name);
            else whole.put(name, value);
        });
        return json(whole);
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String exchanged(HttpExchange exchange) throws IOException {
        var form = pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!CLIENT.equals(client(exchange))) return refused("invalid_client");
        var promise = promises.remove(form.getOrDefault("code", ""));
        if (promise == null) return refused("invalid_grant");
        var asked = promise.asked().parameters();
        if (!asked.get("redirect_uri").equals(form.get("redirect_uri"))) return refused("redirect");
        if (!asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", ""))))
            return refused("verifier");
        return json(Map.of(
                "access_token",
                UUID.randomUUID().toString(),
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "id_token",
                promise.token()));
    }

    private String refused(String error) {
        refusals.add(error);
        return json(Map.of("error", error));
    }

    /// The client that shows the right secret.
    private static String client(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) return "";
        var pair = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        return decoded(pair[1]).equals(SECRET) ? decoded(pair[0]) : "";
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> pairs(String query) {
        var pairs = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            pairs.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
