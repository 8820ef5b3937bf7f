package app.lienzo.operators;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobHealthService;
import app.lienzo.mail.OutboxHealthService;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// How jobs and outboxes stand, for operators; in the platform's scope.
@ApplicationScoped
public class HealthDesk {
    private static final int DEAD_MAX = 100;
    private static final int OUTBOXES_MAX = 20;

    private final JobHealthService jobs;
    private final OutboxHealthService outboxes;
    private final AuditTrail audit;
    private final Journal journal;
    private final Scope scope;

    HealthDesk(JobHealthService jobs, OutboxHealthService outboxes, AuditTrail audit, Journal journal, Scope scope) {
        this.jobs = jobs;
        this.outboxes = outboxes;
        this.audit = audit;
        this.journal = journal;
        this.scope = scope;
    }

    public JobHealthService.Health jobs(SignedIn me) {
        OrganizationCareService.require(me);
        return jobs.health();
    }

    public List<JobHealthService.DeadJob> dead(SignedIn me) {
        OrganizationCareService.require(me);
        return jobs.dead(DEAD_MAX);
    }

    /// The outboxes of all organizations, the platform's own among them.
    public OutboxHealthService.Health outboxes(SignedIn me) {
        OrganizationCareService.require(me);
        return outboxes.health(OUTBOXES_MAX);
    }

    /// Has a dead job done once more. An organization's own trail tells of it as well.
    ///
    /// @throws Refused `job-gone`
    public void retry(SignedIn me, UUID id) {
        OrganizationCareService.require(me);
        var dead = jobs.require(id);
        scope.call(
                dead.organization(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    jobs.retry(id);
                    if (scope.organization().platform()) audit.record(me.actor(), "job-retried", "job", id);
                    else journal.write(me.actor(), "job-retried", dead.kind(), "");
                    return dead;
                }));
    }
}
