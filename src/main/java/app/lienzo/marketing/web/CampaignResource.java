package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.marketing.CampaignService;
import app.lienzo.ui.Pages;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One campaign: what it says, while it is a draft.
@Path(CampaignsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class CampaignResource {
    private final CampaignService campaigns;
    private final CampaignPages pages;
    private final CurrentMember current;

    CampaignResource(CampaignService campaigns, CampaignPages pages, CurrentMember current) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.current = current;
    }

    @GET
    @Path("{campaign}")
    public TemplateInstance one(@RestPath String campaign, @RestQuery @Nullable String done) {
        return pages.page(CampaignPages.id(campaign), "saved".equals(done));
    }

    @POST
    @Path("{campaign}")
    public Response write(@RestPath String campaign, @BeanParam CampaignForm form) {
        var id = CampaignPages.id(campaign);
        try {
            campaigns.write(current.get(), id, form.draft(), form.looked());
            return Pages.seeOther(CampaignsResource.PATH + "/" + id + "?done=saved");
        } catch (Refused refused) {
            return pages.refused(refused, id, form, "");
        }
    }

    @POST
    @Path("{campaign}/removal")
    public Response remove(@RestPath String campaign, @RestForm @Nullable String version) {
        var id = CampaignPages.id(campaign);
        try {
            campaigns.remove(current.get(), id, CampaignForm.number(version));
            return Pages.seeOther(CampaignsResource.PATH);
        } catch (Refused refused) {
            return pages.refused(refused, id, null, "");
        }
    }
}
