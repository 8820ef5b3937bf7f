package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.mail.BulletinFate;
import app.lienzo.marketing.CampaignService;
import app.lienzo.marketing.TrialService;
import app.lienzo.marketing.web.CampaignApi.CampaignItem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestPath;

/// Campaigns for operators' programs: how they go out. What is sent is the version that was looked at.
@Path(CampaignApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.OPERATE)
public class CampaignSendingApi {
    private final CampaignService campaigns;
    private final TrialService trials;
    private final CurrentMember current;

    CampaignSendingApi(CampaignService campaigns, TrialService trials, CurrentMember current) {
        this.campaigns = campaigns;
        this.trials = trials;
        this.current = current;
    }

    /// @param version the one that was looked at
    public record BeginInput(int version) {}

    /// @param at when it begins by itself
    public record ScheduleInput(@NotNull Instant at, int version) {}

    /// @param fate what the mail server says of it
    public record TestAnswer(BulletinFate fate) {}

    /// Sends it to whoever asks.
    @POST
    @Path("{campaign}/test")
    public TestAnswer test(@RestPath String campaign, @Valid @NotNull BeginInput input) {
        return new TestAnswer(trials.test(current.get(), CampaignApi.id(campaign), input.version()));
    }

    @POST
    @Path("{campaign}/schedule")
    public CampaignItem schedule(@RestPath String campaign, @Valid @NotNull ScheduleInput input) {
        return change(campaign, (me, id) -> campaigns.schedule(me, id, input.at(), input.version()));
    }

    /// Makes a scheduled one a draft again.
    @POST
    @Path("{campaign}/draft")
    @Consumes(MediaType.WILDCARD)
    public CampaignItem unschedule(@RestPath String campaign) {
        return change(campaign, campaigns::unschedule);
    }

    @POST
    @Path("{campaign}/send")
    public CampaignItem send(@RestPath String campaign, @Valid @NotNull BeginInput input) {
        return change(campaign, (me, id) -> campaigns.send(me, id, input.version()));
    }

    @POST
    @Path("{campaign}/pause")
    @Consumes(MediaType.WILDCARD)
    public CampaignItem pause(@RestPath String campaign) {
        return change(campaign, campaigns::pause);
    }

    @POST
    @Path("{campaign}/resume")
    @Consumes(MediaType.WILDCARD)
    public CampaignItem resume(@RestPath String campaign) {
        return change(campaign, campaigns::resume);
    }

    private CampaignItem change(String campaign, BiConsumer<SignedIn, UUID> work) {
        var me = current.get();
        var id = CampaignApi.id(campaign);
        work.accept(me, id);
        return CampaignItem.of(campaigns.require(me, id));
    }
}
