package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactCareService;
import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactService;
import app.lienzo.fields.FieldService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One contact: his page, the form of his file, blocking and deleting.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class ContactResource {
    private final ContactService contacts;
    private final ContactCareService care;
    private final ContactPages pages;
    private final SpaceChoice choice;
    private final CurrentMember current;

    ContactResource(
            ContactService contacts,
            ContactCareService care,
            ContactPages pages,
            SpaceChoice choice,
            CurrentMember current) {
        this.contacts = contacts;
        this.care = care;
        this.pages = pages;
        this.choice = choice;
        this.current = current;
    }

    /// Asks where a new one belongs, where there are several spaces.
    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactSpacePage(List<SpaceView> spaces) implements TemplateInstance {}

    /// @param email what the form begins with, as `name` and `firm`, a company's name
    @GET
    @Path("new")
    public TemplateInstance fresh(
            @RestQuery @Nullable String space,
            @RestQuery @Nullable String email,
            @RestQuery @Nullable String name,
            @RestQuery @Nullable String firm) {
        var me = current.get();
        var all = pages.spaces();
        var where = space != null ? ContactApi.id(space) : choice.of(me).orElse(null);
        if (where == null && all.size() == 1) where = all.getFirst().id();
        if (where == null) return new ContactSpacePage(all);
        me.require(Permission.CONTACTS_WORK, where);
        return pages.fresh(where, ContactForm.fresh(email, name, firm));
    }

    @POST
    public Response create(@RestForm @Nullable String space, @BeanParam ContactForm form) {
        var where = ContactApi.id(space == null ? "" : space);
        current.get().require(Permission.CONTACTS_WORK, where);
        if (form.onlyRows())
            return Response.ok(pages.again(null, where, form, null)).build();
        try {
            var made = contacts.create(current.get(), where, form.details(name -> pages.company(where, name), typed()));
            return Pages.seeOther("/contacts/" + made.contact().id() + "?done=created");
        } catch (Refused refused) {
            if (lost(refused)) throw refused;
            return Pages.unprocessable(pages.again(null, where, form, refused));
        }
    }

    @GET
    @Path("{id}")
    public Response page(@RestPath String id, @RestQuery @Nullable String done, @RestQuery @Nullable String undo) {
        var file = file(id);
        // Who turned out to be another one is found at that one's address.
        if (!file.contact().id().equals(ContactApi.id(id)))
            return Pages.seeOther("/contacts/" + file.contact().id());
        return Response.ok(pages.page(file, done, undo)).build();
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(@RestPath String id) {
        return pages.edit(file(id));
    }

    @POST
    @Path("{id}")
    public Response change(@RestPath String id, @BeanParam ContactForm form) {
        var before = file(id);
        var contact = before.contact();
        if (form.onlyRows())
            return Response.ok(pages.again(contact, contact.space(), form, null))
                    .build();
        try {
            var details = form.details(name -> pages.company(contact.space(), name), typed());
            contacts.change(current.get(), contact.id(), details, form.versionRead());
            return done(contact.id(), "saved");
        } catch (Refused refused) {
            if (lost(refused)) throw refused;
            return Pages.unprocessable(pages.again(contact, contact.space(), form, refused));
        }
    }

    /// Takes the address he says is his into his file.
    @POST
    @Path("{id}/said")
    public Response believe(@RestPath String id) {
        var contact = file(id).contact();
        contacts.believe(current.get(), contact.id());
        return done(contact.id(), "saved");
    }

    @POST
    @Path("{id}/block")
    public Response block(@RestPath String id) {
        return undoable(id, care.block(current.get(), file(id).contact().id()));
    }

    @POST
    @Path("{id}/unblock")
    public Response unblock(@RestPath String id) {
        return undoable(id, care.unblock(current.get(), file(id).contact().id()));
    }

    @POST
    @Path("{id}/remove")
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public Response remove(@RestPath String id) {
        var undo = care.remove(current.get(), file(id).contact().id());
        return Pages.seeOther("/contacts?undo=" + undo);
    }

    private ContactFile file(String id) {
        return contacts.file(current.get(), ContactApi.id(id));
    }

    private static java.util.Map<String, String> typed() {
        return FormFields.under(FieldService.INPUT);
    }

    private static boolean lost(Refused refused) {
        return refused.refusal() instanceof Refusal.NotFound
                || (refused.refusal() instanceof Refusal.Forbidden
                        && !refused.refusal().code().equals("plan-too-small"));
    }

    private static Response done(UUID id, String what) {
        return Pages.seeOther("/contacts/" + id + "?done=" + what);
    }

    private static Response undoable(String id, UUID undo) {
        return Pages.seeOther("/contacts/" + ContactApi.id(id) + "?undo=" + undo);
    }
}
