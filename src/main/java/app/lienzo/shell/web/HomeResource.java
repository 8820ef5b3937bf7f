package app.lienzo.shell.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.tenancy.PlatformDoors;
import app.lienzo.ui.FrontPage;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.StartPage;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The front door: where a member works, or the sign-in page.
@Path("/")
@RunOnVirtualThread
@PermitAll
public class HomeResource {
    private final CurrentMember current;
    private final PlatformDoors doors;
    private final Languages languages;
    private final List<FrontPage> fronts;
    private final List<StartPage> starts;

    HomeResource(
            CurrentMember current,
            PlatformDoors doors,
            Languages languages,
            @All List<FrontPage> fronts,
            @All List<StartPage> starts) {
        this.current = current;
        this.doors = doors;
        this.languages = languages;
        this.fronts = fronts;
        this.starts = starts;
    }

    /// For whoever is signed in and works in no space yet.
    @CheckedTemplate(basePath = "shell", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NoSpacePage() implements TemplateInstance {}

    @GET
    public Object home() {
        var front = fronts.stream().flatMap(page -> page.page().stream()).findFirst();
        if (front.isPresent()) return front.get();
        var me = current.find();
        if (me.isEmpty()) return Pages.seeOther("/sign-in");
        var start = starts.stream()
                .flatMap(page -> page.path().stream())
                .filter(doors::open)
                .findFirst();
        if (start.isPresent()) return Pages.seeOther(start.get());
        return me.get().may(Permission.CONVERSATIONS_WORK) ? Pages.seeOther("/console") : new NoSpacePage();
    }

    /// Chooses the language of this browser for as long as nobody is signed in.
    @POST
    @Path("language")
    public Response language(@RestForm @Nullable String language, @RestForm @Nullable String next) {
        var chosen = languages.choose(language == null ? "" : language).orElseGet(languages::first);
        return Pages.leadingTo(Pages.localPath(next))
                .cookie(Languages.cookie(chosen))
                .build();
    }
}
