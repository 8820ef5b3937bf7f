package app.lienzo.tickets;

import java.util.UUID;

/// A space's own name for how far a ticket is.
///
/// @param first whether a ticket gets it that comes into the category by itself
public record TicketStateView(
        UUID id, UUID space, TicketCategory category, String name, int position, boolean first, int version) {}
