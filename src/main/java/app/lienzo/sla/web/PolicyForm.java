package app.lienzo.sla.web;

import app.lienzo.calendars.Amounts;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.sla.Begins;
import app.lienzo.sla.Metric;
import app.lienzo.sla.PolicySettings;
import app.lienzo.sla.Targets;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is typed about the response times of a plan. The lists have a place for each kind of ticket, in the order of
/// [#TYPES] and then [#PRIORITIES].
///
/// @param same what the first line of the matrix says, to be filled in everywhere: first, next, resolution
public record PolicyForm(
        @RestForm @Nullable String active,
        @RestForm @Nullable String calendar,
        @RestForm @Nullable String begins,
        @RestForm @Nullable String warn,
        @RestForm @Nullable String waiting,
        @RestForm @Nullable String onHold,
        @RestForm @Nullable List<String> first,
        @RestForm @Nullable List<String> next,
        @RestForm @Nullable List<String> resolution,
        @RestForm @Nullable List<String> same,
        @RestForm @Nullable String version) {
    /// What is most pressing stands first.
    static final List<TicketType> TYPES = List.of(TicketType.INCIDENT, TicketType.TASK, TicketType.QUESTION);

    static final List<TicketPriority> PRIORITIES =
            List.of(TicketPriority.URGENT, TicketPriority.HIGH, TicketPriority.NORMAL, TicketPriority.LOW);
    static final int ROWS = TYPES.size() * PRIORITIES.size();
    static final int METRICS = Metric.values().length;

    static TicketType type(int row) {
        return TYPES.get(row / PRIORITIES.size());
    }

    static TicketPriority priority(int row) {
        return PRIORITIES.get(row % PRIORITIES.size());
    }

    static PolicyForm of(PolicySettings settings, int version) {
        var calendar = settings.calendar();
        return new PolicyForm(
                settings.active() ? "on" : null,
                calendar == null ? "" : calendar.toString(),
                settings.begins().name(),
                String.valueOf(settings.warnPercent()),
                settings.waitingPauses() ? "on" : null,
                settings.onHoldPauses() ? "on" : null,
                column(settings, Metric.FIRST_RESPONSE),
                column(settings, Metric.NEXT_RESPONSE),
                column(settings, Metric.RESOLUTION),
                List.of(),
                String.valueOf(version));
    }

    /// The same with other targets.
    PolicyForm withTargets(PolicySettings other) {
        return new PolicyForm(
                active,
                calendar,
                begins,
                warn,
                waiting,
                onHold,
                column(other, Metric.FIRST_RESPONSE),
                column(other, Metric.NEXT_RESPONSE),
                column(other, Metric.RESOLUTION),
                same,
                version);
    }

    /// The first line in all places: an empty field of it leaves its column as it is.
    PolicyForm filled() {
        return new PolicyForm(
                active,
                calendar,
                begins,
                warn,
                waiting,
                onHold,
                filled(first, 0),
                filled(next, 1),
                filled(resolution, 2),
                same,
                version);
    }

    /// @param day how much a business day is
    /// @throws Refused `amount-malformed`, `warning-invalid`, `calendar-unknown`
    PolicySettings settings(Duration day) {
        var targets = new EnumMap<TicketType, Map<TicketPriority, Targets>>(TicketType.class);
        for (int row = 0; row < ROWS; row++) {
            var cell = new Targets(
                    minutes(cell(first, row), day), minutes(cell(next, row), day), minutes(cell(resolution, row), day));
            targets.computeIfAbsent(type(row), _ -> new EnumMap<>(TicketPriority.class))
                    .put(priority(row), cell);
        }
        return new PolicySettings(
                active != null,
                calendarId(),
                "ACCEPTED".equals(begins) ? Begins.ACCEPTED : Begins.CREATED,
                percent(),
                waiting != null,
                onHold != null,
                targets);
    }

    @Nullable
    UUID calendarId() {
        if (calendar == null || calendar.isBlank()) return null;
        return Ids.read(calendar).orElseThrow(() -> Refused.invalid("calendar-unknown"));
    }

    int expected() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    String cell(Metric metric, int row) {
        return switch (metric) {
            case FIRST_RESPONSE -> cell(first, row);
            case NEXT_RESPONSE -> cell(next, row);
            case RESOLUTION -> cell(resolution, row);
        };
    }

    String same(int metric) {
        return cell(same, metric);
    }

    static @Nullable Integer minutes(String typed, Duration day) {
        return typed.isBlank() ? null : Math.toIntExact(Amounts.read(typed, day).toMinutes());
    }

    private int percent() {
        if (warn == null || warn.isBlank()) return 0;
        if (!warn.strip().matches("[0-9]{1,3}")) throw Refused.invalid("warning-invalid", 99);
        return Integer.parseInt(warn.strip());
    }

    private List<String> filled(@Nullable List<String> column, int metric) {
        var wish = cell(same, metric);
        var filled = new ArrayList<String>();
        for (int row = 0; row < ROWS; row++) filled.add(wish.isBlank() ? cell(column, row) : wish);
        return filled;
    }

    private static List<String> column(PolicySettings settings, Metric metric) {
        var column = new ArrayList<String>();
        for (int row = 0; row < ROWS; row++) {
            var minutes = settings.targets(type(row), priority(row)).of(metric);
            column.add(minutes == null ? "" : Amounts.written(Duration.ofMinutes(minutes)));
        }
        return column;
    }

    private static String cell(@Nullable List<String> typed, int row) {
        return typed == null || row >= typed.size() ? "" : typed.get(row);
    }
}
