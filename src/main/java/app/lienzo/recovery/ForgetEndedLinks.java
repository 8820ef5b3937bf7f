package app.lienzo.recovery;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Links that are long over, and attempts that no longer count, are forgotten.
@ApplicationScoped
class ForgetEndedLinks implements Chore {
    private final AccountLinks links;
    private final PasswordAttempts attempts;
    private final Clock clock;
    private final RecoveryConfig config;

    ForgetEndedLinks(AccountLinks links, PasswordAttempts attempts, Clock clock, RecoveryConfig config) {
        this.links = links;
        this.attempts = attempts;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "forget-ended-links";
    }

    @Override
    public void run() {
        var now = clock.instant();
        links.forget(now.minus(config.kept()));
        attempts.forget(now.minus(config.attemptsWithin()));
    }
}
