package app.lienzo.partners;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Whoever did not confirm his address leaves nothing behind.
@ApplicationScoped
class ForgetUnconfirmed implements Chore {
    private final UnconfirmedApplications applications;
    private final PartnerConfig config;
    private final Clock clock;

    ForgetUnconfirmed(UnconfirmedApplications applications, PartnerConfig config, Clock clock) {
        this.applications = applications;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-unconfirmed-applications";
    }

    @Override
    @Transactional
    public void run() {
        applications.forgetUnconfirmed(clock.instant().minus(config.confirmWithin()));
        applications.forgetSubmissions(
                clock.instant().minus(config.formTimeMax().multipliedBy(2)));
    }
}
