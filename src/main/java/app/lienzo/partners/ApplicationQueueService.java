package app.lienzo.partners;

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
import app.lienzo.kernel.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The door for operators who look through applications.
@ApplicationScoped
@Transactional
public class ApplicationQueueService {
    private static final int OPERATORS_MAX = 50;

    private final Applications applications;
    private final ApplicationLines lines;
    private final DeadlineService deadlines;
    private final MemberService members;
    private final PartnerConfig config;
    private final Clock clock;

    ApplicationQueueService(
            Applications applications,
            ApplicationLines lines,
            DeadlineService deadlines,
            MemberService members,
            PartnerConfig config,
            Clock clock) {
        this.applications = applications;
        this.lines = lines;
        this.deadlines = deadlines;
        this.members = members;
        this.config = config;
        this.clock = clock;
    }

    /// A page of applications.
    ///
    /// @throws Refused `forbidden`
    public Slice<ApplicationView> page(SignedIn me, ApplicationQuery query) {
        require(me);
        var found = applications.page(query, me.member(), clock.instant(), config.pageMax() + 1);
        return Slice.of(found, config.pageMax(), ApplicationView::id);
    }

    /// How many there are in each list that does not only grow.
    ///
    /// @throws Refused `forbidden`
    public Map<ApplicationQuery.Choice, Integer> counts(SignedIn me) {
        require(me);
        return applications.counts(me.member(), clock.instant());
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
        return lines.history(id, config.linesMax());
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

    private static void require(SignedIn me) {
        if (!me.may(Permission.OPERATE)) throw Refused.forbidden("forbidden");
    }
}
