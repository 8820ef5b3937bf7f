package app.lienzo.calendars;

import java.util.UUID;

/// Port: what counts by a calendar. One that is used cannot be removed.
public interface CalendarUse {
    boolean uses(UUID calendar);
}
