/// Response clocks of tickets (BL-3): what support plans promise by type and priority, and how each ticket
/// stands to it. Nouns: policy, clock, recount. Fires [ClockWarned][app.lienzo.sla.ClockWarned] and
/// [ClockBreached][app.lienzo.sla.ClockBreached]; hears what happens to tickets, calendars and companies.
/// Surprise: a row of a clock is only a copy; what counts is its ledger, and a deadline is never written but
/// counted.
@NullMarked
package app.lienzo.sla;

import org.jspecify.annotations.NullMarked;
