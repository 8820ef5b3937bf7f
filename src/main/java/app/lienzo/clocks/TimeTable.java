package app.lienzo.clocks;

import app.lienzo.calendars.BusinessTime;
import java.util.UUID;

/// How to count by a revision of a calendar.
@FunctionalInterface
public interface TimeTable {
    BusinessTime of(UUID calendar, int revision);
}
