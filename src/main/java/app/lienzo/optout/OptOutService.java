package app.lienzo.optout;

import app.lienzo.audit.AuditTrail;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineTerms.BusinessDays;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door for the organization: it asks, sees how far it is, and presses when it takes too long. In its own scope.
@ApplicationScoped
@Transactional
public class OptOutService {
    static final int NOTE_MAX = 1000;
    private static final int NAME_MAX = 200;

    private final OptOuts requests;
    private final DatedOptOuts dated;
    private final DeadlineService deadlines;
    private final OrganizationService organizations;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Scope scope;
    private final Clock clock;
    private final OptOutConfig config;

    OptOutService(
            OptOuts requests,
            DatedOptOuts dated,
            DeadlineService deadlines,
            OrganizationService organizations,
            JobService jobs,
            AuditTrail audit,
            Scope scope,
            Clock clock,
            OptOutConfig config) {
        this.requests = requests;
        this.dated = dated;
        this.deadlines = deadlines;
        this.organizations = organizations;
        this.jobs = jobs;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
        this.config = config;
    }

    /// The newest request of the organization at hand; nothing when it never asked.
    public Optional<OptOutView> current() {
        return requests.own().map(dated::of);
    }

    /// Whether nobody of the organization gets marketing mail any more.
    public boolean done() {
        return requests.own().map(OptOutView::done).orElse(false);
    }

    /// What happened to it, the oldest first.
    public List<OptOutStep> history(OptOutView request) {
        return requests.steps(request.id());
    }

    /// How many business days operators have.
    public int days() {
        return config.days();
    }

    /// Asks to be taken off the list. The clock begins.
    ///
    /// @throws Refused `forbidden`, `optout-open` when an answer is still awaited, `optout-done` when there
    ///     is nothing left to ask for, `optouts-too-many`
    public OptOutView request(SignedIn me) {
        return request(me, Ids.next());
    }

    /// The same; the same id twice is one.
    public OptOutView request(SignedIn me, UUID id) {
        require(me);
        var made = requests.find(id);
        if (made.isPresent()) return dated.of(made.get());
        var before = requests.own();
        if (before.isPresent() && before.get().done()) throw Refused.conflict("optout-done");
        if (requests.countOwn() >= config.requestsMax())
            throw Refused.conflict("optouts-too-many", config.requestsMax());
        var now = clock.instant();
        var name = SafeText.cut(me.name(), NAME_MAX);
        if (!requests.add(id, name, now)) throw Refused.conflict("optout-open");
        requests.step(id, new OptOutStep(now, OptOutStep.Kind.REQUESTED, name, ""));
        deadlines.start(
                DeadlineSubject.OPTOUT,
                id,
                scope.organization().id(),
                new BusinessDays(config.days(), null, reminders(config.days())));
        audit.record(me.actor(), "optout-requested", "optout", id);
        tell(id, OptOutNews.REQUESTED);
        return dated.of(requests.require(id));
    }

    /// Asks support to hurry: the due date comes nearer and never moves away, and support is told.
    ///
    /// @param note what is to be said; may be empty
    /// @throws Refused `forbidden`, `optout-not-open`, `optout-escalated` when that was done lately; not found when
    ///     the organization never asked
    public OptOutView escalate(SignedIn me, String note) {
        require(me);
        var request = requests.own().orElseThrow(Refused::notFound);
        if (!request.open()) throw Refused.conflict("optout-not-open");
        deadlines.hold(DeadlineSubject.OPTOUT, request.id());
        var now = clock.instant();
        if (!requests.escalate(request.id(), now, now.minus(config.escalateAgainMin())))
            throw Refused.conflict("optout-escalated");
        var text = SafeText.cut(SafeText.block(note).strip(), NOTE_MAX);
        requests.step(
                request.id(), new OptOutStep(now, OptOutStep.Kind.ESCALATED, SafeText.cut(me.name(), NAME_MAX), text));
        deadlines.shorten(
                DeadlineSubject.OPTOUT,
                request.id(),
                new BusinessDays(config.escalatedDays(), null, List.of()),
                "ESCALATED");
        audit.record(me.actor(), "optout-escalated", "optout", request.id());
        tell(request.id(), OptOutNews.ESCALATED);
        return dated.of(requests.require(request.id()));
    }

    private List<Integer> reminders(int days) {
        return config.reminders().stream()
                .filter(left -> left >= 1 && left < days)
                .toList();
    }

    private void tell(UUID id, OptOutNews news) {
        scope.run(organizations.platform(), () -> jobs.enqueue(new TellOperators(id, news)));
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}
