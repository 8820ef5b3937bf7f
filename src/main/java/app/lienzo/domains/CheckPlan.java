package app.lienzo.domains;

import app.lienzo.jobs.JobService;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/// Plans the next look at each name: one at a time, and never all names at once.
@ApplicationScoped
class CheckPlan {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// How far a planned time may be off, as a part of the pause.
    private static final int SCATTER = 5;

    /// How far those that are planned again together are spread.
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private final JobService jobs;
    private final DomainConfig config;

    CheckPlan(JobService jobs, DomainConfig config) {
        this.jobs = jobs;
        this.config = config;
    }

    void at(Domain domain, Instant when) {
        domain.checkNumber++;
        domain.nextCheckAt = when;
        jobs.enqueue(new CheckDomain(domain.id, domain.checkNumber), when);
    }

    /// After a look that was planned.
    void next(Domain domain, Instant now) {
        if (!domain.ownership.open()) return;
        domain.attempts++;
        at(domain, now.plus(scattered(domain.pause(config))));
    }

    /// For a look that did not come. It may be lost, or wait behind many others: then it is still good, and
    /// whichever of the two comes first is the one that is done.
    void again(Domain domain, Instant now) {
        domain.nextCheckAt = now.plusMillis(RANDOM.nextLong(AGAIN.toMillis()));
        jobs.enqueue(new CheckDomain(domain.id, domain.checkNumber), domain.nextCheckAt);
    }

    /// After a look that a person asked for: something may be due earlier now.
    void sooner(Domain domain, Instant now) {
        var pause = domain.pause(config);
        if (domain.ownership.open() && domain.nextCheckAt.isAfter(now.plus(pause.multipliedBy(2))))
            at(domain, now.plus(scattered(pause)));
    }

    private static Duration scattered(Duration pause) {
        long part = Math.max(1, pause.toMillis() / SCATTER);
        return pause.plusMillis(RANDOM.nextLong(part));
    }
}
