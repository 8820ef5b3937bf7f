package app.lienzo.domains;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CheckDomainHandler implements JobHandler<CheckDomain> {
    private final DomainCheckService checks;

    CheckDomainHandler(DomainCheckService checks) {
        this.checks = checks;
    }

    @Override
    public Class<CheckDomain> kind() {
        return CheckDomain.class;
    }

    @Override
    public void run(CheckDomain job) {
        checks.planned(job.domain(), job.number());
    }
}
