package app.lienzo.tickets;

import java.util.UUID;

/// Fired inside the transaction that opens a ticket.
public record TicketOpened(UUID ticket, UUID space) {}
