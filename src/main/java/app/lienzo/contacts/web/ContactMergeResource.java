package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactCareService;
import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactView;
import app.lienzo.contacts.Duplicate;
import app.lienzo.contacts.MergeChoice;
import app.lienzo.contacts.MergePreview;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Making one contact of two: choosing the other one, seeing what comes of it, doing it.
@Path("/contacts/{id}/merge")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
public class ContactMergeResource {
    private static final int FOUND = 10;
    private static final String TAKE = "take.";

    private final ContactService contacts;
    private final ContactCareService care;
    private final FieldService fields;
    private final CurrentMember current;
    private final Languages languages;

    ContactMergeResource(
            ContactService contacts,
            ContactCareService care,
            FieldService fields,
            CurrentMember current,
            Languages languages) {
        this.contacts = contacts;
        this.care = care;
        this.fields = fields;
        this.current = current;
        this.languages = languages;
    }

    /// @param found by words
    /// @param words how what the files say is called
    /// @param preview null before another one is chosen
    /// @param fault empty for none
    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactMergePage(
            ContactFile file,
            String q,
            List<ContactView> found,
            List<Duplicate> duplicates,
            MergeWords words,
            @Nullable MergePreview preview,
            String fault)
            implements TemplateInstance {}

    @GET
    public TemplateInstance look(
            @RestPath String id, @RestQuery @Nullable String duplicate, @RestQuery @Nullable String q) {
        var other = duplicate == null || duplicate.isEmpty() ? null : ContactApi.id(duplicate);
        return page(ContactApi.id(id), q, preview(ContactApi.id(id), other, MergeChoice.NONE), "");
    }

    /// What is chosen stands in `take.<name>` as `other`.
    ///
    /// @param version of the file that is kept
    /// @param look whether only what would come of it is asked for
    @POST
    public Response merge(
            @RestPath String id,
            @RestForm @Nullable String duplicate,
            @RestForm @Nullable String version,
            @RestForm @Nullable String look) {
        var kept = ContactApi.id(id);
        var other = ContactApi.id(duplicate == null ? "" : duplicate);
        try {
            var choice = chosen();
            if (look != null)
                return Response.ok(page(kept, null, preview(kept, other, choice), ""))
                        .build();
            int seen = version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
            var undo = care.merge(current.get(), kept, other, choice, seen);
            return Pages.seeOther("/contacts/" + kept + "?undo=" + undo);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var fault = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(kept, null, null, fault));
        }
    }

    private static MergeChoice chosen() {
        return MergeChoice.of(FormFields.under(TAKE).entrySet().stream()
                .filter(field -> field.getValue().equals("other"))
                .map(Map.Entry::getKey)
                .toList());
    }

    private @Nullable MergePreview preview(UUID kept, @Nullable UUID duplicate, MergeChoice choice) {
        return duplicate == null ? null : care.preview(current.get(), kept, duplicate, choice);
    }

    private ContactMergePage page(UUID id, @Nullable String q, @Nullable MergePreview preview, String fault) {
        var me = current.get();
        var file = contacts.file(me, id);
        me.require(Permission.CONTACTS_MANAGE, file.contact().space());
        var words = q == null ? "" : q.strip();
        var found = words.isEmpty()
                ? List.<ContactView>of()
                : contacts.suggest(me, file.contact().space(), words, FOUND).stream()
                        .filter(one -> !one.id().equals(file.contact().id()))
                        .toList();
        return new ContactMergePage(
                file,
                words,
                found,
                care.duplicates(me, file.contact().id()),
                new MergeWords(fields.of(file.contact().space(), FieldSubject.CONTACT), languages),
                preview,
                fault);
    }
}
