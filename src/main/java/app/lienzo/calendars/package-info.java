/// Business calendars: which hours of which days count, in which time zone, less holidays. Nouns: calendar,
/// opening range, holiday. Fires and hears no events.
@NullMarked
package app.lienzo.calendars;

import org.jspecify.annotations.NullMarked;
