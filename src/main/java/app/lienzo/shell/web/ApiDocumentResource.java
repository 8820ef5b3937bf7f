package app.lienzo.shell.web;

import app.lienzo.shell.ApiDocument;
import app.lienzo.shell.ApiOperation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The API's documentation under the tenant's brand: for programs and for people.
@Path("/api")
@RunOnVirtualThread
@PermitAll
public class ApiDocumentResource {
    private final ApiDocument document;

    ApiDocumentResource(ApiDocument document) {
        this.document = document;
    }

    @CheckedTemplate(basePath = "shell", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ApiPage(List<ApiOperation> operations) implements TemplateInstance {}

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response document() {
        return Response.ok(document.ofOrganization().toString()).build();
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return new ApiPage(ApiOperation.of(document.ofOrganization()));
    }
}
