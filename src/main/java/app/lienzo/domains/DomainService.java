package app.lienzo.domains;

import app.lienzo.acme.AcmeService;
import app.lienzo.audit.AuditTrail;
import app.lienzo.certificates.CertificateService;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signatures;
import app.lienzo.tenancy.SiteService;
import app.lienzo.tenancy.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to an organization's own host names: what its Owners do with them.
@ApplicationScoped
@Transactional
public class DomainService {
    private static final String SUBJECT = "domain";
    private static final String INSTRUCTIONS = "domain-instructions";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SHOWN_MAX = 100;

    private final Domains domains;
    private final DomainViews views;
    private final DomainEvents events;
    private final CheckPlan plan;
    private final Standing standing;
    private final JobService jobs;
    private final SiteService sites;
    private final Sites names;
    private final SpaceService spaces;
    private final CertificateService certificates;
    private final AcmeService acme;
    private final Signatures signatures;
    private final AuditTrail audit;
    private final Scope scope;
    private final DomainConfig config;
    private final Clock clock;

    DomainService(
            Domains domains,
            DomainViews views,
            DomainEvents events,
            CheckPlan plan,
            Standing standing,
            JobService jobs,
            SiteService sites,
            Sites names,
            SpaceService spaces,
            CertificateService certificates,
            AcmeService acme,
            Signatures signatures,
            AuditTrail audit,
            Scope scope,
            DomainConfig config,
            Clock clock) {
        this.domains = domains;
        this.views = views;
        this.events = events;
        this.plan = plan;
        this.standing = standing;
        this.jobs = jobs;
        this.sites = sites;
        this.names = names;
        this.spaces = spaces;
        this.certificates = certificates;
        this.acme = acme;
        this.signatures = signatures;
        this.audit = audit;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    /// What is claimed and what is served first, then what is over.
    public List<DomainView> all() {
        return domains.all(SHOWN_MAX).stream().map(views::of).toList();
    }

    public DomainProgress best() {
        if (domains.activeCount() > 0) return DomainProgress.ACTIVE;
        return domains.openCount() > 0 ? DomainProgress.BEGUN : DomainProgress.NONE;
    }

    /// The name that the platform gave the organization, which works beside its own ones.
    public String givenName() {
        return names.platformName(scope.organization());
    }

    /// @throws Refused not found
    public DomainView require(UUID id) {
        return views.of(domains.require(id));
    }

    /// The newest first.
    public List<DomainEvent> history(UUID id) {
        return events.of(id);
    }

    /// Claims a name. Nobody is kept from claiming what somebody else claims: who proves it has it.
    ///
    /// @param typed as it was typed or pasted
    /// @param space whose portal it shall show; null for the application
    /// @throws Refused what [WantedName#of] refuses, and `domain-ours`, `domain-look-alike`,
    ///     `domain-added-already`, `domains-too-many`, `domains-too-often`; not found for an unknown space
    public DomainView add(SignedIn me, String typed, @Nullable UUID space) {
        var now = clock.instant();
        var host = accepted(typed);
        if (space != null) spaces.require(me, space);
        if (domains.open(host).isPresent()) throw Refused.conflict("domain-added-already", LookAlikes.shown(host));
        if (domains.openCount() >= config.perOrganizationMax())
            throw Refused.invalid("domains-too-many", config.perOrganizationMax());
        if (domains.addedSince(now.minus(DAY)) >= config.addedPerDayMax())
            throw Refused.tooMany("domains-too-often", DAY.toSeconds());
        var domain = new Domain(host, space, me.actor().member(), now);
        plan.at(domain, now);
        domains.persistAndFlush(domain);
        standing.happened(domain, Happening.ADDED, LookAlikes.shown(host));
        audit.record(me.actor(), "domain-added", SUBJECT, domain.id);
        return views.of(domain);
    }

    private String accepted(String typed) {
        var special = config.specialAllowed().orElse(List.of());
        var host =
                WantedName.of(typed, config.proofLabel().length() + 1, special).host();
        if (names.ours(host)
                || config.edgeHost()
                        .filter(edge -> WantedName.below(host, edge))
                        .isPresent()) throw Refused.invalid("domain-ours", LookAlikes.shown(host));
        if (LookAlikes.like(host, names.platformHost()))
            throw Refused.invalid("domain-look-alike", LookAlikes.shown(host));
        if (LookAlikes.international(host) && sites.resemblesAnothers(LookAlikes.likeness(host)))
            throw Refused.invalid("domain-look-alike", LookAlikes.shown(host));
        return host;
    }

    /// Gives a name up: it is not answered any more, its certificate is revoked and its keys are destroyed.
    public void remove(SignedIn me, UUID id) {
        var domain = domains.requireForChange(id);
        if (!domain.ownership.open()) throw Refused.conflict("domain-over");
        if (domain.contested && domain.ownership == Ownership.CLAIMED) jobs.enqueue(new CalmHolder(domain.host));
        standing.giveUp(domain, Ownership.REMOVED, Happening.REMOVED);
        audit.record(me.actor(), "domain-removed", SUBJECT, id);
    }

    /// Lets links and mails begin with this name from now on. The other names go on being answered.
    ///
    /// @throws Refused `domain-not-active`
    public void makePrimary(SignedIn me, UUID id) {
        var domain = domains.requireForChange(id);
        if (domain.activeAt == null || domain.space != null || !sites.makePrimary(domain.host))
            throw Refused.conflict("domain-not-active", LookAlikes.shown(domain.host));
        standing.happened(domain, Happening.MADE_PRIMARY, "");
        audit.record(me.actor(), "domain-made-primary", SUBJECT, id);
    }

    /// Lets links begin with the platform's name again.
    public void dropPrimary(SignedIn me) {
        sites.dropPrimary();
        audit.record(me.actor(), "domain-primary-dropped", "organization", null);
    }

    /// Whether people who open pages under the platform's name are sent to the primary one; programs and
    /// widgets never are.
    ///
    /// @throws Refused `domain-no-primary`
    public void redirect(SignedIn me, boolean wished) {
        if (!sites.redirect(wished)) throw Refused.conflict("domain-no-primary");
        audit.record(me.actor(), wished ? "domain-redirect-on" : "domain-redirect-off", "organization", null);
    }

    /// Shows a certificate that the customer got elsewhere.
    ///
    /// @throws Refused `domain-not-verified`, and what [CertificateService#upload] refuses
    public void upload(SignedIn me, UUID id, String chain, String key) {
        var domain = domains.requireForChange(id);
        if (domain.ownership != Ownership.VERIFIED) throw Refused.conflict("domain-not-verified");
        certificates.upload(domain.host, chain, key);
        standing.installed(domain);
        standing.happened(domain, Happening.UPLOADED, "");
        audit.record(me.actor(), "domain-certificate-uploaded", SUBJECT, id);
    }

    /// Asks for a certificate at once.
    public void issueNow(SignedIn me, UUID id) {
        var domain = domains.require(id);
        if (!domain.wantsCertificate()) throw Refused.conflict("domain-not-verified");
        acme.again(domain.host);
        audit.record(me.actor(), "domain-certificate-asked", SUBJECT, id);
    }

    /// What makes the page with the records readable for whoever has its address, and for as long as this
    /// claim lives.
    public String instructionKey(UUID id) {
        return signatures.sign(INSTRUCTIONS, secret(domains.require(id)));
    }

    /// Nothing for a wrong key and for a claim that is over.
    public Optional<DomainView> instructions(UUID id, String key) {
        return domains.findByIdOptional(id)
                .filter(domain -> domain.ownership.open() && signatures.signed(INSTRUCTIONS, secret(domain), key))
                .map(views::of);
    }

    private static String secret(Domain domain) {
        return domain.id + "\n" + domain.token;
    }
}
