package app.lienzo.marketing;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Slice;
import app.lienzo.mail.BulletinService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to campaigns, for operators.
@ApplicationScoped
public class CampaignService {
    private static final Duration AHEAD_MAX = Duration.ofDays(366);

    private final Campaigns campaigns;
    private final Recipients recipients;
    private final CampaignTurn turn;
    private final BulletinService bulletins;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Clock clock;
    private final MarketingConfig config;

    CampaignService(
            Campaigns campaigns,
            Recipients recipients,
            CampaignTurn turn,
            BulletinService bulletins,
            JobService jobs,
            AuditTrail audit,
            Clock clock,
            MarketingConfig config) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.turn = turn;
        this.bulletins = bulletins;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// A page of them, newest first.
    public Slice<CampaignView> page(SignedIn me, @Nullable UUID before) {
        require(me);
        return Slice.of(campaigns.page(before, config.pageMax() + 1), config.pageMax(), CampaignView::id);
    }

    /// @throws Refused as if it never was
    public CampaignView require(SignedIn me, UUID id) {
        require(me);
        return campaigns.require(id);
    }

    public CampaignCounts counts(SignedIn me, UUID id) {
        require(me);
        return recipients.counts(id);
    }

    /// How many addresses are on the marketing list.
    public long listed(SignedIn me) {
        require(me);
        return recipients.listed();
    }

    /// @throws Refused `campaigns-too-many`, and what [CampaignDraft] refuses
    @Transactional
    public CampaignView create(SignedIn me, CampaignDraft draft) {
        return create(me, Ids.next(), draft);
    }

    /// The same; the same id twice is one campaign, which stays as it is.
    @Transactional
    public CampaignView create(SignedIn me, UUID id, CampaignDraft draft) {
        require(me);
        var checked = draft.checked(bulletins);
        var made = campaigns.find(id);
        if (made.isPresent()) return made.get();
        if (campaigns.count() >= config.campaignsMax())
            throw Refused.conflict("campaigns-too-many", config.campaignsMax());
        if (campaigns.add(id, checked, me.name(), clock.instant()))
            audit.record(me.actor(), "campaign-created", "campaign", id);
        return campaigns.require(id);
    }

    /// @param version the one that was looked at
    /// @throws Refused `campaign-changed`, and what [CampaignDraft] refuses
    @Transactional
    public void write(SignedIn me, UUID id, CampaignDraft draft, int version) {
        require(me, id);
        if (!campaigns.write(id, draft.checked(bulletins), version)) throw changed();
        audit.record(me.actor(), "campaign-edited", "campaign", id);
    }

    /// @throws Refused `campaign-changed` for one that is no draft any more, too
    @Transactional
    public void remove(SignedIn me, UUID id, int version) {
        require(me, id);
        if (!campaigns.remove(id, version)) throw changed();
        audit.record(me.actor(), "campaign-removed", "campaign", id);
    }

    /// Begins by itself at a moment to come.
    ///
    /// @throws Refused `campaign-time-past`, `campaign-time-far`, `campaign-changed`
    @Transactional
    public void schedule(SignedIn me, UUID id, Instant at, int version) {
        require(me, id);
        var now = clock.instant();
        if (!at.isAfter(now)) throw Refused.invalid("campaign-time-past");
        if (at.isAfter(now.plus(AHEAD_MAX))) throw Refused.invalid("campaign-time-far");
        if (!campaigns.schedule(id, at, version)) throw changed();
        jobs.enqueue(new SendCampaign(id), at);
        audit.record(me.actor(), "campaign-scheduled", "campaign", id);
    }

    /// Makes it a draft again.
    ///
    /// @throws Refused `campaign-changed` when it has begun meanwhile
    @Transactional
    public void unschedule(SignedIn me, UUID id) {
        change(me, id, CampaignState.SCHEDULED, CampaignState.DRAFT, "campaign-unscheduled");
    }

    /// Begins now.
    ///
    /// @param version the one that was looked at; what is sent is that one
    /// @throws Refused `campaign-changed`, also for whoever presses the button twice
    @Transactional
    public void send(SignedIn me, UUID id, int version) {
        var campaign = require(me, id);
        if (campaign.version() != version || !campaign.state().changeable() || !turn.begin(campaign)) throw changed();
        audit.record(me.actor(), "campaign-sent", "campaign", id);
    }

    /// Stops before the next mail.
    ///
    /// @throws Refused `campaign-changed`
    @Transactional
    public void pause(SignedIn me, UUID id) {
        change(me, id, CampaignState.SENDING, CampaignState.PAUSED, "campaign-paused");
    }

    /// Goes on with whom it has not reached yet.
    ///
    /// @throws Refused `campaign-changed`
    @Transactional
    public void resume(SignedIn me, UUID id) {
        change(me, id, CampaignState.PAUSED, CampaignState.SENDING, "campaign-resumed");
        turn.go(id);
    }

    private void change(SignedIn me, UUID id, CampaignState before, CampaignState after, String action) {
        require(me, id);
        if (!campaigns.become(id, before, after, clock.instant())) throw changed();
        audit.record(me.actor(), action, "campaign", id);
    }

    private static Refused changed() {
        return Refused.conflict("campaign-changed");
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.OPERATE)) throw Refused.forbidden("forbidden");
    }
}
