package app.lienzo.companies.web;

import app.lienzo.companies.StandingKind;
import app.lienzo.companies.StandingService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
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
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What can be chosen of a company's standing (FD-6), for an Owner.
@Path("/organization/company-options")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class StandingOptionResource {
    private static final String INPUT = "option.";

    private final StandingService standing;
    private final PlanService plans;
    private final CurrentMember current;
    private final Languages languages;

    StandingOptionResource(StandingService standing, PlanService plans, CurrentMember current, Languages languages) {
        this.standing = standing;
        this.plans = plans;
        this.current = current;
        this.languages = languages;
    }

    /// @param name of its input
    record Line(String name, String text) {}

    record Group(StandingKind kind, List<Line> lines, String added) {}

    /// @param lockedUntil name of the plan that has them; null where they are open
    @CheckedTemplate(basePath = "companies", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompanyOptionsPage(
            List<Group> groups,
            @Nullable String lockedUntil,
            boolean done,
            @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String done) {
        return page(done != null, null, null, "");
    }

    @POST
    @Path("{kind}")
    public Response change(@RestPath String kind, @RestForm @Nullable String added) {
        var list = kind(kind);
        var typed = added == null ? "" : added;
        try {
            standing.change(
                    current.get(), list, FormFields.under(INPUT), typed.lines().toList(), languages.current());
            return Pages.seeOther("/organization/company-options?done=saved");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Forbidden) throw refused;
            return Pages.unprocessable(page(false, Problem.of(refused, languages.current(), ""), list, typed));
        }
    }

    @POST
    @Path("{kind}/reset")
    public Response reset(@RestPath String kind) {
        standing.reset(current.get(), kind(kind));
        return Pages.seeOther("/organization/company-options?done=saved");
    }

    private CompanyOptionsPage page(boolean done, @Nullable Problem problem, @Nullable StandingKind at, String added) {
        var groups = Arrays.stream(StandingKind.values())
                .map(kind -> new Group(
                        kind,
                        standing.options(kind).stream()
                                .map(option -> new Line(INPUT + option.key(), option.text(languages.current())))
                                .toList(),
                        kind == at ? added : ""))
                .toList();
        var locked = plans.allows(Gate.COMPANY_STANDING) ? null : PlanService.name(Gate.COMPANY_STANDING.least());
        return new CompanyOptionsPage(groups, locked, done, problem);
    }

    private static StandingKind kind(String name) {
        return Arrays.stream(StandingKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
