package app.lienzo.tickets;

import java.time.Instant;
import java.util.UUID;

/// Something public was said. Inside the transaction that keeps it.
///
/// @param byContact whether the customer said it; the team otherwise
public record TicketReplied(UUID ticket, int seq, boolean byContact, Instant at) {}
