package app.lienzo.optout;

import app.lienzo.audit.AuditTrail;
import app.lienzo.calendars.CalendarService;
import app.lienzo.deadlines.DeadlineLine;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to which of the operators' calendars a request is counted by: their first one, until one of them chooses
/// another. What it is counted by stands in the deadline's ledger and nowhere else. In the platform's scope.
@ApplicationScoped
@Transactional
public class OptOutCalendarService {
    private static final String CAUSE = "CALENDAR";
    private static final int NAME_MAX = 200;

    private final OptOuts requests;
    private final OptOutTerms terms;
    private final DeadlineService deadlines;
    private final CalendarService calendars;
    private final AuditTrail audit;
    private final Clock clock;

    OptOutCalendarService(
            OptOuts requests,
            OptOutTerms terms,
            DeadlineService deadlines,
            CalendarService calendars,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /// A calendar that can be chosen.
    ///
    /// @param first whether it is the one for requests where nobody chose
    /// @param chosen whether the request is counted by it
    public record Choice(UUID id, String name, String zone, boolean first, boolean chosen) {}

    /// @throws Refused not found
    public List<Choice> choices(SignedIn me, UUID id) {
        require(me);
        var counted = counted(id);
        return calendars.all().stream()
                .map(one -> new Choice(
                        one.id(),
                        one.name(),
                        one.settings().zone(),
                        one.first(),
                        one.id().equals(counted)))
                .toList();
    }

    /// Counts a request anew from its start by another calendar.
    ///
    /// @throws Refused not found; `optout-ended`; `deadline-later` when it would be due later than it was promised
    public void choose(SignedIn me, UUID id, UUID calendar) {
        require(me);
        var chosen = calendars.require(calendar);
        deadlines.hold(DeadlineSubject.OPTOUT, id);
        var request = requests.require(id);
        if (!request.open()) throw Refused.conflict("optout-ended", String.valueOf(request.endedBy()));
        if (chosen.id().equals(counted(id))) return;
        deadlines.recount(DeadlineSubject.OPTOUT, id, terms.by(chosen.id()), CAUSE);
        var who = SafeText.cut(me.name(), NAME_MAX);
        requests.step(id, new OptOutStep(clock.instant(), OptOutStep.Kind.COUNTED, who, chosen.name()));
        audit.record(me.actor(), "optout-recounted", "optout", id);
    }

    private @Nullable UUID counted(UUID id) {
        return deadlines.history(DeadlineSubject.OPTOUT, id).reversed().stream()
                .map(DeadlineLine::calendar)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.OPERATE)) throw Refused.forbidden("forbidden");
    }
}
