/// Business calendars: which hours of which days count, in which time zone, less holidays. Nouns: calendar,
/// hours, own day. Fires [CalendarChanged][app.lienzo.calendars.CalendarChanged]; hears
/// [OrganizationMoved][app.lienzo.general.OrganizationMoved]. Surprise: a change
/// keeps
/// what held before as a revision, and nothing here knows what is counted.
@NullMarked
package app.lienzo.calendars;

import org.jspecify.annotations.NullMarked;
