package app.lienzo.tickets;

import java.time.Instant;
import java.util.UUID;

/// A ticket is in another category now. Inside the transaction of that.
public record TicketMoved(UUID ticket, TicketCategory from, TicketCategory to, Instant at) {}
