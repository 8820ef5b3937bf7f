package app.lienzo.calendars;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How large calendars can grow, and the one that is there before anybody made any.
@ConfigMapping(prefix = "lienzo.calendars")
interface CalendarConfig {
    /// Of one organization.
    @WithDefault("50")
    int calendarsMax();

    /// Own days of one calendar.
    @WithDefault("200")
    int daysMax();

    /// Time zone of new calendars of an organization that has not said its own.
    @WithDefault("UTC")
    String zone();
}
