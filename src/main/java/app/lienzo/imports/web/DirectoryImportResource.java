package app.lienzo.imports.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.imports.DirectoryImportService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Contacts from a Microsoft Entra ID directory: which one, and by which application it is read.
@Path("/imports/directory")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
public class DirectoryImportResource {
    private final DirectoryImportService directories;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final CurrentMember current;
    private final Languages languages;

    DirectoryImportResource(
            DirectoryImportService directories,
            SpaceService spaces,
            SpaceChoice choice,
            CurrentMember current,
            Languages languages) {
        this.directories = directories;
        this.spaces = spaces;
        this.choice = choice;
        this.current = current;
        this.languages = languages;
    }

    /// @param kept whether a secret is kept that need not be typed again
    @CheckedTemplate(basePath = "imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DirectoryPage(
            List<SpaceView> spaces,
            String space,
            String directory,
            String client,
            boolean kept,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        var me = current.get();
        var places = places();
        var space = choice.of(me)
                .filter(chosen -> places.stream().anyMatch(one -> one.id().equals(chosen)))
                .or(() -> places.stream().map(SpaceView::id).findFirst())
                .orElseThrow(() -> Refused.forbidden("forbidden"));
        var known = directories.known(me, space);
        return new DirectoryPage(
                places,
                space.toString(),
                known.map(DirectoryImportService.Known::directory).orElse(""),
                known.map(DirectoryImportService.Known::client).orElse(""),
                known.isPresent(),
                null);
    }

    @POST
    public Response fetch(
            @RestForm @Nullable String space,
            @RestForm @Nullable String directory,
            @RestForm @Nullable String client,
            @RestForm @Nullable String secret) {
        var me = current.get();
        var place = id(or(space));
        try {
            var run = directories.fetch(me, place, or(directory), or(client), or(secret));
            return Pages.seeOther("/imports/" + run.id());
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            boolean kept = directories.known(me, place).isPresent();
            var problem = Problem.of(refused, languages.current(), "");
            return Pages.unprocessable(
                    new DirectoryPage(places(), place.toString(), or(directory), or(client), kept, problem));
        }
    }

    private List<SpaceView> places() {
        var me = current.get();
        return spaces.of(me).stream()
                .filter(space -> me.may(Permission.CONTACTS_MANAGE, space.id()))
                .toList();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
