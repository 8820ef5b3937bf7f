package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.people.PeopleService;
import app.lienzo.recovery.PasswordService;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.ui.Uploads;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// One's own data and face.
@Path("/profile/details")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class DetailsResource {
    private final PersonPages pages;
    private final PeopleService people;
    private final RecoveryService recovery;
    private final PasswordService passwords;
    private final CurrentMember current;

    DetailsResource(
            PersonPages pages,
            PeopleService people,
            RecoveryService recovery,
            PasswordService passwords,
            CurrentMember current) {
        this.pages = pages;
        this.people = people;
        this.recovery = recovery;
        this.passwords = passwords;
        this.current = current;
    }

    @GET
    public TemplateInstance page(@RestQuery @Nullable String saved) {
        return pages.own(saved);
    }

    @POST
    public Response describe(@BeanParam DetailsForm form) {
        return pages.changeOwn("data", form, me -> people.describe(current.get(), me, form.details()));
    }

    @POST
    @Path("avatar")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response portray(@RestForm("picture") @Nullable FileUpload picture) {
        return pages.changeOwn(
                "avatar", null, me -> people.portray(current.get(), me, Uploads.content(Uploads.required(picture))));
    }

    @POST
    @Path("avatar/remove")
    public Response unportray() {
        return pages.changeOwn("avatar", null, me -> people.unportray(current.get(), me));
    }

    @POST
    @Path("email")
    public Response changeEmail(@RestForm @Nullable String email, @RestForm @Nullable String password) {
        return pages.changeOwn("email", null, me -> {
            if (passwords.has(current.get())) passwords.prove(current.get(), password == null ? "" : password);
            recovery.confirmEmail(current.get(), me, email == null ? "" : email);
        });
    }

    @POST
    @Path("email/cancel")
    public Response cancelEmail() {
        return pages.changeOwn("email-cancel", null, me -> recovery.cancelEmail(current.get(), me));
    }
}
