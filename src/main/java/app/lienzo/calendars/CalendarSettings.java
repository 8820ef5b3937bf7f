package app.lienzo.calendars;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says of a calendar.
///
/// @param zone an IANA time zone
/// @param country ISO 3166 code in lower case of the public holidays; null for none
/// @param region within the country, `ct` or `be/mu`; null for what holds in the whole country
/// @param days its own, before the public ones
public record CalendarSettings(
        String name,
        String zone,
        WeekHours week,
        @Nullable String country,
        @Nullable String region,
        List<SpecialDay> days) {
    static final int NAME_MAX = 120;
    private static final int ZONE_MAX = 60;

    /// The same with a tidy name and tidy days.
    ///
    /// @throws Refused `calendar-name-missing`, `time-zone-unknown`, `calendar-never-open`, `holidays-unknown`,
    ///     `calendar-days-too-many`, `calendar-day-twice`
    CalendarSettings checked(PublicHolidays holidays, int daysMax) {
        var line = SafeText.line(name, NAME_MAX);
        if (line.isEmpty()) throw Refused.invalid("calendar-name-missing");
        if (week.neverOpen()) throw Refused.invalid("calendar-never-open");
        if (days.size() > daysMax) throw Refused.invalid("calendar-days-too-many", daysMax);
        var place = country == null || country.isBlank() ? null : country;
        var part = place == null || region == null || region.isBlank() ? null : region;
        if (place != null && !holidays.knows(place, part)) throw Refused.invalid("holidays-unknown");
        var tidy = days.stream()
                .map(day -> new SpecialDay(
                        day.on(),
                        day.yearly(),
                        SafeText.line(day.name(), SpecialDay.NAME_MAX),
                        Hours.merged(day.hours())))
                .sorted(java.util.Comparator.comparing(SpecialDay::on))
                .toList();
        var seen = new HashSet<Object>();
        for (var day : tidy) {
            Object which = day.yearly() ? java.time.MonthDay.from(day.on()) : day.on();
            if (!seen.add(which))
                throw Refused.invalid("calendar-day-twice", day.on().toString());
        }
        return new CalendarSettings(line, knownZone(zone).getId(), week, place, part, tidy);
    }

    private static ZoneId knownZone(String typed) {
        try {
            if (typed.length() > ZONE_MAX) throw Refused.invalid("time-zone-unknown");
            return ZoneId.of(typed.strip());
        } catch (DateTimeException _) {
            throw Refused.invalid("time-zone-unknown");
        }
    }
}
