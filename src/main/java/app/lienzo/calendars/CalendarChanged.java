package app.lienzo.calendars;

import java.util.UUID;

/// The hours of a calendar are others now. Within the transaction.
public record CalendarChanged(UUID calendar, int revision) {}
