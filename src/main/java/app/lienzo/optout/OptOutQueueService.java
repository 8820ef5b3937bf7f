package app.lienzo.optout;

import app.lienzo.audit.AuditTrail;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Slice;
import app.lienzo.marketing.SuppressionService;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door for operators: the queue, and what they do with a request. In the platform's scope.
@ApplicationScoped
@Transactional
public class OptOutQueueService {
    private static final int NAME_MAX = 200;

    private final OptOuts requests;
    private final OptOutQueue queue;
    private final DatedOptOuts dated;
    private final DeadlineService deadlines;
    private final SuppressionService suppressions;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Scope scope;
    private final Clock clock;
    private final OptOutConfig config;

    OptOutQueueService(
            OptOuts requests,
            OptOutQueue queue,
            DatedOptOuts dated,
            DeadlineService deadlines,
            SuppressionService suppressions,
            JobService jobs,
            AuditTrail audit,
            Scope scope,
            Clock clock,
            OptOutConfig config) {
        this.requests = requests;
        this.queue = queue;
        this.dated = dated;
        this.deadlines = deadlines;
        this.suppressions = suppressions;
        this.jobs = jobs;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
        this.config = config;
    }

    /// A page of requests.
    ///
    /// @throws Refused `forbidden`
    public Slice<OptOutView> page(SignedIn me, OptOutQuery query) {
        require(me);
        var found = queue.page(query, me.member(), clock.instant(), config.pageMax() + 1);
        return Slice.of(dated.of(found), config.pageMax(), OptOutView::id);
    }

    /// How many there are in each list that does not only grow.
    ///
    /// @throws Refused `forbidden`
    public Map<OptOutQuery.Choice, Integer> counts(SignedIn me) {
        require(me);
        return queue.counts(me.member(), clock.instant());
    }

    /// @throws Refused as if it never was
    public OptOutView require(SignedIn me, UUID id) {
        require(me);
        return dated.of(requests.require(id));
    }

    public List<OptOutStep> history(SignedIn me, UUID id) {
        require(me);
        return requests.steps(id);
    }

    /// Takes it in hand, or over from a colleague who cannot end it.
    ///
    /// @param from who had it when it was looked at; null for nobody
    /// @throws Refused `optout-taken` with the name of who was faster, `optout-ended`
    public void take(SignedIn me, UUID id, @Nullable UUID from) {
        var request = require(me, id);
        deadlines.hold(DeadlineSubject.OPTOUT, id);
        if (me.member().equals(from) || !requests.take(id, me.member(), name(me), from)) throw late(me, request.id());
        note(me, id, OptOutStep.Kind.TAKEN, "");
        audit.record(me.actor(), "optout-taken", "optout", id);
        tell(request.organization(), id, OptOutNews.TAKEN);
    }

    /// From here on nobody of the organization, now or later, gets marketing mail; campaigns that go out right now
    /// skip them, too.
    ///
    /// @throws Refused `optout-untaken`, `optout-taken`, `optout-ended`
    public void done(SignedIn me, UUID id) {
        var request = end(me, id, OptOutState.DONE, null);
        suppressions.suppressOrganization(request.organization());
        note(me, id, OptOutStep.Kind.DONE, "");
        audit.record(me.actor(), "optout-done", "optout", id);
        tell(request.organization(), id, OptOutNews.DONE);
    }

    /// @throws Refused `optout-reason-missing`, `optout-untaken`, `optout-taken`, `optout-ended`
    public void refuse(SignedIn me, UUID id, String why) {
        require(me);
        var reason = SafeText.cut(SafeText.block(why).strip(), OptOutService.NOTE_MAX);
        if (reason.isEmpty()) throw Refused.invalid("optout-reason-missing");
        var request = end(me, id, OptOutState.REFUSED, reason);
        note(me, id, OptOutStep.Kind.REFUSED, reason);
        audit.record(me.actor(), "optout-refused", "optout", id);
        tell(request.organization(), id, OptOutNews.REFUSED);
    }

    private OptOutView end(SignedIn me, UUID id, OptOutState state, @Nullable String reason) {
        var request = require(me, id);
        deadlines.hold(DeadlineSubject.OPTOUT, id);
        if (!requests.end(id, state, me.member(), name(me), reason, clock.instant())) throw late(me, id);
        deadlines.done(DeadlineSubject.OPTOUT, id);
        return request;
    }

    /// Why somebody could not do what he wanted, as it stands now.
    private Refused late(SignedIn me, UUID id) {
        var now = requests.require(id);
        if (!now.open()) return Refused.conflict("optout-ended", String.valueOf(now.endedBy()));
        if (now.state() == OptOutState.REQUESTED) return Refused.conflict("optout-untaken");
        return me.member().equals(now.takenBy())
                ? Refused.conflict("optout-taken-already")
                : Refused.conflict("optout-taken", String.valueOf(now.takenName()));
    }

    private void note(SignedIn me, UUID id, OptOutStep.Kind kind, String note) {
        requests.step(id, new OptOutStep(clock.instant(), kind, name(me), note));
    }

    private void tell(String organization, UUID id, OptOutNews news) {
        scope.call(organization, () -> {
            jobs.enqueue(new TellOwners(id, news));
            return null;
        });
    }

    private static String name(SignedIn me) {
        return SafeText.cut(me.name(), NAME_MAX);
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.OPERATE)) throw Refused.forbidden("forbidden");
    }
}
