package app.lienzo.calendars;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much of a date counted.
///
/// @param reason why the date is not as usual; null for a usual one
public record CountedDay(
        LocalDate date, Duration counted, @Nullable String reason) {
    public String written() {
        return Amounts.written(counted);
    }
}
