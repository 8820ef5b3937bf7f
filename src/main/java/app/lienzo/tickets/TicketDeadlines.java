package app.lienzo.tickets;

import java.util.List;
import java.util.UUID;

/// Port: the clocks of a ticket, for the panel that says why something is due when it is. Implemented
/// by `sla`, which lies above.
public interface TicketDeadlines {
    /// The most pressing first; whether the reader may see the ticket was decided before.
    List<Deadline> of(UUID ticket);
}
