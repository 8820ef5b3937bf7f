package app.lienzo.scim.web;

import app.lienzo.audit.Actor;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.scim.ScimRefused;
import app.lienzo.scim.ScimService;
import app.lienzo.scim.ScimTokenService;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What all of SCIM's endpoints share: who is let in, how bodies are read, and how is said what went wrong.
@ApplicationScoped
class ScimAnswers {
    static final String MEDIA_TYPE = "application/scim+json";
    static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private static final Logger LOG = Logger.getLogger(ScimAnswers.class);
    private static final String BEARER = "Bearer ";

    private final ScimTokenService tokens;
    private final ScimService scim;
    private final Links links;
    private final Languages languages;
    private final ObjectMapper json;

    ScimAnswers(ScimTokenService tokens, ScimService scim, Links links, Languages languages, ObjectMapper json) {
        this.tokens = tokens;
        this.scim = scim;
        this.links = links;
        this.languages = languages;
        this.json = json;
    }

    /// Does the work for a directory that shows a token of this organization, and for nobody else: the
    /// cookie of somebody who is signed in opens nothing here.
    Response answer(@Nullable String authorization, Function<Actor, Response> work) {
        try {
            var actor = actor(authorization);
            return actor.isPresent() ? work.apply(actor.get()) : stranger();
        } catch (ScimRefused refused) {
            return refused.status() == 304
                    ? Response.status(304).build()
                    : error(refused.status(), refused.scimType(), refused.detail());
        } catch (Refused refused) {
            return refused(refused);
        } catch (DatabaseFailed failed) {
            if (failed.duplicate()) return error(409, "uniqueness", "Somebody was faster with the same name.");
            if (failed.unfit()) return error(400, "invalidValue", "A value cannot be stored.");
            LOG.errorf(failed, "The database failed");
            return error(503, null, "Not available right now.");
        }
    }

    JsonNode read(@Nullable String body) {
        if (body == null || body.isBlank()) throw new ScimRefused(400, "invalidSyntax", "There is no body.");
        if (body.getBytes(StandardCharsets.UTF_8).length > scim.limits().bodyMax())
            throw new ScimRefused(413, null, "The body is too large.");
        try {
            return json.readTree(body);
        } catch (JsonProcessingException _) {
            throw new ScimRefused(400, "invalidSyntax", "The body is no JSON.");
        }
    }

    /// Refuses when what the directory looked at is not what there is.
    static Consumer<ObjectNode> unchanged(@Nullable String match) {
        return user -> {
            if (match != null && !match.equals("*") && !match.equals(version(user)))
                throw new ScimRefused(412, null, "The user has changed in the meantime.");
        };
    }

    /// A tag that changes with everything that is shown of a user.
    static String version(ObjectNode user) {
        var hash = Secrets.sha256(user.toString().getBytes(StandardCharsets.UTF_8));
        return "W/\"" + Secrets.hex(hash).substring(0, 20) + "\"";
    }

    /// The user with his address and version.
    ObjectNode dressed(ObjectNode user) {
        var version = version(user);
        var copy = user.deepCopy();
        ((ObjectNode) copy.get("meta"))
                .put("location", location(user.path("id").textValue()))
                .put("version", version);
        return copy;
    }

    String location(String id) {
        return links.to("/scim/v2/Users/" + id).toString();
    }

    String base() {
        return links.to("/scim/v2").toString();
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }

    static Response ok(JsonNode body) {
        return answer(200, body).build();
    }

    static Response.ResponseBuilder answer(int status, JsonNode body) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.toString());
    }

    static Response error(int status, @Nullable String scimType, String detail) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(ERROR);
        body.put("status", String.valueOf(status));
        if (scimType != null) body.put("scimType", scimType);
        body.put("detail", detail);
        return answer(status, body).build();
    }

    private Optional<Actor> actor(@Nullable String authorization) {
        if (authorization == null) return Optional.empty();
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Optional.empty();
        return tokens.holder(authorization.substring(BEARER.length()).strip())
                .map(name -> new Actor(null, "directory (" + name + ")", null));
    }

    private static Response stranger() {
        var answer = Response.fromResponse(error(401, null, "Show a token of this organization."));
        return answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    private Response refused(Refused refused) {
        var problem = Problem.of(refused, languages.current(), "");
        return switch (refused.refusal()) {
            case Refusal.NotFound _ -> error(404, null, "There is no such user.");
            case Refusal.Invalid _ -> error(400, "invalidValue", problem.detail());
            case Refusal.Conflict conflict ->
                error(409, conflict.code().endsWith("-taken") ? "uniqueness" : null, problem.detail());
            case Refusal.Forbidden _, Refusal.Unproved _, Refusal.TooLarge _, Refusal.TooMany _ ->
                error(problem.status(), null, problem.detail());
        };
    }
}
