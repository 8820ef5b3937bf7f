package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.JournalLine;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.operators.OrganizationSheet;
import app.lienzo.operators.SheetService;
import app.lienzo.tenancy.Plan;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.Words;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One organization for operators: what there is of it, and closing, opening and changing its plan.
/// Each change says which version was looked at.
@Path(OrganizationsResource.PATH + "/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OrganizationResource {
    private final OrganizationCareService care;
    private final SheetService sheets;
    private final CurrentMember current;
    private final Languages languages;

    OrganizationResource(
            OrganizationCareService care, SheetService sheets, CurrentMember current, Languages languages) {
        this.care = care;
        this.sheets = sheets;
        this.current = current;
        this.languages = languages;
    }

    /// A host with its state in words.
    record Host(OrganizationSheet.HostLine line, String stage) {}

    /// A line of the journal, its action in words.
    record Line(JournalLine event, String action) {}

    /// @param at the form that something was wrong with; empty for none
    /// @param reason typed into it
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrganizationPage(
            OrganizationSheet sheet,
            List<Host> hosts,
            List<Line> journal,
            List<Plan> plans,
            String at,
            String reason,
            @Nullable Problem problem,
            boolean founded,
            boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @RestPath String id, @RestQuery @Nullable String founded, @RestQuery @Nullable String saved) {
        return page(id, "", "", null, founded != null, saved != null);
    }

    @POST
    @Path("suspension")
    public Response suspend(
            @RestPath String id, @RestForm @Nullable String reason, @RestForm @Nullable String version) {
        return changed(
                id,
                "suspension",
                reason,
                () -> care.suspend(current.get(), id, version(version), FoundForm.text(reason)));
    }

    @POST
    @Path("resumption")
    public Response resume(@RestPath String id, @RestForm @Nullable String reason, @RestForm @Nullable String version) {
        return changed(
                id,
                "resumption",
                reason,
                () -> care.resume(current.get(), id, version(version), FoundForm.text(reason)));
    }

    @POST
    @Path("plan")
    public Response plan(
            @RestPath String id,
            @RestForm @Nullable String plan,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String version) {
        return changed(
                id,
                "plan",
                reason,
                () -> care.changePlan(
                        current.get(), id, version(version), FoundForm.plan(plan), FoundForm.text(reason)));
    }

    private Response changed(String id, String at, @Nullable String reason, Runnable change) {
        try {
            change.run();
            return Pages.seeOther(OrganizationsResource.PATH + "/" + id + "?saved=1");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(id, at, FoundForm.text(reason), problem, false, false))
                    .build();
        }
    }

    private OrganizationPage page(
            String id, String at, String reason, @Nullable Problem problem, boolean founded, boolean saved) {
        var language = languages.current();
        var sheet = sheets.of(current.get(), id);
        var hosts = sheet.hosts().stream()
                .map(line -> new Host(
                        line,
                        Words.text("domains", language, "stage-" + line.domain().stage())))
                .toList();
        var journal = sheet.journal().stream()
                .map(event -> new Line(event, Words.text("audit", language, "action." + event.kind())))
                .toList();
        return new OrganizationPage(sheet, hosts, journal, List.of(Plan.values()), at, reason, problem, founded, saved);
    }

    /// A form without one saw none.
    static int version(@Nullable String typed) {
        try {
            return Integer.parseInt(FoundForm.text(typed).strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
