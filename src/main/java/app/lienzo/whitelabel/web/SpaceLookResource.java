package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandService;
import app.lienzo.branding.BrandView;
import app.lienzo.branding.SpaceBrand;
import app.lienzo.branding.SpaceBrandService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
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
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// What a space's portal has of its own: name, logo, colours. For whoever may change the space's settings.
@Path("/organization/spaces/{id}/look")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
public class SpaceLookResource {
    private final SpaceBrandService looks;
    private final SpaceService spaces;
    private final BrandService brands;
    private final CurrentMember current;
    private final Languages languages;

    SpaceLookResource(
            SpaceBrandService looks,
            SpaceService spaces,
            BrandService brands,
            CurrentMember current,
            Languages languages) {
        this.looks = looks;
        this.spaces = spaces;
        this.brands = brands;
        this.current = current;
        this.languages = languages;
    }

    /// What is typed; empty for the organization's.
    public record SpaceLookForm(
            @RestForm @Nullable String name,
            @RestForm @Nullable String color,
            @RestForm @Nullable String accent,
            @RestForm @Nullable String remove) {}

    /// @param own what the space has of its own
    /// @param all the organization's look
    /// @param shown how the portal looks
    /// @param faults by field, in words
    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SpaceLookPage(
            SpaceView space,
            SpaceLookForm form,
            SpaceBrand own,
            BrandView all,
            BrandView shown,
            Map<String, String> faults,
            boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String id, @RestQuery @Nullable String done) {
        var own = looks.of(current.get(), id(id));
        return page(id, new SpaceLookForm(own.name(), own.color(), own.accent(), null), Map.of(), done != null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(
            @RestPath String id, @BeanParam SpaceLookForm form, @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var me = current.get();
        var space = id(id);
        var before = looks.of(me, space);
        var field = "color";
        try {
            var logo = form.remove() == null ? before.logo() : null;
            var dark = form.remove() == null ? before.logoDark() : null;
            for (var upload : uploads) {
                var picture = BrandPicture.named(upload.name()).orElse(null);
                if (picture == null
                        || upload.fileName() == null
                        || upload.fileName().isEmpty()) continue;
                field = picture.code();
                var kept = brands.keep(picture, Uploads.content(upload));
                if (picture == BrandPicture.LOGO) logo = kept;
                if (picture == BrandPicture.LOGO_DARK) dark = kept;
            }
            field = "color";
            looks.change(me, space, new SpaceBrand(form.name(), color(form.color()), color(form.accent()), logo, dark));
            return Pages.seeOther("/organization/spaces/" + space + "/look?done=saved");
        } catch (Refused refused) {
            var words = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(id, form, Map.of(field, words), false));
        }
    }

    private SpaceLookPage page(String id, SpaceLookForm form, Map<String, String> faults, boolean saved) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        return new SpaceLookPage(
                space, form, looks.of(me, space.id()), brands.current(), brands.ofSpace(space.id()), faults, saved);
    }

    private static @Nullable String color(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        var text = typed.strip();
        return text.startsWith("#") ? text : "#" + text;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
