package app.lienzo.partners;

import app.lienzo.audit.AuditTrail;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.marketing.SuppressionService;
import app.lienzo.operators.FoundingService;
import app.lienzo.operators.NewOrganization;
import app.lienzo.partners.ApplicationLine.Kind;
import app.lienzo.tenancy.OrganizationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door for operators who answer applications; what they look through is [ApplicationQueueService]'s.
@ApplicationScoped
@Transactional
public class ApplicationService {
    public static final int REASON_MAX = 2_000;
    public static final int NOTE_MAX = 4_000;

    private final Applications applications;
    private final ApplicationLines lines;
    private final ApplicationMails mails;
    private final DeadlineService deadlines;
    private final FoundingService founding;
    private final SuppressionService suppressions;
    private final MemberService members;
    private final AuditTrail audit;
    private final PartnerConfig config;
    private final Clock clock;

    ApplicationService(
            Applications applications,
            ApplicationLines lines,
            ApplicationMails mails,
            DeadlineService deadlines,
            FoundingService founding,
            SuppressionService suppressions,
            MemberService members,
            AuditTrail audit,
            PartnerConfig config,
            Clock clock) {
        this.applications = applications;
        this.lines = lines;
        this.mails = mails;
        this.deadlines = deadlines;
        this.founding = founding;
        this.suppressions = suppressions;
        this.members = members;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /// @throws Refused `forbidden`; not found; `application-note-missing`, `application-note-too-long`,
    /// `application-lines-too-many`
    public void note(SignedIn me, UUID id, String typed) {
        note(me, id, Ids.next(), typed);
    }

    /// The same; the same line twice is one.
    public void note(SignedIn me, UUID id, UUID line, String typed) {
        locked(me, id);
        var text = SafeText.block(typed);
        if (text.isEmpty()) throw Refused.invalid("application-note-missing");
        if (text.length() > NOTE_MAX) throw Refused.invalid("application-note-too-long", NOTE_MAX);
        if (lines.count(id) >= config.linesMax())
            throw Refused.conflict("application-lines-too-many", config.linesMax());
        if (!lines.note(id, line, now(), me.actor(), text)) return;
        audit.record(me.actor(), "application-noted", "application", id);
    }

    /// Gives it to an operator, or back to all of them.
    ///
    /// @throws Refused `forbidden`; not found, also for somebody who is no operator
    public void assign(SignedIn me, UUID id, @Nullable UUID operator) {
        var application = locked(me, id);
        if (java.util.Objects.equals(application.assignee(), operator)) return;
        var name = operator == null ? null : operator(operator).name();
        if (lines.count(id) >= config.linesMax())
            throw Refused.conflict("application-lines-too-many", config.linesMax());
        applications.assign(id, operator);
        lines.write(id, now(), operator == null ? Kind.RELEASED : Kind.ASSIGNED, me.actor(), name);
        audit.record(me.actor(), "application-assigned", "application", id);
    }

    /// Founds the applicant's organization with him as its first Owner and tells him. Who comes second is told who
    /// decided; what was founded by one that did not get to its end is found again.
    ///
    /// @throws Refused `forbidden`; not found; `application-decided`, `application-unconfirmed`, and what
    ///     [FoundingService#found] refuses
    public OrganizationView approve(SignedIn me, UUID id, Approval approval) {
        var application = undecided(me, id);
        var founded = founding.found(
                me.actor(),
                id,
                new NewOrganization(
                        approval.slug(),
                        approval.name(),
                        approval.plan(),
                        approval.language(),
                        approval.vocabulary(),
                        approval.ownerName(),
                        application.email(),
                        approval.userName()));
        // Whoever does not want the platform's marketing mails is on no list, also as an Owner.
        if (!application.marketing()) suppressions.suppressAddress(application.email());
        decided(me, application, founded.id(), null, founded.slug());
        mails.approved(application);
        audit.record(me.actor(), "application-approved", "application", id);
        return founded;
    }

    /// Says no, and why.
    ///
    /// @throws Refused `forbidden`; not found; `application-decided`, `application-unconfirmed`,
    ///     `application-reason-missing`, `application-reason-too-long`; `application-founded` when an approval that
    ///     did not get to its end has founded the organization already
    public void decline(SignedIn me, UUID id, String typed) {
        var application = undecided(me, id);
        if (founding.founded(id)) throw Refused.conflict("application-founded");
        var reason = SafeText.block(typed);
        if (reason.isEmpty()) throw Refused.invalid("application-reason-missing");
        if (reason.length() > REASON_MAX) throw Refused.invalid("application-reason-too-long", REASON_MAX);
        decided(me, application, null, reason, reason);
        mails.declined(application, reason);
        audit.record(me.actor(), "application-declined", "application", id);
    }

    private void decided(
            SignedIn me,
            ApplicationView application,
            @Nullable String organization,
            @Nullable String reason,
            String said) {
        var now = now();
        applications.decide(application.id(), me.actor(), now, organization, reason);
        lines.write(application.id(), now, organization == null ? Kind.DECLINED : Kind.APPROVED, me.actor(), said);
        deadlines.done(DeadlineSubject.APPLICATION, application.id());
    }

    private ApplicationView undecided(SignedIn me, UUID id) {
        var application = locked(me, id);
        if (application.state().decided())
            throw Refused.conflict(
                    "application-decided",
                    Optional.ofNullable(application.decider()).orElse("?"));
        if (!application.open()) throw Refused.conflict("application-unconfirmed");
        return application;
    }

    private ApplicationView locked(SignedIn me, UUID id) {
        require(me);
        return applications.lock(id).orElseThrow(Refused::notFound);
    }

    private MemberView operator(UUID id) {
        return members.find(id)
                .filter(member -> member.active() && member.role() == OrganizationRole.OPERATOR)
                .orElseThrow(Refused::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.OPERATE)) throw Refused.forbidden("forbidden");
    }
}
