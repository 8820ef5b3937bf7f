package app.lienzo.setup.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.setup.SetupService;
import app.lienzo.setup.SetupView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The check list of a new organization, for its Owners.
@Path(SetupResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class SetupResource {
    static final String PATH = "/organization/setup";

    private final SetupService setup;
    private final CurrentMember current;
    private final Languages languages;

    SetupResource(SetupService setup, CurrentMember current, Languages languages) {
        this.setup = setup;
        this.current = current;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "setup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SetupPage(SetupView list) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new SetupPage(setup.list(languages.current()));
    }

    @POST
    @Path("dismissal")
    public Response dismiss() {
        setup.dismiss(current.get());
        return Pages.seeOther(PATH);
    }

    @POST
    @Path("return")
    public Response bringBack() {
        setup.bringBack(current.get());
        return Pages.seeOther(PATH);
    }
}
