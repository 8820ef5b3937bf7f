package app.lienzo.domains;

import app.lienzo.certificates.CertificateService;
import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class ServeDomainHandler implements JobHandler<ServeDomain> {
    private final Domains domains;
    private final CertificateService certificates;
    private final Standing standing;

    ServeDomainHandler(Domains domains, CertificateService certificates, Standing standing) {
        this.domains = domains;
        this.certificates = certificates;
        this.standing = standing;
    }

    @Override
    public Class<ServeDomain> kind() {
        return ServeDomain.class;
    }

    /// The certificate may have been removed since.
    @Override
    @Transactional
    public void run(ServeDomain job) {
        domains.openForChange(job.host())
                .filter(domain -> certificates.serving(domain.host).isPresent())
                .ifPresent(standing::installed);
    }
}
