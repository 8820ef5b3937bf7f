package app.lienzo.domains;

import app.lienzo.certificates.CertificateInstalled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

/// A name is answered from the moment it has a certificate.
@ApplicationScoped
class OnCertificateInstalled {
    private final Domains domains;
    private final Standing standing;

    OnCertificateInstalled(Domains domains, Standing standing) {
        this.domains = domains;
        this.standing = standing;
    }

    /// Workers have no request of their own, without which Hibernate knows no tenant.
    @ActivateRequestContext
    void serve(@Observes CertificateInstalled installed) {
        domains.openForChange(installed.host()).ifPresent(domain -> {
            domain.certificateWarned = 0;
            standing.activate(domain);
        });
    }
}
