package app.lienzo.marketing;

import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// What a job does when it is a campaign's turn. While a campaign goes out two jobs are about: one sends, and one looks
/// in now and then and takes over when the lease of the other has ended.
@ApplicationScoped
class CampaignTurn {
    private final Campaigns campaigns;
    private final Recipients recipients;
    private final CampaignRun runs;
    private final JobService jobs;
    private final Clock clock;
    private final MarketingConfig config;

    CampaignTurn(
            Campaigns campaigns,
            Recipients recipients,
            CampaignRun runs,
            JobService jobs,
            Clock clock,
            MarketingConfig config) {
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
        this.config = config;
    }

    void take(UUID id) {
        var found = campaigns.find(id);
        if (found.isEmpty()) return;
        switch (found.get().state()) {
            case SCHEDULED -> beginIfDue(found.get());
            case SENDING -> send(found.get());
            case DRAFT, PAUSED, SENT -> {}
        }
    }

    /// The list as it is now becomes who it is for. In the caller's transaction.
    ///
    /// @param campaign as it was looked at: nothing else is sent
    /// @return false when it is another one by now
    boolean begin(CampaignView campaign) {
        var now = clock.instant();
        if (!campaigns.begin(campaign, now)) return false;
        recipients.fill(campaign.id(), campaign.draft(), now);
        go(campaign.id());
        return true;
    }

    /// One job to send, one to look after it.
    void go(UUID id) {
        jobs.enqueue(new SendCampaign(id));
        jobs.enqueue(new SendCampaign(id), clock.instant().plus(config.lease()));
    }

    /// A job that comes early, or twice, leaves it to the one that comes at its time.
    private void beginIfDue(CampaignView campaign) {
        var at = campaign.scheduledAt();
        if (at == null || at.isAfter(clock.instant())) return;
        QuarkusTransaction.requiringNew().call(() -> begin(campaign));
    }

    private void send(CampaignView campaign) {
        var run = Ids.next();
        var now = clock.instant();
        if (!campaigns.lease(campaign.id(), run, now, now.plus(config.lease()))) {
            again(campaign.id(), now.plus(config.lease()));
            return;
        }
        recipients.giveUp(campaign.id(), run);
        var end = runs.send(campaign, run);
        campaigns.release(campaign.id(), run);
        settle(campaign.id(), end);
    }

    private void settle(UUID id, CampaignRun.End end) {
        var now = clock.instant();
        switch (end) {
            case NO_SERVER -> again(id, now.plus(config.pause()));
            case OUT_OF_TIME -> again(id, now);
            case NOBODY_LEFT -> {
                var next = recipients.next(id);
                if (next.isPresent()) again(id, next.get().isBefore(now) ? now : next.get());
                else over(id, now);
            }
        }
    }

    private void over(UUID id, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (campaigns.become(id, CampaignState.SENDING, CampaignState.SENT, now)) recipients.forget(id);
        });
    }

    private void again(UUID id, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(new SendCampaign(id), due));
    }
}
