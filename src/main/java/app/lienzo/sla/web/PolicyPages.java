package app.lienzo.sla.web;

import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarView;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.sla.Metric;
import app.lienzo.sla.PolicyService;
import app.lienzo.sla.PolicySettings;
import app.lienzo.sla.Targets;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts together the matrix of a plan's response times.
@ApplicationScoped
class PolicyPages {
    private static final String WORDS = "sla";
    private static final Duration USUAL_DAY = Duration.ofHours(8);

    private final PolicyService policies;
    private final SupportPlanService plans;
    private final CalendarService calendars;
    private final Languages languages;

    PolicyPages(PolicyService policies, SupportPlanService plans, CalendarService calendars, Languages languages) {
        this.policies = policies;
        this.plans = plans;
        this.calendars = calendars;
        this.languages = languages;
    }

    /// A field of the matrix.
    ///
    /// @param name of the list it is in
    /// @param label what it is, for those who do not see the table around it
    record Cell(String name, String id, String label, String typed, boolean bad) {}

    /// A priority of a type of ticket.
    record Line(String priority, List<Cell> cells) {}

    record Group(String type, String meaning, List<Line> lines) {}

    /// @param others plans that one can copy from
    /// @param field that is wrong; empty for none in particular
    record Matrix(
            SupportPlanView plan,
            PolicyForm typed,
            List<Group> groups,
            List<Cell> same,
            List<String> metrics,
            List<CalendarView> calendars,
            List<SupportPlanView> others,
            String field,
            @Nullable String problem) {}

    Matrix matrix(UUID plan, PolicyForm typed, @Nullable Refused refused) {
        var view = plans.find(plan).orElseThrow(Refused::notFound);
        var problem = refused == null
                ? null
                : Problem.of(refused, languages.current(), "").detail();
        boolean amounts = refused != null && isAmount(refused.refusal().code());
        var groups = new ArrayList<Group>();
        for (var type : PolicyForm.TYPES) groups.add(group(type, typed, amounts));
        var others = plans.all().stream()
                .filter(other -> !other.id().equals(plan)
                        && policies.of(other.id()).settings().promises())
                .toList();
        return new Matrix(
                view,
                typed,
                groups,
                same(typed),
                List.of(metric(Metric.FIRST_RESPONSE), metric(Metric.NEXT_RESPONSE), metric(Metric.RESOLUTION)),
                calendars.all(),
                others,
                refused == null ? "" : field(refused.refusal().code()),
                problem);
    }

    /// How much a business day is by the calendar that is chosen.
    Duration day(PolicyForm typed) {
        var id = typed.calendarId();
        var view = id == null ? calendars.first() : calendars.find(id).orElseGet(calendars::first);
        return calendars.calendar(view.id(), view.revision()).usualDay();
    }

    /// What a plan may begin with: sooner for incidents and for what presses, half a day to four days.
    static PolicySettings suggested() {
        var targets = new EnumMap<TicketType, Map<TicketPriority, Targets>>(TicketType.class);
        for (int row = 0; row < PolicyForm.ROWS; row++) {
            int place = row / PolicyForm.PRIORITIES.size() + row % PolicyForm.PRIORITIES.size();
            int first = 60 * List.of(1, 2, 4, 8, 16, 16).get(place);
            targets.computeIfAbsent(PolicyForm.type(row), _ -> new EnumMap<>(TicketPriority.class))
                    .put(PolicyForm.priority(row), new Targets(first, first, first * 4));
        }
        return new PolicySettings(true, null, app.lienzo.sla.Begins.CREATED, 75, true, false, targets);
    }

    private Group group(TicketType type, PolicyForm typed, boolean amounts) {
        var lines = new ArrayList<Line>();
        for (var priority : PolicyForm.PRIORITIES) {
            int row = PolicyForm.TYPES.indexOf(type) * PolicyForm.PRIORITIES.size()
                    + PolicyForm.PRIORITIES.indexOf(priority);
            lines.add(new Line(word("priority." + priority), cells(type, priority, row, typed, amounts)));
        }
        return new Group(word("type." + type), word("meaning." + type), lines);
    }

    private List<Cell> cells(TicketType type, TicketPriority priority, int row, PolicyForm typed, boolean amounts) {
        var cells = new ArrayList<Cell>();
        for (var metric : Metric.values()) {
            var text = typed.cell(metric, row);
            cells.add(new Cell(
                    column(metric),
                    column(metric) + "-" + row,
                    word("type." + type) + ", " + word("priority." + priority) + ": " + metric(metric),
                    text,
                    amounts && unreadable(text)));
        }
        return cells;
    }

    private List<Cell> same(PolicyForm typed) {
        var cells = new ArrayList<Cell>();
        for (var metric : Metric.values())
            cells.add(new Cell(
                    "same",
                    "same-" + column(metric),
                    word("all") + ": " + metric(metric),
                    typed.same(metric.ordinal()),
                    false));
        return cells;
    }

    private static boolean unreadable(String text) {
        try {
            var minutes = PolicyForm.minutes(text, USUAL_DAY);
            return minutes != null && minutes > Targets.MINUTES_MAX;
        } catch (Refused _) {
            return true;
        }
    }

    private static boolean isAmount(String code) {
        return code.equals("amount-malformed") || code.equals("target-too-long");
    }

    private static String field(String code) {
        return switch (code) {
            case "warning-invalid" -> "warn";
            case "calendar-unknown" -> "calendar";
            default -> "";
        };
    }

    private static String column(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> "first";
            case NEXT_RESPONSE -> "next";
            case RESOLUTION -> "resolution";
        };
    }

    private String metric(Metric metric) {
        return word("metric." + metric);
    }

    private String word(String key) {
        return Words.text(WORDS, languages.current(), key);
    }
}
