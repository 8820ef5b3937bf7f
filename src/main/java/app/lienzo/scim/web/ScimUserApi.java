package app.lienzo.scim.web;

import app.lienzo.scim.ScimRefused;
import app.lienzo.scim.ScimService;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Users over SCIM (RFC 7644, section 3). Open to everybody: [ScimAnswers] lets in whoever shows a token.
@Path("/scim/v2/Users")
@RunOnVirtualThread
@PermitAll
@Produces({ScimAnswers.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimAnswers.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class ScimUserApi {
    private static final int COUNT_USUAL = 100;
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private final ScimService scim;
    private final ScimAnswers answers;

    ScimUserApi(ScimService scim, ScimAnswers answers) {
        this.scim = scim;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Response list(
            @RestQuery @Nullable String filter,
            @RestQuery @Nullable String startIndex,
            @RestQuery @Nullable String count,
            @RestQuery @Nullable String attributes,
            @RestQuery @Nullable String excludedAttributes,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(authorization, _ -> {
            var shown = Attributes.read(attributes, excludedAttributes);
            var page = scim.list(filter, number("startIndex", startIndex, 1), number("count", count, COUNT_USUAL));
            var body = JsonNodeFactory.instance.objectNode();
            body.putArray("schemas").add(LIST);
            body.put("totalResults", page.total());
            body.put("startIndex", page.startIndex());
            body.put("itemsPerPage", page.users().size());
            var resources = body.putArray("Resources");
            page.users().forEach(user -> resources.add(shown.of(answers.dressed(user))));
            return ScimAnswers.ok(body);
        });
    }

    @GET
    @Path("{user}")
    @Operation(hidden = true)
    public Response one(
            @RestPath String user,
            @RestQuery @Nullable String attributes,
            @RestQuery @Nullable String excludedAttributes,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(authorization, _ -> {
            var found = scim.user(ScimAnswers.id(user));
            if (known != null && known.equals(ScimAnswers.version(found))) throw new ScimRefused(304, null, "");
            return whole(200, found, Attributes.read(attributes, excludedAttributes));
        });
    }

    @POST
    @Operation(hidden = true)
    public Response create(
            @Nullable String body, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(
                authorization, by -> whole(201, scim.create(by, answers.read(body)), Attributes.read(null, null)));
    }

    @PUT
    @Path("{user}")
    @Operation(hidden = true)
    public Response replace(
            @RestPath String user,
            @Nullable String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(
                authorization,
                by -> whole(
                        200,
                        scim.replace(by, ScimAnswers.id(user), answers.read(body), ScimAnswers.unchanged(match)),
                        Attributes.read(null, null)));
    }

    @PATCH
    @Path("{user}")
    @Operation(hidden = true)
    public Response patch(
            @RestPath String user,
            @Nullable String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(
                authorization,
                by -> whole(
                        200,
                        scim.patch(by, ScimAnswers.id(user), answers.read(body), ScimAnswers.unchanged(match)),
                        Attributes.read(null, null)));
    }

    @DELETE
    @Path("{user}")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response remove(
            @RestPath String user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(authorization, by -> {
            scim.remove(by, ScimAnswers.id(user), ScimAnswers.unchanged(match));
            return Response.noContent().build();
        });
    }

    private Response whole(int status, ObjectNode user, Attributes shown) {
        return ScimAnswers.answer(status, shown.of(answers.dressed(user)))
                .header(HttpHeaders.LOCATION, answers.location(user.path("id").textValue()))
                .header(HttpHeaders.ETAG, ScimAnswers.version(user))
                .build();
    }

    /// Beyond every number there is, a number is as good as the largest.
    private static int number(String name, @Nullable String written, int usual) {
        if (written == null || written.isBlank()) return usual;
        if (!written.strip().matches("[+-]?[0-9]{1,18}"))
            throw new ScimRefused(400, "invalidValue", name + " is a number.");
        return Math.clamp(Long.parseLong(written.strip()), -1, Integer.MAX_VALUE / 2);
    }
}
