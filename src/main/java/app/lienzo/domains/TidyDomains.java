package app.lienzo.domains;

import app.lienzo.acme.AcmeService;
import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.CertificateView;
import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Plans checks that got lost, tells of certificates that are about to end, forgets what is long over.
@ApplicationScoped
class TidyDomains implements Chore {
    private static final Duration LOST = Duration.ofMinutes(30);
    private static final int AT_ONCE_MAX = 100;

    private final Domains domains;
    private final CheckPlan plan;
    private final CertificateService certificates;
    private final AcmeService acme;
    private final DomainMails mails;
    private final DomainConfig config;
    private final Clock clock;

    TidyDomains(
            Domains domains,
            CheckPlan plan,
            CertificateService certificates,
            AcmeService acme,
            DomainMails mails,
            DomainConfig config,
            Clock clock) {
        this.domains = domains;
        this.plan = plan;
        this.certificates = certificates;
        this.acme = acme;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tidy-domains";
    }

    @Override
    @Transactional
    public void run() {
        var now = clock.instant();
        for (var domain : domains.overdue(now.minus(LOST), AT_ONCE_MAX)) plan.again(domain, now);
        for (var domain : domains.verified(config.perOrganizationMax() * 2))
            certificates.serving(domain.host).ifPresent(certificate -> warn(domain, certificate, now));
        var gone = now.minus(config.tombstone());
        domains.forgetEndedBefore(gone);
        acme.forgetGoneBefore(gone);
        certificates.forgetRemovedBefore(gone);
    }

    private void warn(Domain domain, CertificateView certificate, Instant now) {
        int due = warning(certificate, now);
        if (due <= domain.certificateWarned) return;
        domain.certificateWarned = due;
        mails.certificate(domain, certificate);
    }

    /// One we renew ourselves is renewed at a third: that alone is nothing to tell.
    static int warning(CertificateView certificate, Instant now) {
        var life = Duration.between(certificate.notBefore(), certificate.notAfter());
        var left = Duration.between(now, certificate.notAfter());
        if (left.compareTo(life.dividedBy(20)) < 0) return 3;
        if (left.compareTo(life.dividedBy(5)) < 0) return 2;
        boolean own = certificate.source() == CertificateSource.UPLOADED;
        return own && left.compareTo(life.dividedBy(3)) < 0 ? 1 : 0;
    }
}
