package app.lienzo.domains;

import app.lienzo.acme.AcmeService;
import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.certificates.CertificateService;
import app.lienzo.tenancy.SiteService;
import app.lienzo.tenancy.SiteState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Makes of a name's state what everybody else sees: whether it is answered, whether it has a certificate,
/// what people are told. Within the transaction of the change.
@ApplicationScoped
class Standing {
    private final SiteService sites;
    private final CertificateService certificates;
    private final AcmeService acme;
    private final DomainEvents events;
    private final DomainMails mails;
    private final AuditTrail audit;
    private final DomainConfig config;
    private final Clock clock;

    Standing(
            SiteService sites,
            CertificateService certificates,
            AcmeService acme,
            DomainEvents events,
            DomainMails mails,
            AuditTrail audit,
            DomainConfig config,
            Clock clock) {
        this.sites = sites;
        this.certificates = certificates;
        this.acme = acme;
        this.events = events;
        this.mails = mails;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    void happened(Domain domain, Happening happening, String detail) {
        events.add(domain.id, clock.instant(), happening, detail);
        // The history of a name goes with it; who had it and when stays in the trail.
        if (happening == Happening.VERIFIED) audit.record(Actor.SYSTEM, "domain-verified", "domain", domain.id);
        if (happening == Happening.QUARANTINED) audit.record(Actor.SYSTEM, "domain-quarantined", "domain", domain.id);
        if (happening == Happening.LOST) audit.record(Actor.SYSTEM, "domain-lost", "domain", domain.id);
    }

    /// Everything that follows from what a name is now; doing it twice does no harm.
    void settle(Domain domain) {
        if (domain.pointing == Pointing.QUARANTINED) quarantine(domain);
        if (domain.wantsCertificate()) {
            if (domain.pointing == Pointing.POINTED) acme.want(domain.host);
            if (certificates.serving(domain.host).isPresent()) activate(domain);
        }
        int due = domain.warningDue(clock.instant(), config.grace());
        if (domain.ownership == Ownership.VERIFIED && due > domain.warned) {
            domain.warned = due;
            mails.moved(domain, due);
        }
    }

    /// It has a new certificate.
    void installed(Domain domain) {
        domain.certificateWarned = 0;
        activate(domain);
    }

    /// It has a certificate: it is answered from now on.
    private void activate(Domain domain) {
        if (!domain.wantsCertificate() || !sites.become(domain.host, SiteState.SERVED)) return;
        domain.activeAt = clock.instant();
        happened(domain, Happening.ACTIVE, "");
        mails.active(domain);
    }

    private void quarantine(Domain domain) {
        if (!sites.become(domain.host, SiteState.QUARANTINED)) return;
        forgetCertificate(domain);
    }

    /// Not ours any more: nobody is served under it, and its keys are destroyed.
    void giveUp(Domain domain, Ownership how, Happening happening) {
        boolean had = domain.ownership == Ownership.VERIFIED;
        domain.end(how, clock.instant());
        if (had) {
            sites.release(domain.host);
            forgetCertificate(domain);
        }
        happened(domain, happening, "");
    }

    private void forgetCertificate(Domain domain) {
        acme.unwant(domain.host);
        certificates.remove(domain.host);
    }
}
