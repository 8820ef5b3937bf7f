package app.lienzo.calendars;

import java.util.UUID;

/// A calendar for its readers.
///
/// @param revision how often its hours were changed: each is kept, so that what was counted can be counted again
/// @param first the one that holds where none is named
public record CalendarView(UUID id, CalendarSettings settings, int revision, boolean first, int version) {
    public String name() {
        return settings.name();
    }
}
