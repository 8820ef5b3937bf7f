package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactAction;
import app.lienzo.contacts.ContactCareService;
import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.Duplicate;
import app.lienzo.contacts.MergeChoice;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Blocking, deleting and merging contacts for programs, and taking it back.
@Path("/api/v1/contacts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class ContactCareApi {
    private final ContactService contacts;
    private final ContactCareService care;
    private final CurrentMember current;

    ContactCareApi(ContactService contacts, ContactCareService care, CurrentMember current) {
        this.contacts = contacts;
        this.care = care;
        this.current = current;
    }

    /// Who turned out to be the contact of the address.
    ///
    /// @param take what is taken from his file although the other one says something else: `name`,
    ///     `title`, `emails`, `phones`, `companies`, `address`, `language`, `timeZone`, `notes`,
    ///     `social.<network>`, `field.<key>`
    public record MergeInput(
            @NotNull UUID duplicate,
            @Nullable @Size(max = MergeChoice.TAKEN_MAX) List<@NotNull String> take) {
        MergeChoice choice() {
            return take == null ? MergeChoice.NONE : MergeChoice.of(take);
        }
    }

    /// What can be taken back.
    ///
    /// @param undo post to `undo/<it>`
    /// @param until not later than this
    public record Undoable(UUID undo, ContactAction action, int count, Instant until) {}

    /// @param contacts how many are again what they were
    public record Undone(int contacts) {}

    /// Who may be the same person, the likeliest first.
    public record DuplicateItem(ContactRow contact, Duplicate.Reason why) {}

    /// Nothing is taken from him any more.
    @POST
    @Path("{id}/block")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<ContactItem> block(@RestPath String id) {
        care.block(current.get(), file(id).contact().id());
        return ContactApi.answer(Status.OK, file(id));
    }

    @DELETE
    @Path("{id}/block")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<ContactItem> unblock(@RestPath String id) {
        care.unblock(current.get(), file(id).contact().id());
        return ContactApi.answer(Status.OK, file(id));
    }

    /// Deletes his file; conversations and tickets stay, of somebody without a name.
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public Undoable remove(@RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        var file = file(id);
        unchanged(file, match);
        return undoable(care.remove(current.get(), file.contact().id()));
    }

    @GET
    @Path("{id}/duplicates")
    @Consumes(MediaType.WILDCARD)
    public List<DuplicateItem> duplicates(@RestPath String id) {
        return care.duplicates(current.get(), ContactApi.id(id)).stream()
                .map(one -> new DuplicateItem(ContactRow.of(one.contact()), one.why()))
                .toList();
    }

    /// Makes one contact of two; the one of the address stays.
    @POST
    @Path("{id}/merge")
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public Undoable merge(
            @RestPath String id, @Valid @NotNull MergeInput input, @HeaderParam("If-Match") @Nullable String match) {
        var file = file(id);
        int version = ContactApi.version(file, match);
        return undoable(care.merge(current.get(), ContactApi.id(id), input.duplicate(), input.choice(), version));
    }

    /// Takes back what the same member did.
    @POST
    @Path("undo/{id}")
    @Consumes(MediaType.WILDCARD)
    public Undone undo(@RestPath String id) {
        return new Undone(care.undo(current.get(), ContactApi.id(id)));
    }

    private ContactFile file(String id) {
        return contacts.file(current.get(), ContactApi.id(id));
    }

    private static void unchanged(ContactFile file, @Nullable String match) {
        if (ContactApi.version(file, match) != file.contact().version()) throw Refused.conflict("contact-changed");
    }

    private Undoable undoable(UUID undo) {
        var view = care.undoable(current.get(), undo).orElseThrow(Refused::notFound);
        return new Undoable(view.id(), view.action(), view.count(), view.until());
    }
}
