package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
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
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the addresses of one campaign show.
@ApplicationScoped
class CampaignPages {
    private final CampaignService campaigns;
    private final CurrentMember current;
    private final Languages languages;

    CampaignPages(CampaignService campaigns, CurrentMember current, Languages languages) {
        this.campaigns = campaigns;
        this.current = current;
        this.languages = languages;
    }

    /// @param stored whether what is typed stands beside what is stored, which somebody else changed
    /// @param when what was typed as the moment to begin
    /// @param fate what came of a test; null without one
    @CheckedTemplate(basePath = "marketing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CampaignPage(
            CampaignView campaign,
            CampaignCounts counts,
            CampaignForm form,
            boolean stored,
            List<Locale> languages,
            List<Audience> audiences,
            String when,
            String zone,
            boolean saved,
            @Nullable BulletinFate fate,
            @Nullable Problem problem)
            implements TemplateInstance {}

    /// As it stands.
    CampaignPage page(UUID id, boolean saved) {
        return page(id, null, "", saved, null, null);
    }

    /// After a test of one version: when it is another one by now, that is said as well.
    CampaignPage tested(UUID id, int version, BulletinFate fate) {
        var page = page(id, null, "", false, fate, null);
        if (page.campaign().version() == version) return page;
        return page(id, null, "", false, fate, problem(Refused.conflict("campaign-changed")));
    }

    /// After what could not be done, with what was typed.
    ///
    /// @param typed null when no text was
    Response refused(Refused refused, UUID id, @Nullable CampaignForm typed, String when) {
        return refused(refused, problem -> page(id, typed, when, false, null, problem));
    }

    Response refused(Refused refused, Function<Problem, TemplateInstance> page) {
        if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
            throw refused;
        var problem = problem(refused);
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page.apply(problem))
                .build();
    }

    private Problem problem(Refused refused) {
        return Problem.of(refused, languages.current(), "");
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
                typed != null && typed.looked() != campaign.version(),
                Languages.OFFERED,
                List.of(Audience.values()),
                when,
                zone(me).getId(),
                saved,
                fate,
                problem);
    }

    /// The operator's own.
    static ZoneId zone(SignedIn me) {
        return me.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(me.timeZone());
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
