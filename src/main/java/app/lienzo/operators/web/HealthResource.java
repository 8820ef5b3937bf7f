package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.jobs.JobHealthService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.OutboxHealthService;
import app.lienzo.operators.HealthDesk;
import app.lienzo.ui.Pages;
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

/// How jobs and outboxes stand, and what to do about it.
@Path(HealthResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class HealthResource {
    static final String PATH = "/operator/health";

    private final HealthDesk desk;
    private final CurrentMember current;

    HealthResource(HealthDesk desk, CurrentMember current) {
        this.desk = desk;
        this.current = current;
    }

    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HealthPage(
            JobHealthService.Health jobs, List<JobHealthService.DeadJob> dead, OutboxHealthService.Health outboxes)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        var me = current.get();
        return new HealthPage(desk.jobs(me), desk.dead(me), desk.outboxes(me));
    }

    @POST
    @Path("retries")
    public Response retry(@RestForm @Nullable String job) {
        desk.retry(current.get(), Ids.read(FoundForm.text(job)).orElseThrow(Refused::notFound));
        return Pages.seeOther(PATH);
    }
}
