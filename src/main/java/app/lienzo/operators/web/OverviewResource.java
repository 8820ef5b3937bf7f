package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.jobs.JobHealthService;
import app.lienzo.operators.ChannelRequestDesk;
import app.lienzo.operators.HealthDesk;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.tenancy.OrganizationRegister;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Where operators begin.
@Path(OverviewResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OverviewResource {
    static final String PATH = "/operator";

    private final OrganizationCareService care;
    private final ChannelRequestDesk requests;
    private final HealthDesk health;
    private final CurrentMember current;

    OverviewResource(
            OrganizationCareService care, ChannelRequestDesk requests, HealthDesk health, CurrentMember current) {
        this.care = care;
        this.requests = requests;
        this.health = health;
        this.current = current;
    }

    /// @param requests for channels that wait
    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OverviewPage(OrganizationRegister.Count count, int requests, JobHealthService.Health jobs)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        var me = current.get();
        return new OverviewPage(care.count(me), requests.queue(me).size(), health.jobs(me));
    }
}
