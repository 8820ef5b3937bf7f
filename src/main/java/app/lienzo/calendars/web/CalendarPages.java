package app.lienzo.calendars.web;

import app.lienzo.calendars.Amounts;
import app.lienzo.calendars.BusinessCalendar;
import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarView;
import app.lienzo.calendars.CountedDay;
import app.lienzo.calendars.DayView;
import app.lienzo.calendars.Hours;
import app.lienzo.calendars.PublicHolidays;
import app.lienzo.calendars.PublicHolidays.Place;
import app.lienzo.calendars.WeekHours;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.TimeZones;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts together what the pages of a calendar show.
@ApplicationScoped
class CalendarPages {
    private static final int WEEKS = 4;
    private static final int EMPTY_ROWS = 3;
    private static final int COUNTED_MAX = 40;
    private static final String USUAL_AMOUNT = "8 h";

    private final CalendarService calendars;
    private final PublicHolidays holidays;
    private final Languages languages;
    private final Clock clock;

    CalendarPages(CalendarService calendars, PublicHolidays holidays, Languages languages, Clock clock) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.languages = languages;
        this.clock = clock;
    }

    /// A day of the week in the form.
    record WeekRow(String id, String name, String typed, boolean bad) {}

    /// An own day in the form.
    record DayRow(int number, String on, String name, String hours, boolean yearly, boolean bad) {}

    /// @param row of the list that the field is in, counted from 0; -1 for none
    /// @param field empty for none in particular
    record Fault(String field, int row, String text) {}

    record Form(
            CalendarForm typed,
            List<WeekRow> week,
            List<DayRow> days,
            List<Place> countries,
            List<Place> regions,
            List<String> zones,
            @Nullable Fault fault) {}

    /// A date in the preview.
    record Cell(String weekday, String date, DayView day, boolean past) {}

    /// @param due null when what was typed cannot be read
    record Tried(
            String at,
            String amount,
            @Nullable String due,
            @Nullable Instant dueAt,
            List<Counted> days,
            @Nullable String problem) {}

    record Counted(String date, CountedDay day) {}

    Form form(CalendarForm typed, @Nullable Refused refused) {
        var language = languages.current();
        var fault = refused == null ? null : fault(typed, refused);
        var week = new ArrayList<WeekRow>();
        for (var day : DayOfWeek.values()) {
            int row = day.getValue() - 1;
            week.add(new WeekRow(
                    "week-" + day.getValue(),
                    capital(day.getDisplayName(TextStyle.FULL, language), language),
                    typed.hours(row),
                    fault != null && fault.field().equals("week") && fault.row() == row));
        }
        var days = new ArrayList<DayRow>();
        for (int row = 0; row < typed.rows() + EMPTY_ROWS; row++) {
            boolean bad = fault != null && fault.field().equals("day") && fault.row() == row;
            days.add(new DayRow(
                    row + 1, typed.on(row), typed.dayName(row), typed.dayHours(row), typed.yearly(row), bad));
        }
        var country = typed.country();
        var regions = country == null || country.isBlank() ? List.<Place>of() : holidays.regions(country, language);
        return new Form(typed, week, days, holidays.countries(language), regions, TimeZones.OFFERED, fault);
    }

    /// The next weeks, Monday first.
    List<List<Cell>> preview(BusinessCalendar calendar) {
        var language = languages.current();
        var today = LocalDate.ofInstant(clock.instant(), calendar.time().zone());
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var written = DateTimeFormatter.ofPattern("d MMM", language);
        var weeks = new ArrayList<List<Cell>>();
        for (int week = 0; week < WEEKS; week++) {
            var cells = new ArrayList<Cell>();
            for (int day = 0; day < WeekHours.DAYS; day++) {
                var date = monday.plusWeeks(week).plusDays(day);
                cells.add(new Cell(
                        date.getDayOfWeek().getDisplayName(TextStyle.SHORT, language),
                        written.format(date),
                        calendar.day(date, language),
                        date.isBefore(today)));
            }
            weeks.add(cells);
        }
        return weeks;
    }

    /// What would be due when.
    Tried tried(BusinessCalendar calendar, @Nullable String at, @Nullable String amount) {
        var zone = calendar.time().zone();
        var now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        var typedAt = at == null || at.isBlank() ? now.toString() : at;
        var typedAmount = amount == null || amount.isBlank() ? USUAL_AMOUNT : amount;
        try {
            var from = LocalDateTime.parse(typedAt).atZone(zone).toInstant();
            var due = calendar.time().add(from, Amounts.read(typedAmount, calendar.usualDay()));
            var language = languages.current();
            var date = DateTimeFormatter.ofPattern("EEE d MMM", language);
            var days = calendar.counted(from, due, COUNTED_MAX, language).stream()
                    .map(day -> new Counted(date.format(day.date()), day))
                    .toList();
            var written = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                    .withLocale(language)
                    .format(due.atZone(zone).toLocalDateTime().atZone(zone));
            return new Tried(typedAt, typedAmount, written, due, days, null);
        } catch (DateTimeException | IllegalStateException _) {
            return unread(typedAt, typedAmount, Refused.invalid("calendar-day-malformed"));
        } catch (Refused refused) {
            return unread(typedAt, typedAmount, refused);
        }
    }

    BusinessCalendar calendar(CalendarView view) {
        return calendars.calendar(view.id(), view.revision());
    }

    /// The hours of a week in one line.
    static String inShort(WeekHours week, Locale language) {
        var parts = new ArrayList<String>();
        var days = DayOfWeek.values();
        for (int first = 0; first < days.length; ) {
            int last = first;
            var hours = week.on(days[first]);
            while (last + 1 < days.length && week.on(days[last + 1]).equals(hours)) last++;
            if (!hours.isEmpty()) {
                var name = days[first].getDisplayName(TextStyle.SHORT, language);
                if (last > first) name += "–" + days[last].getDisplayName(TextStyle.SHORT, language);
                parts.add(name + " " + Hours.written(hours));
            }
            first = last + 1;
        }
        return String.join(" · ", parts);
    }

    private Tried unread(String at, String amount, Refused refused) {
        return new Tried(at, amount, null, null, List.of(), text(refused));
    }

    /// Which row it was is found by trying each.
    private Fault fault(CalendarForm typed, Refused refused) {
        var text = text(refused);
        return switch (refused.refusal().code()) {
            case "calendar-name-missing", "calendar-name-taken" -> new Fault("name", -1, text);
            case "time-zone-unknown" -> new Fault("zone", -1, text);
            case "holidays-unknown" -> new Fault("country", -1, text);
            case "calendar-never-open" -> new Fault("week", 0, text);
            case "calendar-day-malformed", "hours-over-midnight", "hours-unreadable", "hours-too-many" ->
                row(typed, text);
            default -> new Fault("", -1, text);
        };
    }

    private static Fault row(CalendarForm typed, String text) {
        for (int day = 0; day < WeekHours.DAYS; day++) {
            int row = day;
            if (fails(() -> WeekHours.read(List.of(typed.hours(row))))) return new Fault("week", day, text);
        }
        for (int row = 0; row < typed.rows(); row++) {
            int number = row;
            if (!typed.on(row).isBlank() && fails(() -> typed.day(number))) return new Fault("day", row, text);
        }
        return new Fault("", -1, text);
    }

    private static boolean fails(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (Refused _) {
            return true;
        }
    }

    private String text(Refused refused) {
        return Problem.of(refused, languages.current(), "").detail();
    }

    private static String capital(String name, Locale language) {
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
