package app.lienzo.leaks;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// The door to scans: asking for one, looking on, stopping it, reading what it found, and saying that a finding
/// is none. One scan at a time for an organization.
@ApplicationScoped
public class LeakService {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TURN = Duration.ofSeconds(5);

    /// Progress is written down after so many answers.
    private static final int STEP = 10;

    private final HostScan host;
    private final Scans scans;
    private final MemberService members;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Links links;
    private final Clock clock;
    private final LeakConfig config;
    private final Semaphore places;

    LeakService(
            HostScan host,
            Scans scans,
            MemberService members,
            JobService jobs,
            AuditTrail audit,
            Links links,
            Clock clock,
            LeakConfig config) {
        this.host = host;
        this.scans = scans;
        this.members = members;
        this.jobs = jobs;
        this.audit = audit;
        this.links = links;
        this.clock = clock;
        this.config = config;
        this.places = new Semaphore(config.atOnceMax());
    }

    /// Asks for a scan; a job does it.
    ///
    /// @throws Refused `scan-going`, `scans-too-often`
    @Transactional
    public UUID ask(SignedIn me) {
        require(me);
        var id = begin(me.member());
        audit.record(me.actor(), "brand-check-asked", "brand-check", id);
        return id;
    }

    /// The same for the platform's staff, through the eyes of an Owner of the organization in scope; that it is told
    /// in the trails is the caller's work.
    ///
    /// @throws Refused not found for an organization without an active Owner; `scan-going`, `scans-too-often`
    @Transactional
    public UUID askForStaff() {
        return begin(anOwner().orElseThrow(Refused::notFound));
    }

    /// The newest scan of the organization in scope, for the platform's staff.
    @Transactional
    public Optional<ScanView> lastForStaff() {
        return scans.latest(1).stream().findFirst();
    }

    /// What it found.
    @Transactional
    public List<FoundView> findingsForStaff(UUID scan) {
        return scans.findings(scan);
    }

    private UUID begin(UUID member) {
        var now = clock.instant();
        scans.endForgotten(now.minus(config.timeMax().multipliedBy(3)), now);
        var last = scans.latest(1);
        if (!last.isEmpty() && last.getFirst().state().going()) throw Refused.conflict("scan-going");
        if (scans.askedSince(now.minus(config.pause())) > 0)
            throw Refused.tooMany("scans-too-often", config.pause().toSeconds());
        if (scans.askedSince(now.minus(DAY)) >= config.scansPerDayMax())
            throw Refused.tooMany("scans-too-often", DAY.toSeconds());
        var id = Ids.next();
        if (!scans.add(id, member, links.to("/").getHost(), now)) throw Refused.conflict("scan-going");
        jobs.enqueue(new ScanHost(id));
        return id;
    }

    /// Stops the scan that goes on, if there is one; what it found so far is kept.
    @Transactional
    public void cancel(SignedIn me) {
        require(me);
        scans.latest(1).stream()
                .filter(scan -> scan.state().going())
                .filter(scan -> scans.end(scan.id(), ScanState.CANCELED, 0, clock.instant()))
                .forEach(scan -> audit.record(me.actor(), "brand-check-canceled", "brand-check", scan.id()));
    }

    /// The scans that are kept, the newest first.
    @Transactional
    public List<ScanView> history(SignedIn me) {
        require(me);
        return scans.latest(config.scansKeptMax());
    }

    /// What a scan found, the worst first; what was pardoned last.
    @Transactional
    public List<FoundView> findings(SignedIn me, UUID scan) {
        require(me);
        return scans.findings(scan);
    }

    /// Says that a finding is none, in this scan and in later ones, or that it is one after all.
    ///
    /// @throws Refused not found
    @Transactional
    public void pardon(SignedIn me, String print, boolean pardoned) {
        require(me);
        boolean changed = pardoned ? scans.pardon(print, clock.instant()) : scans.accuse(print);
        if (!changed) throw Refused.notFound();
        audit.record(me.actor(), pardoned ? "brand-finding-pardoned" : "brand-finding-restored", "brand-check", null);
    }

    /// Looks through the host of the organization at hand now and keeps nothing: for the operator's tool and for
    /// tests. Findings carry the names.
    ///
    /// @throws Refused not found for an organization without an active Owner
    public Report look() {
        return host.scan(anOwner().orElseThrow(Refused::notFound), (_, _) -> true);
    }

    /// Does a scan that was asked for; later, when this replica is busy with another.
    void run(UUID id) {
        if (!places.tryAcquire()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> jobs.enqueue(new ScanHost(id), clock.instant().plus(TURN)));
            return;
        }
        try {
            scans.begin(id, clock.instant()).ifPresent(owner -> scan(id, owner));
        } finally {
            places.release();
        }
    }

    private void scan(UUID id, UUID owner) {
        try {
            var report = host.scan(owner, (checked, open) -> checked % STEP > 1 || scans.progress(id, checked, open));
            QuarkusTransaction.requiringNew().run(() -> keep(id, report));
        } catch (RuntimeException e) {
            scans.end(id, ScanState.FAILED, 0, clock.instant());
            throw e;
        }
    }

    /// Of one that was canceled too: what was found is true.
    private void keep(UUID id, Report report) {
        var state = switch (report.end()) {
            case WHOLE -> ScanState.DONE;
            case LIMIT -> ScanState.LIMITED;
            case CANCELED -> ScanState.CANCELED;
        };
        scans.end(id, state, report.checked(), clock.instant());
        OwnersFindings.of(report.findings()).forEach(finding -> scans.add(id, finding));
        scans.keep(config.scansKeptMax());
    }

    private Optional<UUID> anOwner() {
        var owners = members.search(new MemberQuery(null, OrganizationRole.OWNER, true, null, null, 1));
        return owners.stream().map(member -> member.id()).findFirst();
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}
