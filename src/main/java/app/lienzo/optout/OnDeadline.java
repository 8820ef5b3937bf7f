package app.lienzo.optout;

import app.lienzo.deadlines.DeadlinePassed;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineWarned;
import app.lienzo.jobs.JobService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// Reminds operators before a deadline, and flags what is overdue. With the transaction that notes it: the clock's in
/// the platform's scope, or that of an organization which presses just then.
@ApplicationScoped
class OnDeadline {
    private final OptOuts requests;
    private final JobService jobs;
    private final OrganizationService organizations;
    private final Scope scope;
    private final Clock clock;

    OnDeadline(OptOuts requests, JobService jobs, OrganizationService organizations, Scope scope, Clock clock) {
        this.requests = requests;
        this.jobs = jobs;
        this.organizations = organizations;
        this.scope = scope;
        this.clock = clock;
    }

    void warned(@Observes DeadlineWarned event) {
        if (event.subject() != DeadlineSubject.OPTOUT) return;
        requests.step(event.id(), new OptOutStep(clock.instant(), OptOutStep.Kind.REMINDED, "", ""));
        tell(new TellOperators(event.id(), OptOutNews.REMINDED));
    }

    void passed(@Observes DeadlinePassed event) {
        if (event.subject() != DeadlineSubject.OPTOUT) return;
        requests.overdue(event.id());
        requests.step(event.id(), new OptOutStep(clock.instant(), OptOutStep.Kind.OVERDUE, "", ""));
        tell(new TellOperators(event.id(), OptOutNews.OVERDUE));
    }

    private void tell(TellOperators news) {
        scope.run(organizations.platform(), () -> jobs.enqueue(news));
    }
}
