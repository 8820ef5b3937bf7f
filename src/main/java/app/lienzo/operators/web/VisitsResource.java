package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.operators.VisitingService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// For an organization's Owners: when somebody of the support looked at it, through whose eyes, and
/// why.
@Path(VisitsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.AUDIT_SEE)
public class VisitsResource {
    static final String PATH = "/organization/visits";

    private final VisitingService visiting;
    private final CurrentMember current;

    VisitsResource(VisitingService visiting, CurrentMember current) {
        this.visiting = visiting;
        this.current = current;
    }

    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VisitsPage(List<VisitingService.Past> visits) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new VisitsPage(visiting.toUs(current.get()));
    }
}
