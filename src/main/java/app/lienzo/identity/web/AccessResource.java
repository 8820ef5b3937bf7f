package app.lienzo.identity.web;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SpaceRole;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// What each role may do: the permission table as a page.
@Path("/profile/access")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class AccessResource {

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccessPage(List<Permission> permissions, List<OrganizationRole> roles, List<SpaceRole> spaceRoles)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new AccessPage(
                List.of(Permission.values()), List.of(OrganizationRole.values()), List.of(SpaceRole.values()));
    }
}
