package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.marketing.CampaignService;
import app.lienzo.marketing.TrialService;
import app.lienzo.ui.Pages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// How one campaign goes out. What begins it brings along the text that stands on the page: what is sent is what was
/// looked at, and nothing is while it is not saved.
@Path(CampaignsResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class CampaignSendingResource {
    private final CampaignService campaigns;
    private final TrialService trials;
    private final CampaignPages pages;
    private final CurrentMember current;

    CampaignSendingResource(
            CampaignService campaigns, TrialService trials, CampaignPages pages, CurrentMember current) {
        this.campaigns = campaigns;
        this.trials = trials;
        this.pages = pages;
        this.current = current;
    }

    @POST
    @Path("{campaign}/test")
    public Response test(@RestPath String campaign, @BeanParam CampaignForm form) {
        var id = CampaignPages.id(campaign);
        try {
            var me = current.get();
            requireSaved(me, id, form);
            var fate = trials.test(me, id, form.looked());
            return Response.ok(pages.tested(id, form.looked(), fate)).build();
        } catch (Refused refused) {
            return pages.refused(refused, id, form.typed(), "");
        }
    }

    @POST
    @Path("{campaign}/schedule")
    public Response schedule(@RestPath String campaign, @BeanParam CampaignForm form, @RestForm @Nullable String when) {
        var typed = when == null ? "" : when;
        return begin(campaign, form, typed, (me, id) -> campaigns.schedule(me, id, moment(me, typed), form.looked()));
    }

    @POST
    @Path("{campaign}/send")
    public Response send(@RestPath String campaign, @BeanParam CampaignForm form) {
        return begin(campaign, form, "", (me, id) -> campaigns.send(me, id, form.looked()));
    }

    @POST
    @Path("{campaign}/draft")
    public Response unschedule(@RestPath String campaign) {
        return change(campaign, campaigns::unschedule);
    }

    @POST
    @Path("{campaign}/pause")
    public Response pause(@RestPath String campaign) {
        return change(campaign, campaigns::pause);
    }

    @POST
    @Path("{campaign}/resume")
    public Response resume(@RestPath String campaign) {
        return change(campaign, campaigns::resume);
    }

    private Response change(String campaign, BiConsumer<SignedIn, UUID> work) {
        return begin(campaign, CampaignForm.NOTHING, "", work);
    }

    private Response begin(String campaign, CampaignForm form, String when, BiConsumer<SignedIn, UUID> work) {
        var id = CampaignPages.id(campaign);
        try {
            var me = current.get();
            requireSaved(me, id, form);
            work.accept(me, id);
            return Pages.seeOther(CampaignsResource.PATH + "/" + id);
        } catch (Refused refused) {
            return pages.refused(refused, id, form.typed(), when);
        }
    }

    private void requireSaved(SignedIn me, UUID id, CampaignForm form) {
        if (form.typed() != null) trials.requireSaved(me, id, form.draft());
    }

    /// In the operator's own zone.
    private static Instant moment(SignedIn me, String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(CampaignPages.zone(me)).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid("campaign-time-missing");
        }
    }
}
