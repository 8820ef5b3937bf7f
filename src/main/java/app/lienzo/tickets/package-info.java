/// Tracked requests. Nouns: ticket, entry, state.
@NullMarked
package app.lienzo.tickets;

import org.jspecify.annotations.NullMarked;
