/// Tracked requests. Nouns: ticket, entry, state, link, file. Fires `TicketOpened`, `TicketAccepted`,
/// `TicketReplied`, `TicketMoved` and `TicketChanged`, each inside the transaction of what it tells;
/// writes `ticket-new`, `ticket-reply`, `ticket-note`, `ticket-state`, `ticket-change` and `ticket-due`
/// to the event log, and for main contacts `ticket-of-company` with the company in the ticket's place.
/// Hears `ContactForgotten`,
/// `MemberLeft` and `SpaceLeft`. Surprise: a ticket's number is taken by the statement that opens it,
/// so a space has no gaps in its numbers and its openings wait for one another's commit.
@NullMarked
package app.lienzo.tickets;

import org.jspecify.annotations.NullMarked;
