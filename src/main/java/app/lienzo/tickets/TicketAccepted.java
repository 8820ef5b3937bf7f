package app.lienzo.tickets;

import java.time.Instant;
import java.util.UUID;

/// Somebody of the team took a ticket or answered it for the first time. Inside the transaction of
/// that.
public record TicketAccepted(UUID ticket, Instant at) {}
