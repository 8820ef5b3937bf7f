package app.lienzo.captcha;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// What has expired is refused anyway.
@ApplicationScoped
class ForgetUsedChallenges implements Chore {
    private final UsedChallenges used;
    private final Clock clock;

    ForgetUsedChallenges(UsedChallenges used, Clock clock) {
        this.used = used;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-used-challenges";
    }

    @Override
    public void run() {
        used.forget(clock.instant());
    }
}
