package app.lienzo.views.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.views.SavedView;
import app.lienzo.views.SavedViewService;
import app.lienzo.views.ViewSubject;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Saving, changing, removing and bringing back a list's views. Each leads back to its list.
@Path("/views")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed({Permission.Name.TICKETS_WORK, Permission.Name.CONTACTS_WORK})
public class ViewResource {
    private final SavedViewService views;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    ViewResource(SavedViewService views, SpaceService spaces, CurrentMember current, Languages languages) {
        this.views = views;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    /// @param view null for one that is to be
    /// @param fault null for none
    @CheckedTemplate(basePath = "views", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ViewPage(
            @Nullable SavedView view,
            ViewSubject subject,
            ViewForm form,
            List<SpaceView> sharing,
            @Nullable String fault)
            implements TemplateInstance {}

    @POST
    public Response save(@BeanParam ViewForm form) {
        try {
            var saved = views.save(current.get(), form.subjectRead(), form.details());
            return Pages.seeOther(saved.address());
        } catch (Refused refused) {
            return again(null, form.subjectRead(), form, refused);
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath String id) {
        var view = views.require(current.get(), id(id));
        return new ViewPage(view, view.subject(), ViewForm.of(view), sharing(view.subject()), null);
    }

    @POST
    @Path("{id}")
    public Response change(@RestPath String id, @BeanParam ViewForm form) {
        var me = current.get();
        var view = views.require(me, id(id));
        try {
            return Pages.seeOther(views.change(me, view.id(), form.details(), form.versionRead())
                    .address());
        } catch (Refused refused) {
            return again(view, view.subject(), form, refused);
        }
    }

    @POST
    @Path("{id}/removal")
    public Response remove(@RestPath String id) {
        var view = views.remove(current.get(), id(id));
        return Pages.seeOther(view.subject().path() + "?view=" + view.id());
    }

    @POST
    @Path("{id}/restoration")
    public Response restore(@RestPath String id) {
        return Pages.seeOther(views.restore(current.get(), id(id)).address());
    }

    private Response again(@Nullable SavedView view, ViewSubject subject, ViewForm form, Refused refused) {
        if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
            throw refused;
        var text = Problem.of(refused, languages.current(), "").detail();
        return Pages.unprocessable(new ViewPage(view, subject, form, sharing(subject), text));
    }

    private List<SpaceView> sharing(ViewSubject subject) {
        var me = current.get();
        return spaces.of(me).stream()
                .filter(space -> me.may(subject.sharing(), space.id()))
                .toList();
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
