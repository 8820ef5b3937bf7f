package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.BrandCheckDesk;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.tenancy.OrganizationRecord;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The brand check of an organization, for operators.
@Path(OrganizationsResource.PATH + "/{id}/brand-check")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class BrandCheckResource {
    private final BrandCheckDesk desk;
    private final OrganizationCareService care;
    private final CurrentMember current;
    private final Languages languages;

    BrandCheckResource(BrandCheckDesk desk, OrganizationCareService care, CurrentMember current, Languages languages) {
        this.desk = desk;
        this.care = care;
        this.current = current;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "operators", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BrandCheckPage(
            OrganizationRecord one,
            BrandCheckDesk.Checked last,
            @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String id) {
        return page(id, null);
    }

    @POST
    public Response ask(@RestPath String id) {
        try {
            desk.ask(current.get(), id);
            return Pages.seeOther(OrganizationsResource.PATH + "/" + id + "/brand-check");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(id, problem))
                    .build();
        }
    }

    private BrandCheckPage page(String id, @Nullable Problem problem) {
        var me = current.get();
        return new BrandCheckPage(care.require(me, id), desk.last(me, id), problem);
    }
}
