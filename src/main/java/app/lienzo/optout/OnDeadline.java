package app.lienzo.optout;

import app.lienzo.deadlines.DeadlinePassed;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineWarned;
import app.lienzo.jobs.JobService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// Reminds operators before a deadline, and flags what is overdue. In the platform's scope, with the transaction that
/// notes it.
@ApplicationScoped
class OnDeadline {
    private final OptOuts requests;
    private final JobService jobs;
    private final Clock clock;

    OnDeadline(OptOuts requests, JobService jobs, Clock clock) {
        this.requests = requests;
        this.jobs = jobs;
        this.clock = clock;
    }

    void warned(@Observes DeadlineWarned event) {
        if (event.subject() != DeadlineSubject.OPTOUT) return;
        requests.step(event.id(), new OptOutStep(clock.instant(), OptOutStep.Kind.REMINDED, "", ""));
        jobs.enqueue(new TellOperators(event.id(), OptOutNews.REMINDED));
    }

    void passed(@Observes DeadlinePassed event) {
        if (event.subject() != DeadlineSubject.OPTOUT) return;
        requests.overdue(event.id());
        requests.step(event.id(), new OptOutStep(clock.instant(), OptOutStep.Kind.OVERDUE, "", ""));
        jobs.enqueue(new TellOperators(event.id(), OptOutNews.OVERDUE));
    }
}
