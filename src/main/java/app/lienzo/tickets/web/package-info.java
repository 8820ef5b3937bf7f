/// Tickets for the team: the page of one, the form for a new one, the space's names for states, the
/// API. The stream says
/// what to look at again, never what was said: fragments are asked for with the rights of that moment.
@NullMarked
package app.lienzo.tickets.web;

import org.jspecify.annotations.NullMarked;
