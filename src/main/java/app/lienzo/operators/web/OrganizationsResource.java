package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.operators.FigureService;
import app.lienzo.operators.Figures;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.tenancy.OrganizationRecord;
import app.lienzo.tenancy.OrganizationState;
import app.lienzo.tenancy.Plan;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// All organizations, a page at a time.
@Path(OrganizationsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OrganizationsResource {
    static final String PATH = "/operator/organizations";
    private static final int ROWS = 25;

    private final OrganizationCareService care;
    private final FigureService figures;
    private final CurrentMember current;

    OrganizationsResource(OrganizationCareService care, FigureService figures, CurrentMember current) {
        this.care = care;
        this.figures = figures;
        this.current = current;
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
}
