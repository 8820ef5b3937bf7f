package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.FigureService;
import app.lienzo.operators.Figures;
import app.lienzo.operators.FoundingService;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.tenancy.OrganizationRecord;
import app.lienzo.tenancy.OrganizationState;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Sites;
import app.lienzo.tenancy.Vocabulary;
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
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// All organizations, and founding one by hand (B2-1).
@Path(OrganizationsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OrganizationsResource {
    static final String PATH = "/operator/organizations";
    private static final int ROWS = 25;

    private final OrganizationCareService care;
    private final FoundingService founding;
    private final FigureService figures;
    private final CurrentMember current;
    private final Languages languages;
    private final Sites sites;

    OrganizationsResource(
            OrganizationCareService care,
            FoundingService founding,
            FigureService figures,
            CurrentMember current,
            Languages languages,
            Sites sites) {
        this.care = care;
        this.founding = founding;
        this.figures = figures;
        this.current = current;
        this.languages = languages;
        this.sites = sites;
    }

    /// An organization in the list.
    record Row(OrganizationRecord one, Figures figures) {}

    /// @param next slug of the last one shown when there are more; null on the last page
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrganizationsPage(
            List<Row> rows,
            OrganizationFilter filter,
            List<Plan> plans,
            List<OrganizationState> states,
            @Nullable String next,
            boolean later)
            implements TemplateInstance {}

    /// @param suffix what comes behind the short name in the address
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FoundPage(
            FoundForm form,
            String suffix,
            List<Plan> plans,
            List<Vocabulary> vocabularies,
            List<Locale> languages,
            @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@BeanParam OrganizationFilter filter, @RestQuery @Nullable String after) {
        var me = current.get();
        var found = care.search(me, filter.query(after, ROWS + 1));
        boolean more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        return new OrganizationsPage(
                shown.stream()
                        .map(one -> new Row(one, figures.of(me, one.organization())))
                        .toList(),
                filter,
                List.of(Plan.values()),
                List.of(OrganizationState.values()),
                more ? shown.getLast().organization().slug() : null,
                after != null && !after.isEmpty());
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return page(FoundForm.empty(), null);
    }

    @POST
    public Response found(@BeanParam FoundForm form) {
        try {
            var made = founding.found(current.get().actor(), form.key(), form.wish());
            return Pages.seeOther(PATH + "/" + made.id() + "?founded=1");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(form, problem))
                    .build();
        }
    }

    private FoundPage page(FoundForm form, @Nullable Problem problem) {
        return new FoundPage(
                form,
                "." + sites.platformHost(),
                List.of(Plan.values()),
                List.of(Vocabulary.values()),
                Languages.OFFERED,
                problem);
    }
}
