package app.lienzo.partners;

import app.lienzo.audit.AuditTrail;
import app.lienzo.deadlines.DeadlineLine;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineView;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The door for operators, who look through applications and answer them.
@ApplicationScoped
@Transactional
public class ApplicationService {
    public static final int REASON_MAX = 2_000;
    public static final int NOTE_MAX = 4_000;
    private static final int OPERATORS_MAX = 50;

    private final Applications applications;
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
            ApplicationMails mails,
            DeadlineService deadlines,
            FoundingService founding,
            SuppressionService suppressions,
            MemberService members,
            AuditTrail audit,
            PartnerConfig config,
            Clock clock) {
        this.applications = applications;
        this.mails = mails;
        this.deadlines = deadlines;
        this.founding = founding;
        this.suppressions = suppressions;
        this.members = members;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /// A page of applications; one more than fits when there are more.
    ///
    /// @throws Refused `forbidden`
    public List<ApplicationView> page(SignedIn me, ApplicationQuery query) {
        require(me);
        return applications.page(query, clock.instant(), config.pageMax() + 1);
    }

    public int pageMax() {
        return config.pageMax();
    }

    /// How many wait for an answer; up to a thousand are counted.
    public int waiting() {
        return applications.open();
    }

    /// @throws Refused `forbidden`; not found
    public ApplicationView require(SignedIn me, UUID id) {
        require(me);
        return applications.find(id).orElseThrow(Refused::notFound);
    }

    /// Their clocks, by application.
    public Map<UUID, DeadlineView> deadlines(Collection<UUID> ids) {
        return deadlines.of(DeadlineSubject.APPLICATION, ids).stream()
                .collect(Collectors.toMap(DeadlineView::id, Function.identity()));
    }

    public List<ApplicationLine> history(UUID id) {
        return applications.history(id, config.linesMax());
    }

    /// The ledger of its clock.
    public List<DeadlineLine> ledger(UUID id) {
        return deadlines.history(DeadlineSubject.APPLICATION, id);
    }

    /// Others of the same address, domain or company.
    public List<ApplicationView> doubles(ApplicationView application) {
        return applications.doubles(application, config.doublesMax());
    }

    /// Organizations that are called like its company.
    public List<String> organizationsCalled(ApplicationView application) {
        return applications.organizationsCalled(application.company(), config.doublesMax());
    }

    /// Who may look after an application.
    public List<MemberView> operators() {
        return members.search(new MemberQuery(null, OrganizationRole.OPERATOR, true, null, null, OPERATORS_MAX));
    }

    /// @throws Refused `forbidden`; not found; `application-note-missing`, `application-note-too-long`,
    /// `application-lines-too-many`
    public void note(SignedIn me, UUID id, String typed) {
        locked(me, id);
        var text = SafeText.block(typed);
        if (text.isEmpty()) throw Refused.invalid("application-note-missing");
        if (text.length() > NOTE_MAX) throw Refused.invalid("application-note-too-long", NOTE_MAX);
        if (applications.lines(id) >= config.linesMax())
            throw Refused.conflict("application-lines-too-many", config.linesMax());
        applications.write(id, now(), Kind.NOTED, me.actor(), text);
        audit.record(me.actor(), "application-noted", "application", id);
    }

    /// Gives it to an operator, or back to all of them.
    ///
    /// @throws Refused `forbidden`; not found, also for somebody who is no operator
    public void assign(SignedIn me, UUID id, @Nullable UUID operator) {
        var application = locked(me, id);
        if (java.util.Objects.equals(application.assignee(), operator)) return;
        var name = operator == null ? null : operator(operator).name();
        if (applications.lines(id) >= config.linesMax())
            throw Refused.conflict("application-lines-too-many", config.linesMax());
        applications.assign(id, operator);
        applications.write(id, now(), operator == null ? Kind.RELEASED : Kind.ASSIGNED, me.actor(), name);
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
        applications.write(
                application.id(), now, organization == null ? Kind.DECLINED : Kind.APPROVED, me.actor(), said);
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
