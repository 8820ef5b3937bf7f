package app.lienzo.calendars.web;

import app.lienzo.calendars.CalendarSettings;
import app.lienzo.calendars.Hours;
import app.lienzo.calendars.SpecialDay;
import app.lienzo.calendars.WeekHours;
import app.lienzo.kernel.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is typed about a calendar. Lists of one kind have the same length: a browser sends empty fields, too.
///
/// @param week hours of the seven days
/// @param dayOn dates of own days; an empty one is none
/// @param dayYearly `yes` for every year
public record CalendarForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String zone,
        @RestForm @Nullable List<String> week,
        @RestForm @Nullable String country,
        @RestForm @Nullable String region,
        @RestForm @Nullable List<String> dayOn,
        @RestForm @Nullable List<String> dayName,
        @RestForm @Nullable List<String> dayHours,
        @RestForm @Nullable List<String> dayYearly,
        @RestForm @Nullable String version) {

    static CalendarForm of(CalendarSettings settings, int version) {
        var days = settings.days();
        return new CalendarForm(
                settings.name(),
                settings.zone(),
                settings.week().written(),
                settings.country(),
                settings.region(),
                days.stream().map(day -> day.on().toString()).toList(),
                days.stream().map(SpecialDay::name).toList(),
                days.stream().map(day -> Hours.written(day.hours())).toList(),
                days.stream().map(day -> day.yearly() ? "yes" : "").toList(),
                String.valueOf(version));
    }

    /// @throws Refused as [WeekHours#read] and [Hours#ofDate], and `calendar-day-malformed`
    CalendarSettings settings() {
        return new CalendarSettings(text(name), text(zone), WeekHours.read(list(week)), country, region, days());
    }

    int expected() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /// Monday's hours on all days from Tuesday to Friday.
    CalendarForm filled() {
        var days = new ArrayList<String>();
        for (int day = 0; day < WeekHours.DAYS; day++) days.add(at(week, day > 0 && day < 5 ? 0 : day));
        return new CalendarForm(name, zone, days, country, region, dayOn, dayName, dayHours, dayYearly, version);
    }

    String hours(int day) {
        return at(week, day);
    }

    int rows() {
        return list(dayOn).size();
    }

    String on(int row) {
        return at(dayOn, row);
    }

    String dayName(int row) {
        return at(dayName, row);
    }

    String dayHours(int row) {
        return at(dayHours, row);
    }

    boolean yearly(int row) {
        return at(dayYearly, row).equals("yes");
    }

    SpecialDay day(int row) {
        try {
            return new SpecialDay(
                    LocalDate.parse(on(row).strip()), yearly(row), dayName(row), Hours.ofDate(dayHours(row)));
        } catch (DateTimeException _) {
            throw Refused.invalid("calendar-day-malformed");
        }
    }

    private List<SpecialDay> days() {
        var found = new ArrayList<SpecialDay>();
        for (int row = 0; row < rows(); row++) if (!on(row).isBlank()) found.add(day(row));
        return found;
    }

    private static List<String> list(@Nullable List<String> typed) {
        return typed == null ? List.of() : typed;
    }

    private static String at(@Nullable List<String> typed, int index) {
        return typed == null || index >= typed.size() ? "" : typed.get(index);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
