package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.marketing.Audience;
import app.lienzo.marketing.CampaignService;
import app.lienzo.marketing.CampaignView;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The operators' campaigns: their list, and a new one.
@Path(CampaignsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class CampaignsResource {
    static final String PATH = "/operator/marketing";

    private final CampaignService campaigns;
    private final CampaignPages pages;
    private final CurrentMember current;
    private final Languages languages;

    CampaignsResource(CampaignService campaigns, CampaignPages pages, CurrentMember current, Languages languages) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.current = current;
        this.languages = languages;
    }

    /// @param people how many addresses are on the list
    /// @param last where the next page goes on; null on the last
    @CheckedTemplate(basePath = "marketing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CampaignsPage(
            List<CampaignView> campaigns,
            long people,
            @Nullable UUID last) implements TemplateInstance {}

    @CheckedTemplate(basePath = "marketing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewCampaignPage(
            CampaignForm form,
            List<Locale> languages,
            List<Audience> audiences,
            @Nullable Problem problem) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String after) {
        var me = current.get();
        var page = campaigns.page(me, after == null || after.isEmpty() ? null : CampaignPages.id(after));
        return new CampaignsPage(page.items(), campaigns.listed(me), page.next());
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return blank(CampaignForm.empty(languages.current().getLanguage()), null);
    }

    @POST
    public Response create(@BeanParam CampaignForm form) {
        try {
            var made = campaigns.create(current.get(), form.draft());
            return Pages.seeOther(PATH + "/" + made.id());
        } catch (Refused refused) {
            return pages.refused(refused, problem -> blank(form, problem));
        }
    }

    private static NewCampaignPage blank(CampaignForm form, @Nullable Problem problem) {
        return new NewCampaignPage(form, Languages.OFFERED, List.of(Audience.values()), problem);
    }
}
