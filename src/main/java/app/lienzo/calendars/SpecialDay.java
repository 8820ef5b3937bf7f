package app.lienzo.calendars;

import java.time.LocalDate;
import java.util.List;

/// A date that is not like others of its weekday, and counts before any public holiday.
///
/// @param yearly on this day and month of every year; 29 February only in leap years
/// @param hours empty for closed all day; half a day, or a holiday on which one works, has some
public record SpecialDay(LocalDate on, boolean yearly, String name, List<Hours> hours) {
    static final int NAME_MAX = 120;

    boolean falls(LocalDate date) {
        return yearly
                ? on.getMonth() == date.getMonth() && on.getDayOfMonth() == date.getDayOfMonth()
                : on.equals(date);
    }

    public boolean closed() {
        return hours.isEmpty();
    }
}
