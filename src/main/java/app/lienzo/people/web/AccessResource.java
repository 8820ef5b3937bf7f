package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SpaceRole;
import app.lienzo.people.AccessAnswer;
import app.lienzo.people.PeopleService;
import app.lienzo.people.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/// What one may do oneself, and why; and the permission table as a page.
@Path("/profile/access")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class AccessResource {
    private final PeopleService people;
    private final CurrentMember current;

    AccessResource(PeopleService people, CurrentMember current) {
        this.people = people;
        this.current = current;
    }

    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccessPage(
            Person person,
            List<AccessAnswer> answers,
            List<Permission> permissions,
            List<OrganizationRole> roles,
            List<SpaceRole> spaceRoles)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        var me = current.get();
        return new AccessPage(
                people.require(me, me.member()),
                people.access(me, me.member()),
                Arrays.stream(Permission.values())
                        .filter(permission -> permission.concerns(me.role()))
                        .toList(),
                me.role().peers(),
                List.of(SpaceRole.values()));
    }
}
