package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.marketing.Audience;
import app.lienzo.marketing.CampaignCounts;
import app.lienzo.marketing.CampaignDraft;
import app.lienzo.marketing.CampaignService;
import app.lienzo.marketing.CampaignState;
import app.lienzo.marketing.CampaignView;
import app.lienzo.ui.Languages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Campaigns for operators' programs: what they say.
@Path(CampaignApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.OPERATE)
public class CampaignApi {
    static final String PATH = "/api/v1/operator/campaigns";

    private final CampaignService campaigns;
    private final CurrentMember current;

    CampaignApi(CampaignService campaigns, CurrentMember current) {
        this.campaigns = campaigns;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record CampaignList(
            List<CampaignItem> items, @Nullable UUID next) {}

    /// @param body Markdown; `{{name}}` is the reader's name
    /// @param speakers whether only to those who read its language
    /// @param version send it with a change and to begin: another one is refused
    /// @param scheduledAt when it begins by itself; null unless it is scheduled
    public record CampaignItem(
            UUID id,
            int version,
            CampaignState state,
            String subject,
            String body,
            String language,
            Audience audience,
            boolean speakers,
            String createdBy,
            Instant createdAt,
            @Nullable Instant scheduledAt,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {
        static CampaignItem of(CampaignView one) {
            var draft = one.draft();
            return new CampaignItem(
                    one.id(),
                    one.version(),
                    one.state(),
                    draft.subject(),
                    draft.body(),
                    draft.language().getLanguage(),
                    draft.audience(),
                    draft.speakers(),
                    one.createdBy(),
                    one.createdAt(),
                    one.scheduledAt(),
                    one.begunAt(),
                    one.endedAt());
        }
    }

    /// @param version the one that was looked at; none for a new campaign
    public record CampaignInput(
            @NotNull @Size(max = 1_000) String subject,
            @NotNull @Size(max = 50_000) String body,
            @NotNull @Size(max = 2) String language,
            @NotNull Audience audience,
            boolean speakers,
            @Nullable Integer version) {
        CampaignDraft draft() {
            var spoken = Languages.offered(language).orElseThrow(() -> Refused.invalid("language-unknown"));
            return new CampaignDraft(subject, body, spoken, audience, speakers);
        }
    }

    /// Newest first.
    @GET
    public CampaignList list(@RestQuery @Nullable String after) {
        var place = after == null || after.isEmpty() ? null : id(after);
        var page = campaigns.page(current.get(), place);
        return new CampaignList(page.items().stream().map(CampaignItem::of).toList(), page.next());
    }

    /// @param key the same key twice is one campaign
    @POST
    public RestResponse<CampaignItem> create(
            @Valid @NotNull CampaignInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var me = current.get();
        var id = key == null ? Ids.next() : UUID.nameUUIDFromBytes(Secrets.hash(me.member() + " campaign " + key));
        return RestResponse.status(
                RestResponse.Status.CREATED, CampaignItem.of(campaigns.create(me, id, input.draft())));
    }

    @GET
    @Path("{campaign}")
    public CampaignItem one(@RestPath String campaign) {
        return CampaignItem.of(campaigns.require(current.get(), id(campaign)));
    }

    /// What became of its mails.
    @GET
    @Path("{campaign}/statistics")
    public CampaignCounts statistics(@RestPath String campaign) {
        var one = campaigns.require(current.get(), id(campaign));
        return campaigns.counts(current.get(), one.id());
    }

    @PUT
    @Path("{campaign}")
    public CampaignItem write(@RestPath String campaign, @Valid @NotNull CampaignInput input) {
        campaigns.write(current.get(), id(campaign), input.draft(), input.version() == null ? -1 : input.version());
        return one(campaign);
    }

    /// Only a draft.
    ///
    /// @param version the one that was looked at
    @DELETE
    @Path("{campaign}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@RestPath String campaign, @RestQuery int version) {
        campaigns.remove(current.get(), id(campaign), version);
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
