package app.lienzo.leaks.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.leaks.FoundView;
import app.lienzo.leaks.LeakService;
import app.lienzo.leaks.ScanView;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The brand check for an Owner: the last one with its findings, and those before it.
@Path(LeakResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class LeakResource {
    static final String PATH = "/organization/brand-check";

    private final LeakService leaks;
    private final CurrentMember current;
    private final Languages languages;

    LeakResource(LeakService leaks, CurrentMember current, Languages languages) {
        this.leaks = leaks;
        this.current = current;
        this.languages = languages;
    }

    /// @param last null for a brand that was never checked
    /// @param problem why a check was not begun
    @CheckedTemplate(basePath = "leaks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LeaksPage(
            @Nullable ScanView last,
            List<FoundView> findings,
            List<ScanView> history,
            @Nullable Problem problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "leaks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GoingPart(ScanView last) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return page(current.get(), null);
    }

    /// How far the check that goes on is; the whole page once more when it is over.
    @GET
    @Path("progress")
    public Response progress() {
        var latest = leaks.history(current.get()).stream()
                .findFirst()
                .filter(scan -> scan.state().going());
        return latest.map(scan -> Response.ok(new GoingPart(scan)).build())
                .orElseGet(
                        () -> Response.noContent().header("HX-Refresh", "true").build());
    }

    @POST
    public Response start() {
        var me = current.get();
        try {
            leaks.ask(me);
        } catch (Refused refused) {
            return Pages.unprocessable(page(me, Problem.of(refused, languages.current(), "")));
        }
        return Pages.seeOther(PATH);
    }

    @POST
    @Path("cancel")
    public Response cancel() {
        leaks.cancel(current.get());
        return Pages.seeOther(PATH);
    }

    @POST
    @Path("pardons")
    public Response pardon(@RestForm @Nullable String print, @RestForm @Nullable String pardoned) {
        leaks.pardon(current.get(), print == null ? "" : print, pardoned != null);
        return Pages.seeOther(PATH + "#findings");
    }

    private LeaksPage page(SignedIn me, @Nullable Problem problem) {
        var history = leaks.history(me);
        var last = history.isEmpty() ? null : history.getFirst();
        var findings = last == null ? List.<FoundView>of() : leaks.findings(me, last.id());
        return new LeaksPage(last, findings, history, problem);
    }
}
