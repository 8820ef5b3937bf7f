package app.lienzo.shell.web;

import app.lienzo.kernel.Refused;
import app.lienzo.shell.ApiDocument;
import app.lienzo.shell.ApiOperation;
import app.lienzo.tenancy.Scope;
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
    private final Scope scope;

    ApiDocumentResource(ApiDocument document, Scope scope) {
        this.document = document;
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "shell", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ApiPage(List<ApiOperation> operations) implements TemplateInstance {}

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response document() {
        requireOrganization();
        return Response.ok(document.ofOrganization().toString()).build();
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        requireOrganization();
        return new ApiPage(ApiOperation.of(document.ofOrganization()));
    }

    private void requireOrganization() {
        if (scope.find().isEmpty()) throw Refused.notFound();
    }
}
