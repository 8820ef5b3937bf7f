package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.operators.AnnouncementService;
import app.lienzo.operators.AnnouncementView;
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
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is said to all Owners.
@Path(AnnouncementsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class AnnouncementsResource {
    static final String PATH = "/operator/announcements";
    private static final int TYPED_MAX = 600;

    private final AnnouncementService announcements;
    private final CurrentMember current;
    private final Languages languages;
    private final Clock clock;

    AnnouncementsResource(AnnouncementService announcements, CurrentMember current, Languages languages, Clock clock) {
        this.announcements = announcements;
        this.current = current;
        this.languages = languages;
        this.clock = clock;
    }

    /// An announcement, in the reader's language.
    record Line(AnnouncementView one, String text, boolean over) {}

    /// @param textEs typed and not published; the same for the others
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AnnouncementsPage(
            List<Line> lines,
            String textEs,
            String textEn,
            String textPt,
            String days,
            @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return page("", "", "", "7", null);
    }

    @POST
    public Response publish(
            @RestForm @Nullable String textEs,
            @RestForm @Nullable String textEn,
            @RestForm @Nullable String textPt,
            @RestForm @Nullable String showDays) {
        var es = typed(textEs);
        var en = typed(textEn);
        var pt = typed(textPt);
        var days = SafeText.cut(FoundForm.text(showDays), 4);
        try {
            announcements.publish(current.get(), es, en, pt, OrganizationResource.version(days));
            return Pages.seeOther(PATH);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(es, en, pt, days, problem))
                    .build();
        }
    }

    @POST
    @Path("end")
    public Response end(@RestForm @Nullable String announcement) {
        announcements.end(current.get(), Ids.read(FoundForm.text(announcement)).orElseThrow(Refused::notFound));
        return Pages.seeOther(PATH);
    }

    private AnnouncementsPage page(String es, String en, String pt, String days, @Nullable Problem problem) {
        var now = clock.instant();
        var lines = announcements.all(current.get()).stream()
                .map(one -> new Line(one, one.text(languages.current()), one.over(now)))
                .toList();
        return new AnnouncementsPage(lines, es, en, pt, days, problem);
    }

    private static String typed(@Nullable String text) {
        return SafeText.cut(FoundForm.text(text), TYPED_MAX);
    }
}
