package app.lienzo.domains;

import app.lienzo.acme.AcmeService;
import app.lienzo.acme.AcmeState;
import app.lienzo.certificates.CertificateService;
import app.lienzo.tenancy.HeldSite;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.SiteService;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/// Shows a name as its Owner sees it.
@ApplicationScoped
class DomainViews {
    private final SiteService sites;
    private final AcmeService acme;
    private final CertificateService certificates;
    private final Records records;
    private final DomainConfig config;
    private final ObjectMapper json;
    private final Scope scope;
    private final Clock clock;

    DomainViews(
            SiteService sites,
            AcmeService acme,
            CertificateService certificates,
            Records records,
            DomainConfig config,
            ObjectMapper json,
            Scope scope,
            Clock clock) {
        this.sites = sites;
        this.acme = acme;
        this.certificates = certificates;
        this.records = records;
        this.config = config;
        this.json = json;
        this.scope = scope;
        this.clock = clock;
    }

    DomainView of(Domain domain) {
        var site = sites.holder(domain.host)
                .filter(held -> held.organization().equals(scope.organization().id()));
        return new DomainView(
                domain.id,
                domain.host,
                LookAlikes.shown(domain.host),
                domain.space,
                domain.ownership,
                domain.pointing,
                stage(domain),
                domain.contested,
                site.map(HeldSite::primary).orElse(false),
                site.map(HeldSite::redirects).orElse(false),
                domain.createdAt,
                domain.proofSeenAt,
                domain.activeAt,
                domain.checkedAt,
                domain.nextCheckAt,
                domain.pointing == Pointing.MOVED
                        ? Optional.ofNullable(domain.movedAt)
                                .map(moved -> moved.plus(config.grace()))
                                .orElse(null)
                        : null,
                records.of(domain.host, domain.token),
                DomainCheckService.read(json, domain.findings),
                domain.createdAt.plus(config.propagation()).isBefore(clock.instant()));
    }

    private DomainStage stage(Domain domain) {
        if (!domain.ownership.open()) return DomainStage.OVER;
        if (domain.pointing == Pointing.QUARANTINED) return DomainStage.QUARANTINED;
        if (domain.activeAt != null) return worried(domain) ? DomainStage.ATTENTION : DomainStage.ACTIVE;
        if (domain.ownership == Ownership.CLAIMED) return claimed(domain);
        if (domain.pointing == Pointing.WAITING) return DomainStage.WAITING_FOR_DNS;
        return acme.view(domain.host)
                        .filter(view -> view.state() == AcmeState.BLOCKED)
                        .isPresent()
                ? DomainStage.FAILED
                : DomainStage.ISSUING;
    }

    private static DomainStage claimed(Domain domain) {
        if (domain.contested) return DomainStage.CONTESTED;
        return domain.proofSeenAt == null ? DomainStage.WAITING_FOR_DNS : DomainStage.DNS_FOUND;
    }

    private boolean worried(Domain domain) {
        return domain.pointing == Pointing.MOVED
                || domain.contrary > 0
                || domain.contested
                || certificates
                        .serving(domain.host)
                        .filter(certificate -> TidyDomains.warning(certificate, clock.instant()) >= 2)
                        .isPresent()
                || certificates.serving(domain.host).isEmpty();
    }
}
