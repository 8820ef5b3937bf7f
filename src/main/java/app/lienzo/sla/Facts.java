package app.lienzo.sla;

import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What clocks have to know of a ticket.
///
/// @param merged whether another one goes on with it
record Facts(
        UUID ticket,
        UUID space,
        @Nullable UUID company,
        @Nullable UUID assignee,
        TicketType type,
        TicketPriority priority,
        TicketCategory category,
        Instant createdAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant answeredAt,
        boolean merged) {

    /// When its clocks begin; null for not yet.
    @Nullable
    Instant begin(Begins begins) {
        return switch (begins) {
            case CREATED -> createdAt;
            case ACCEPTED -> acceptedAt;
        };
    }
}
