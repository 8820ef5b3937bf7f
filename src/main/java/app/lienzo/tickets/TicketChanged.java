package app.lienzo.tickets;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Something about a ticket is different. Inside the transaction of that.
///
/// @param what as in [EntryView.Change]
public record TicketChanged(UUID ticket, Set<String> what, Instant at) {}
