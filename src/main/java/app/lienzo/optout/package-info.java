/// An organization asks to be taken off the platform's marketing list, and an operator does so within so many business
/// days (BY-8). Nouns: request, step, certificate. Observes the events of `deadlines`; brings the spaces'
/// [app.lienzo.spaces.InvitationGuard], which warns while customers are invited before it is done. Surprise: the rows
/// are shared by the two sides, each of which works in a scope of its own; what one side has to tell the other goes out
/// by a job in the other's scope.
@NullMarked
package app.lienzo.optout;

import org.jspecify.annotations.NullMarked;
