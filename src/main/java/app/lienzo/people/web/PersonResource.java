package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.people.AccessAnswer;
import app.lienzo.people.PeopleService;
import app.lienzo.people.Person;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.ui.Uploads;
import io.quarkus.qute.CheckedTemplate;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// One person's page: what describes him, and what he may do and why. His account is
/// [PersonAccountResource]'s.
@Path("/organization/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.MEMBERS_MANAGE)
public class PersonResource {
    private final PersonPages pages;
    private final PeopleService people;
    private final MemberService members;
    private final RecoveryService recovery;
    private final CurrentMember current;

    PersonResource(
            PersonPages pages,
            PeopleService people,
            MemberService members,
            RecoveryService recovery,
            CurrentMember current) {
        this.pages = pages;
        this.people = people;
        this.members = members;
        this.recovery = recovery;
        this.current = current;
    }

    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PersonAccessPage(Person person, List<AccessAnswer> answers) implements TemplateInstance {}

    @GET
    @Path("{id}")
    public TemplateInstance page(@RestPath String id, @RestQuery @Nullable String saved) {
        return pages.page(InviteForm.id(id), saved);
    }

    @GET
    @Path("{id}/access")
    public TemplateInstance access(@RestPath String id) {
        var me = current.get();
        var person = people.require(me, InviteForm.id(id));
        return new PersonAccessPage(person, people.access(me, person.id()));
    }

    @POST
    @Path("{id}")
    public Response describe(@RestPath String id, @BeanParam DetailsForm form) {
        return pages.change(id, "data", form, person -> people.describe(current.get(), person, form.details()));
    }

    @POST
    @Path("{id}/user-name")
    public Response rename(@RestPath String id, @RestForm @Nullable String userName) {
        return pages.change(
                id,
                "user-name",
                null,
                person -> members.rename(current.get(), person, userName == null ? "" : userName));
    }

    @POST
    @Path("{id}/email")
    public Response changeEmail(@RestPath String id, @RestForm @Nullable String email) {
        return pages.change(id, "email", null, person -> {
            // One's own address is changed in the profile, which asks for the password first.
            if (person.equals(current.get().member())) throw Refused.conflict("member-self");
            recovery.confirmEmail(current.get(), person, email == null ? "" : email);
        });
    }

    @POST
    @Path("{id}/email/cancel")
    public Response cancelEmail(@RestPath String id) {
        return pages.change(id, "email-cancel", null, person -> recovery.cancelEmail(current.get(), person));
    }

    @POST
    @Path("{id}/avatar")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response portray(@RestPath String id, @RestForm("picture") @Nullable FileUpload picture) {
        return pages.change(
                id,
                "avatar",
                null,
                person -> people.portray(current.get(), person, Uploads.content(Uploads.required(picture))));
    }

    @POST
    @Path("{id}/avatar/remove")
    public Response unportray(@RestPath String id) {
        return pages.change(id, "avatar", null, person -> people.unportray(current.get(), person));
    }
}
