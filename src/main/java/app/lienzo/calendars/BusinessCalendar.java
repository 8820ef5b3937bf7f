package app.lienzo.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One revision of a calendar, ready to count by.
public final class BusinessCalendar implements OpenDays {
    private final CalendarSettings settings;
    private final PublicHolidays holidays;
    private final BusinessTime time;

    BusinessCalendar(CalendarSettings settings, PublicHolidays holidays) {
        this.settings = settings;
        this.holidays = holidays;
        this.time = new BusinessTime(ZoneId.of(settings.zone()), this);
    }

    public BusinessTime time() {
        return time;
    }

    public CalendarSettings settings() {
        return settings;
    }

    /// Own days first, then public holidays, then the week.
    @Override
    public List<Hours> on(LocalDate date) {
        var own = own(date);
        if (own != null) return own.hours();
        if (settings.country() != null && holidays.has(settings.country(), settings.region(), date)) return List.of();
        return settings.week().on(date.getDayOfWeek());
    }

    /// A date, and in the reader's language why it is not as usual.
    public DayView day(LocalDate date, Locale language) {
        return new DayView(date, on(date), reason(date, language).orElse(null));
    }

    /// What counted on each date between two moments, at most `max` dates.
    public List<CountedDay> counted(Instant from, Instant to, int max, Locale language) {
        var zone = time.zone();
        var last = to.atZone(zone).toLocalDate();
        var found = new ArrayList<CountedDay>();
        for (var date = from.atZone(zone).toLocalDate();
                !date.isAfter(last) && found.size() < max;
                date = date.plusDays(1)) {
            var start = date.atStartOfDay(zone).toInstant();
            var end = date.plusDays(1).atStartOfDay(zone).toInstant();
            var counted = time.between(start.isBefore(from) ? from : start, end.isBefore(to) ? end : to);
            found.add(new CountedDay(date, counted, reason(date, language).orElse(null)));
        }
        return List.copyOf(found);
    }

    /// How much a business day is: the mean of the open days of a week, in whole minutes.
    public Duration usualDay() {
        var open = settings.week().days().stream()
                .filter(hours -> !hours.isEmpty())
                .mapToInt(hours -> hours.stream()
                        .mapToInt(range -> range.to() - range.from())
                        .sum())
                .average()
                .orElse(Hours.DAY);
        return Duration.ofMinutes(Math.round(open));
    }

    private Optional<String> reason(LocalDate date, Locale language) {
        var own = own(date);
        if (own != null) return Optional.of(own.name());
        if (settings.country() == null) return Optional.empty();
        return holidays.name(settings.country(), settings.region(), date, language);
    }

    /// One of this very date counts before one of every year.
    private @Nullable SpecialDay own(LocalDate date) {
        SpecialDay found = null;
        for (var day : settings.days()) {
            if (day.falls(date) && (found == null || found.yearly())) found = day;
        }
        return found;
    }
}
