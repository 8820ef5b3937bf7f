package app.lienzo.calendars;

import java.time.LocalDate;
import java.util.List;

/// Which hours count on a date; none for a closed one.
@FunctionalInterface
public interface OpenDays {
    List<Hours> on(LocalDate date);
}
