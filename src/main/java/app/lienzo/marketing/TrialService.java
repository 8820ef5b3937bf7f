package app.lienzo.marketing;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.Bulletin;
import app.lienzo.mail.BulletinFate;
import app.lienzo.mail.BulletinService;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// The door to a last look at a campaign before it goes out.
@ApplicationScoped
public class TrialService {
    private final CampaignService campaigns;
    private final BulletinService bulletins;
    private final Links links;

    TrialService(CampaignService campaigns, BulletinService bulletins, Links links) {
        this.campaigns = campaigns;
        this.bulletins = bulletins;
        this.links = links;
    }

    /// Whether a campaign says what is typed: nobody sends one thing while he looks at another.
    ///
    /// @throws Refused `campaign-unsaved`, and what [CampaignDraft] refuses
    public void requireSaved(SignedIn me, UUID id, CampaignDraft typed) {
        if (!typed.checked(bulletins).equals(campaigns.require(me, id).draft()))
            throw Refused.conflict("campaign-unsaved");
    }

    /// Sends it to whoever asks; the way out in it leads nowhere. Outside of any transaction.
    ///
    /// @param version the one that was looked at
    /// @throws Refused `campaign-changed`, `mail-tested-too-often`
    public BulletinFate test(SignedIn me, UUID id, int version) {
        var campaign = campaigns.require(me, id);
        if (campaign.version() != version) throw Refused.conflict("campaign-changed");
        var draft = campaign.draft();
        return bulletins.test(new Bulletin(
                Ids.next(),
                me.email(),
                me.name(),
                draft.language(),
                draft.subject(),
                draft.body(),
                CampaignRun.LIST,
                links.to(PreferenceService.PATH + "test")));
    }
}
