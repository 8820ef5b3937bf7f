package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.BulletinFate;
import app.lienzo.marketing.Audience;
import app.lienzo.marketing.CampaignCounts;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The operators' campaigns.
@Path(CampaignResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class CampaignResource {
    static final String PATH = "/operator/marketing";

    private final CampaignService campaigns;
    private final CurrentMember current;
    private final Languages languages;

    CampaignResource(CampaignService campaigns, CurrentMember current, Languages languages) {
        this.campaigns = campaigns;
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

    /// @param when what was typed as the moment to begin
    /// @param fate what came of a test; null without one
    @CheckedTemplate(basePath = "marketing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CampaignPage(
            CampaignView campaign,
            CampaignCounts counts,
            CampaignForm form,
            List<Locale> languages,
            List<Audience> audiences,
            String when,
            String zone,
            boolean saved,
            @Nullable BulletinFate fate,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String after) {
        var me = current.get();
        var found = campaigns.page(me, after == null || after.isEmpty() ? null : id(after));
        boolean more = found.size() > campaigns.pageMax();
        var shown = more ? found.subList(0, campaigns.pageMax()) : found;
        return new CampaignsPage(
                shown, campaigns.listed(me), more ? shown.getLast().id() : null);
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return blank(CampaignForm.empty(languages.current().getLanguage()), null);
    }

    @POST
    public Response create(@BeanParam CampaignForm form) {
        try {
            return Pages.seeOther(
                    PATH + "/" + campaigns.create(current.get(), form.draft()).id());
        } catch (Refused refused) {
            return wrong(refused, problem -> blank(form, problem));
        }
    }

    @GET
    @Path("{campaign}")
    public TemplateInstance one(@RestPath String campaign, @RestQuery @Nullable String done) {
        return page(id(campaign), null, "", "saved".equals(done), null, null);
    }

    @POST
    @Path("{campaign}")
    public Response write(@RestPath String campaign, @BeanParam CampaignForm form) {
        var id = id(campaign);
        try {
            campaigns.write(current.get(), id, form.draft(), form.looked());
            return Pages.seeOther(PATH + "/" + id + "?done=saved");
        } catch (Refused refused) {
            return wrong(refused, problem -> page(id, form, "", false, null, problem));
        }
    }

    @POST
    @Path("{campaign}/test")
    public Response test(@RestPath String campaign) {
        var id = id(campaign);
        try {
            var fate = campaigns.test(current.get(), id);
            return Response.ok(page(id, null, "", false, fate, null)).build();
        } catch (Refused refused) {
            return wrong(refused, problem -> page(id, null, "", false, null, problem));
        }
    }

    @POST
    @Path("{campaign}/schedule")
    public Response schedule(
            @RestPath String campaign, @RestForm @Nullable String when, @RestForm @Nullable String version) {
        var typed = when == null ? "" : when;
        return change(
                campaign,
                typed,
                id -> campaigns.schedule(current.get(), id, moment(typed), CampaignForm.number(version)));
    }

    @POST
    @Path("{campaign}/draft")
    public Response unschedule(@RestPath String campaign) {
        return change(campaign, "", id -> campaigns.unschedule(current.get(), id));
    }

    @POST
    @Path("{campaign}/send")
    public Response send(@RestPath String campaign, @RestForm @Nullable String version) {
        return change(campaign, "", id -> campaigns.send(current.get(), id, CampaignForm.number(version)));
    }

    @POST
    @Path("{campaign}/pause")
    public Response pause(@RestPath String campaign) {
        return change(campaign, "", id -> campaigns.pause(current.get(), id));
    }

    @POST
    @Path("{campaign}/resume")
    public Response resume(@RestPath String campaign) {
        return change(campaign, "", id -> campaigns.resume(current.get(), id));
    }

    @POST
    @Path("{campaign}/removal")
    public Response remove(@RestPath String campaign, @RestForm @Nullable String version) {
        var id = id(campaign);
        try {
            campaigns.remove(current.get(), id, CampaignForm.number(version));
            return Pages.seeOther(PATH);
        } catch (Refused refused) {
            return wrong(refused, problem -> page(id, null, "", false, null, problem));
        }
    }

    private Response change(String campaign, String when, Consumer<UUID> work) {
        var id = id(campaign);
        try {
            work.accept(id);
            return Pages.seeOther(PATH + "/" + id);
        } catch (Refused refused) {
            return wrong(refused, problem -> page(id, null, when, false, null, problem));
        }
    }

    private interface Faulty {
        TemplateInstance with(Problem problem);
    }

    private Response wrong(Refused refused, Faulty page) {
        if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
            throw refused;
        var problem = Problem.of(refused, languages.current(), "");
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page.with(problem))
                .build();
    }

    private static NewCampaignPage blank(CampaignForm form, @Nullable Problem problem) {
        return new NewCampaignPage(form, Languages.OFFERED, List.of(Audience.values()), problem);
    }

    private CampaignPage page(
            UUID id,
            @Nullable CampaignForm typed,
            String when,
            boolean saved,
            @Nullable BulletinFate fate,
            @Nullable Problem problem) {
        var me = current.get();
        var campaign = campaigns.require(me, id);
        return new CampaignPage(
                campaign,
                campaigns.counts(me, id),
                typed == null ? CampaignForm.of(campaign.draft()) : typed,
                Languages.OFFERED,
                List.of(Audience.values()),
                when,
                zone(me).getId(),
                saved,
                fate,
                problem);
    }

    /// In the operator's own zone.
    private Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(zone(current.get())).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid("campaign-time-missing");
        }
    }

    private static ZoneId zone(SignedIn me) {
        return me.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(me.timeZone());
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
