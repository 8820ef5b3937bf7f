package app.lienzo.plans.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.plans.Way;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Support plans among the organization's settings (BL-1): the matrix of plans and ways.
@Path("/organization/support-plans")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class SupportPlanResource {
    private final SupportPlanService plans;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    SupportPlanResource(SupportPlanService plans, SpaceService spaces, CurrentMember current, Languages languages) {
        this.plans = plans;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    /// A line of the matrix.
    ///
    /// @param companies how many have it
    /// @param noted place of its condition below the matrix; 0 for none
    record Line(SupportPlanView plan, long companies, int noted) {}

    /// What customers of a space have who have none of their own.
    ///
    /// @param chosen null for the organization's usual one
    record Place(SpaceView space, @Nullable UUID chosen) {}

    record Gone(UUID id, String name) {}

    @CheckedTemplate(basePath = "plans", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SupportPlansPage(
            List<Line> lines,
            List<Way> ways,
            List<String> notes,
            List<Place> places,
            SupportPlanView usual,
            @Nullable Gone gone,
            String done)
            implements TemplateInstance {}

    /// @param plan null for a new one
    /// @param companies how many have it
    /// @param bad the field that is wrong; empty for none in particular
    @CheckedTemplate(basePath = "plans", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SupportPlanPage(
            @Nullable SupportPlanView plan,
            SupportPlanForm form,
            int version,
            List<Way> ways,
            long companies,
            String bad,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String done, @RestQuery @Nullable String removed) {
        var me = current.get();
        var all = plans.all();
        var notes = all.stream()
                .map(SupportPlanView::note)
                .filter(note -> !note.isEmpty())
                .distinct()
                .toList();
        var lines = all.stream()
                .map(plan -> new Line(plan, plans.companies(plan.id()), notes.indexOf(plan.note()) + 1))
                .toList();
        var places = spaces.of(me).stream()
                .map(space -> new Place(
                        space,
                        plans.chosenFor(space.id()).map(SupportPlanView::id).orElse(null)))
                .toList();
        var gone = Optional.ofNullable(removed)
                .flatMap(Ids::read)
                .flatMap(id -> plans.removed(me, id).map(name -> new Gone(id, name)))
                .orElse(null);
        return new SupportPlansPage(
                lines, List.of(Way.values()), notes, places, plans.usual(), gone, done == null ? "" : done);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return page(null, SupportPlanForm.EMPTY, 0, null);
    }

    @POST
    public Response create(@BeanParam SupportPlanForm form) {
        try {
            plans.create(current.get(), form.draft());
            return done("created");
        } catch (Refused refused) {
            return Pages.unprocessable(page(null, form, 0, refused));
        }
    }

    @GET
    @Path("{plan}")
    public TemplateInstance one(@RestPath String plan) {
        var found = plans.require(current.get(), id(plan));
        return page(found, SupportPlanForm.of(found), found.version(), null);
    }

    @POST
    @Path("{plan}")
    public Response change(@RestPath String plan, @BeanParam SupportPlanForm form, @RestForm int version) {
        var me = current.get();
        try {
            plans.change(me, id(plan), form.draft(), version);
            return done("saved");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            return Pages.unprocessable(page(plans.require(me, id(plan)), form, version, refused));
        }
    }

    @POST
    @Path("{plan}/place")
    public Response order(@RestPath String plan, @RestForm @Nullable String direction) {
        plans.order(current.get(), id(plan), "up".equals(direction));
        return Pages.seeOther("/organization/support-plans");
    }

    @POST
    @Path("{plan}/removal")
    public Response remove(@RestPath String plan) {
        var me = current.get();
        var found = plans.require(me, id(plan));
        try {
            plans.remove(me, found.id());
            return Pages.seeOther("/organization/support-plans?removed=" + found.id());
        } catch (Refused refused) {
            return Pages.unprocessable(page(found, SupportPlanForm.of(found), found.version(), refused));
        }
    }

    @POST
    @Path("{plan}/restore")
    public Response restore(@RestPath String plan) {
        plans.restore(current.get(), id(plan));
        return done("restored");
    }

    @POST
    @Path("spaces/{space}")
    public Response chooseFor(@RestPath String space, @RestForm @Nullable String supportPlan) {
        var wanted = supportPlan == null || supportPlan.isEmpty() ? null : id(supportPlan);
        plans.chooseFor(current.get(), id(space), wanted);
        return done("saved");
    }

    private SupportPlanPage page(
            @Nullable SupportPlanView plan, SupportPlanForm form, int version, @Nullable Refused refused) {
        var bad = refused == null
                ? ""
                : switch (refused.refusal().code()) {
                    case "support-plan-name-missing", "support-plan-name-taken" -> "name";
                    case "support-plan-ways-missing" -> "ways";
                    default -> "";
                };
        return new SupportPlanPage(
                plan,
                form,
                version,
                List.of(Way.values()),
                plan == null ? 0 : plans.companies(plan.id()),
                bad,
                refused == null ? null : Problem.of(refused, languages.current(), ""));
    }

    private static Response done(String what) {
        return Pages.seeOther("/organization/support-plans?done=" + what);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
