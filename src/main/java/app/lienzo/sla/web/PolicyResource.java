package app.lienzo.sla.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.sla.PolicyService;
import app.lienzo.sla.PolicyView;
import app.lienzo.sla.RecountService;
import app.lienzo.sla.RecountView;
import app.lienzo.sla.web.PolicyPages.Matrix;
import app.lienzo.ui.Pages;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What each support plan promises (BL-3), as a matrix that is filled in quickly: one line for all, a suggestion, or
/// another plan's.
@Path(PolicyResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class PolicyResource {
    static final String PATH = "/organization/response-times";

    private static final String SAME = "same";
    private static final String SUGGESTED = "suggested";
    private static final String COPY = "copy";

    private final PolicyService policies;
    private final PolicyPages pages;
    private final RecountService recounts;
    private final SupportPlanService plans;
    private final CurrentMember current;

    PolicyResource(
            PolicyService policies,
            PolicyPages pages,
            RecountService recounts,
            SupportPlanService plans,
            CurrentMember current) {
        this.policies = policies;
        this.pages = pages;
        this.recounts = recounts;
        this.plans = plans;
        this.current = current;
    }

    record Line(SupportPlanView plan, PolicyView policy) {}

    /// @param recount the last one; null for none
    @CheckedTemplate(basePath = "sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PoliciesPage(List<Line> plans, @Nullable RecountView recount, String done) implements TemplateInstance {}

    @CheckedTemplate(basePath = "sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PolicyPage(Matrix matrix) implements TemplateInstance {}

    @CheckedTemplate(basePath = "sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RecountPart(@Nullable RecountView recount) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String done) {
        var lines = plans.all().stream()
                .map(plan -> new Line(plan, policies.of(plan.id())))
                .toList();
        return new PoliciesPage(lines, recounts.last().orElse(null), done == null ? "" : done);
    }

    /// How far open deadlines have been counted again.
    @GET
    @Path("recount")
    public TemplateInstance recount() {
        return new RecountPart(recounts.last().orElse(null));
    }

    @GET
    @Path("{plan}")
    public TemplateInstance one(@RestPath String plan) {
        var policy = policies.require(id(plan));
        return new PolicyPage(
                pages.matrix(policy.supportPlan(), PolicyForm.of(policy.settings(), policy.version()), null));
    }

    /// @param fill `same`, `suggested` or `copy`: only fills in the form
    /// @param from the plan to copy
    @POST
    @Path("{plan}")
    public Response change(
            @RestPath String plan,
            @BeanParam PolicyForm form,
            @RestForm @Nullable String fill,
            @RestForm @Nullable String from) {
        var policy = policies.require(id(plan));
        if (fill != null && !fill.isEmpty()) {
            return Response.ok(new PolicyPage(pages.matrix(policy.supportPlan(), filled(form, fill, from), null)))
                    .build();
        }
        try {
            policies.change(current.get(), policy.supportPlan(), form.settings(pages.day(form)), form.expected());
            return Pages.seeOther(PATH + "?done=" + policy.supportPlan());
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            return Pages.unprocessable(new PolicyPage(pages.matrix(policy.supportPlan(), form, refused)));
        }
    }

    private PolicyForm filled(PolicyForm form, String how, @Nullable String from) {
        return switch (how) {
            case SAME -> form.filled();
            case SUGGESTED -> form.withTargets(PolicyPages.suggested());
            case COPY -> {
                var other = from == null ? null : Ids.read(from).orElse(null);
                yield other == null || plans.find(other).isEmpty()
                        ? form
                        : form.withTargets(policies.of(other).settings());
            }
            default -> form;
        };
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
