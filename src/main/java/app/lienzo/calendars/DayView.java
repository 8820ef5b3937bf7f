package app.lienzo.calendars;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One date of a calendar.
///
/// @param reason of what it is not like others of its weekday: a holiday's or an own day's name; null for a usual one
public record DayView(
        LocalDate date, List<Hours> hours, @Nullable String reason) {
    public boolean closed() {
        return hours.isEmpty();
    }

    public String written() {
        return Hours.written(hours);
    }
}
