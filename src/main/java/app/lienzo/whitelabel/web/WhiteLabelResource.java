package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandFaults;
import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandService;
import app.lienzo.branding.Contrast;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Uploads;
import app.lienzo.whitelabel.DraftService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The brand editor (BY-4): one form, which keeps a draft each time it is sent. A script sends it while one types and
/// gets back only what changed; without a script it is sent by its buttons.
@Path("/organization/white-label")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class WhiteLabelResource {
    private static final String HERE = "/organization/white-label";

    private final DraftService drafts;
    private final BrandService brands;
    private final Editors editors;
    private final CurrentMember current;

    WhiteLabelResource(DraftService drafts, BrandService brands, Editors editors, CurrentMember current) {
        this.drafts = drafts;
        this.brands = brands;
        this.editors = editors;
        this.current = current;
    }

    @GET
    public Response page(@RestQuery @Nullable String part, @RestQuery @Nullable String done) {
        return editors.page(200, editors.fresh(part), done == null ? "" : done);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(
            @BeanParam WhiteLabelForm form,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads,
            @HeaderParam("HX-Request") @Nullable String part) {
        var faults = keep(form, uploads);
        boolean script = part != null;
        if (!script && faults.isEmpty()) return Pages.seeOther(address(form) + "#preview");
        return answer(form, faults, script);
    }

    @POST
    @Path("publish")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response publish(@BeanParam WhiteLabelForm form, @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var faults = keep(form, uploads);
        if (!faults.isEmpty()) return answer(form, faults, false);
        drafts.publish(current.get(), drafts.current().revision());
        return Pages.seeOther(HERE + "?done=published");
    }

    @POST
    @Path("discard")
    public Response discard(@RestForm @Nullable String revision) {
        drafts.discard(current.get(), revision == null ? "" : revision);
        return Pages.seeOther(HERE + "?done=discarded");
    }

    @POST
    @Path("recover")
    public Response recover() {
        drafts.recover(current.get());
        return Pages.seeOther(HERE + "?done=recovered");
    }

    @POST
    @Path("versions/{number}/restore")
    public Response restore(@RestPath int number) {
        drafts.restore(current.get(), number);
        return Pages.seeOther(HERE + "?done=restored");
    }

    /// @return what is wrong, by field; nothing of it is kept then but the pictures that are right
    private Map<String, Refused> keep(WhiteLabelForm form, List<FileUpload> uploads) {
        var before = drafts.current();
        var brand = repaired(form, form.brand(before.brand()));
        var faults = new LinkedHashMap<>(BrandFaults.of(brand));
        var revision = form.revision() == null ? "" : form.revision();
        if (!before.revision().equals(revision)) {
            faults.put("", Refused.conflict("brand-changed"));
            return faults;
        }
        var complete = withPictures(form, faults.isEmpty() ? brand : before.brand(), uploads, faults);
        try {
            drafts.save(current.get(), revision, complete);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.Conflict)) throw refused;
            faults.put("", refused);
        }
        return faults;
    }

    private BrandDraft withPictures(
            WhiteLabelForm form, BrandDraft brand, List<FileUpload> uploads, Map<String, Refused> faults) {
        var pictures = brand.pictures();
        var removed = form.removed();
        if (removed != null) pictures = pictures.with(removed, null);
        for (var upload : uploads) {
            var picture = BrandPicture.named(upload.name()).orElse(null);
            if (picture == null
                    || upload.fileName() == null
                    || upload.fileName().isEmpty()) continue;
            try {
                pictures = pictures.with(picture, brands.keep(picture, Uploads.content(upload)));
            } catch (Refused refused) {
                faults.put(picture.code(), refused);
            }
        }
        return brand.with(pictures);
    }

    private static BrandDraft repaired(WhiteLabelForm form, BrandDraft brand) {
        var color = "color".equals(form.fix()) ? Contrast.fixed(brand.color()) : brand.color();
        var accent = "accent".equals(form.fix()) ? Contrast.fixed(brand.accent()) : brand.accent();
        var use = form.use() == null ? "" : form.use();
        if (use.startsWith("color:")) color = use.substring(6);
        if (use.startsWith("accent:")) accent = use.substring(7);
        return brand.with(color, accent);
    }

    private Response answer(WhiteLabelForm form, Map<String, Refused> faults, boolean script) {
        var now = drafts.current();
        // What does not fit comes back as it was typed, and what was repaired as it is now.
        var brand = repaired(form, form.brand(now.brand()));
        var editor = editors.of(form.with(brand, now.revision()), now, faults);
        if (script) return editors.part(faults.isEmpty() ? 200 : 422, editor);
        return editors.page(faults.containsKey("") ? 409 : 422, editor, "");
    }

    private static String address(WhiteLabelForm form) {
        return HERE + "?done=saved"
                + (form.part() == null
                        ? ""
                        : "&part=" + Editors.part(form.part()).code());
    }
}
