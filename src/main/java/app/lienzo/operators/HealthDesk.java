package app.lienzo.operators;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobHealthService;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// How jobs and the platform's own mails stand, for operators; in the platform's scope.
@ApplicationScoped
public class HealthDesk {
    private static final int DEAD_MAX = 100;

    private final JobHealthService jobs;
    private final FigureService figures;
    private final AuditTrail audit;
    private final Scope scope;

    HealthDesk(JobHealthService jobs, FigureService figures, AuditTrail audit, Scope scope) {
        this.jobs = jobs;
        this.figures = figures;
        this.audit = audit;
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

    /// What the platform itself has in its outbox.
    public Figures own(SignedIn me) {
        OrganizationView platform = scope.organization();
        return figures.of(me, platform);
    }

    /// @throws Refused `job-gone`
    @Transactional
    public void retry(SignedIn me, UUID id) {
        OrganizationCareService.require(me);
        jobs.retry(id);
        audit.record(me.actor(), "job-retried", "job", id);
    }
}
