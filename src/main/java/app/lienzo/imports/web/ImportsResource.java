package app.lienzo.imports.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.imports.ImportCharset;
import app.lienzo.imports.ImportKind;
import app.lienzo.imports.ImportService;
import app.lienzo.imports.ImportView;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceChoice;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The imports there were, and the form that begins one with its file. What follows is [ImportResource]'s.
@Path("/imports")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
public class ImportsResource {
    private final ImportService imports;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final CurrentMember current;
    private final Languages languages;

    ImportsResource(
            ImportService imports,
            SpaceService spaces,
            SpaceChoice choice,
            CurrentMember current,
            Languages languages) {
        this.imports = imports;
        this.spaces = spaces;
        this.choice = choice;
        this.current = current;
        this.languages = languages;
    }

    record Line(ImportView run, String space) {}

    @CheckedTemplate(basePath = "imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportsPage(
            List<Line> runs,
            List<SpaceView> spaces,
            String space,
            String kind,
            String charset,
            List<ImportCharset> charsets,
            long megabytes,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String kind) {
        return list("companies".equals(kind) ? "COMPANIES" : "CONTACTS", "", "", null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String charset,
            @RestForm @Nullable String space) {
        var what = "COMPANIES".equals(kind) ? ImportKind.COMPANIES : ImportKind.CONTACTS;
        var place = space == null ? "" : space;
        try {
            var upload = Uploads.required(file);
            var run = imports.read(
                    current.get(),
                    Ids.read(place).orElseThrow(Refused::notFound),
                    what,
                    ImportCharset.said(charset),
                    upload.fileName(),
                    upload.uploadedFile());
            return Pages.seeOther("/imports/" + run.id());
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            return Pages.unprocessable(list(
                    what.name(), place, charset == null ? "" : charset, Problem.of(refused, languages.current(), "")));
        }
    }

    private ImportsPage list(String kind, String space, String charset, @Nullable Problem problem) {
        var me = current.get();
        var places = spaces.of(me).stream()
                .filter(one -> me.may(Permission.CONTACTS_MANAGE, one.id()))
                .toList();
        var chosen = space.isEmpty() ? choice.of(me).map(UUID::toString).orElse("") : space;
        var lines = imports.list(me).stream()
                .map(run -> new Line(run, space(places, run.space())))
                .toList();
        return new ImportsPage(
                lines,
                places,
                chosen,
                kind,
                charset,
                List.of(ImportCharset.values()),
                imports.bytesMax() / (1024 * 1024),
                problem);
    }

    /// What the space of an import is called; empty when one does not see it any more.
    static String space(List<SpaceView> places, UUID id) {
        return places.stream()
                .filter(one -> one.id().equals(id))
                .map(SpaceView::name)
                .findFirst()
                .orElse("");
    }
}
