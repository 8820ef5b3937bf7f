package app.lienzo.scim.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What a directory asks before it begins: what there is and what can be done with it (RFC 7644,
/// section 4).
@Path("/scim/v2")
@RunOnVirtualThread
@PermitAll
@Produces({ScimAnswers.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class ScimApi {
    private final ScimAnswers answers;
    private final ScimDescription description;

    ScimApi(ScimAnswers answers, ScimDescription description) {
        this.answers = answers;
        this.description = description;
    }

    @GET
    @Path("ServiceProviderConfig")
    @Operation(hidden = true)
    public Response config(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(authorization, _ -> ScimAnswers.ok(description.config(answers.base())));
    }

    @GET
    @Path("ResourceTypes")
    @Operation(hidden = true)
    public Response types(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(authorization, _ -> ScimAnswers.ok(description.listed(description.type(answers.base()))));
    }

    @GET
    @Path("ResourceTypes/{type}")
    @Operation(hidden = true)
    public Response type(
            @RestPath String type, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(
                authorization,
                _ -> type.equals("User")
                        ? ScimAnswers.ok(description.type(answers.base()))
                        : ScimAnswers.error(404, null, "There is no such type."));
    }

    @GET
    @Path("Schemas")
    @Operation(hidden = true)
    public Response schemas(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(
                authorization, _ -> ScimAnswers.ok(description.listed(description.schema(answers.base()))));
    }

    @GET
    @Path("Schemas/{schema}")
    @Operation(hidden = true)
    public Response schema(
            @RestPath String schema, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(
                authorization,
                _ -> schema.equalsIgnoreCase(ScimDescription.USER)
                        ? ScimAnswers.ok(description.schema(answers.base()))
                        : ScimAnswers.error(404, null, "There is no such schema."));
    }

    /// Who is Manager or Agent where is decided here and not by groups of a directory.
    @GET
    @Path("Groups")
    @Operation(hidden = true)
    public Response groups(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answers.answer(authorization, _ -> ScimAnswers.error(501, null, "Groups are not provisioned here."));
    }
}
