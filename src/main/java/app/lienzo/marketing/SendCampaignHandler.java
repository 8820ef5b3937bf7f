package app.lienzo.marketing;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SendCampaignHandler implements JobHandler<SendCampaign> {
    private final CampaignTurn turn;

    SendCampaignHandler(CampaignTurn turn) {
        this.turn = turn;
    }

    @Override
    public Class<SendCampaign> kind() {
        return SendCampaign.class;
    }

    @Override
    public void run(SendCampaign job) {
        turn.take(job.campaign());
    }
}
