package app.lienzo.domains;

import app.lienzo.certificates.CertificateInstalled;
import app.lienzo.jobs.JobService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A name is answered once it has a certificate. In a transaction of its own: whoever installs one holds
/// the row of its order, and whoever holds the row of a name may want that one.
@ApplicationScoped
class OnCertificateInstalled {
    private final JobService jobs;

    OnCertificateInstalled(JobService jobs) {
        this.jobs = jobs;
    }

    void serve(@Observes CertificateInstalled installed) {
        jobs.enqueue(new ServeDomain(installed.host()));
    }
}
