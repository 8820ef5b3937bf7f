package app.lienzo.portalaccess.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.PortalAccessService;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What the team does with a contact's access to the portal: the activation mail, a temporary password, signing out.
@Path("/contacts/{id}/portal")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class ContactAccessResource {
    private final PortalAccessService access;
    private final CurrentMember current;

    ContactAccessResource(PortalAccessService access, CurrentMember current) {
        this.access = access;
        this.current = current;
    }

    /// @param password shown this once
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GivenPasswordPage(UUID contact, String password) implements TemplateInstance {}

    @POST
    @Path("activation")
    public Response invite(@RestPath String id) {
        var contact = id(id);
        access.invite(current.get(), contact);
        return done(contact, "invited");
    }

    @POST
    @Path("password")
    public Response givePassword(@RestPath String id, @RestForm @Nullable String mailed) {
        var contact = id(id);
        var password = access.givePassword(current.get(), contact, mailed != null);
        return mailed != null
                ? done(contact, "mailed")
                : Response.ok(new GivenPasswordPage(contact, password)).build();
    }

    @POST
    @Path("sign-out")
    public Response signOut(@RestPath String id) {
        var contact = id(id);
        access.signOut(current.get(), contact);
        return done(contact, "signed-out");
    }

    private static Response done(UUID contact, String what) {
        return Pages.seeOther("/contacts/" + contact + "?portal=" + what);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
