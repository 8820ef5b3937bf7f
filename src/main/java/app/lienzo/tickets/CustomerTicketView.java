package app.lienzo.tickets;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket as its customer sees it: nothing of the team's own.
///
/// @param stateName the space's own word for how far it is; null for the product's word for the
///     category
/// @param own whether he asked for it himself; of a colleague otherwise
/// @param fields all custom values; whoever shows them leaves out what is not for the portal
/// @param lastSeq place of the last line that both sides see
/// @param mergedInto number of the ticket that goes on with it; null for none, and for one he may not
///     see
public record CustomerTicketView(
        UUID id,
        UUID space,
        long number,
        String subject,
        TicketType type,
        TicketPriority priority,
        TicketCategory category,
        @Nullable String stateName,
        UUID requester,
        String requesterName,
        @Nullable UUID company,
        @Nullable String companyName,
        boolean own,
        Map<String, Object> fields,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant solvedAt,
        int lastSeq,
        String preview,
        @Nullable Long mergedInto) {

    static CustomerTicketView of(TicketView ticket, UUID contact, @Nullable Long mergedInto) {
        return new CustomerTicketView(
                ticket.id(),
                ticket.space(),
                ticket.number(),
                ticket.subject(),
                ticket.type(),
                ticket.priority(),
                ticket.category(),
                ticket.stateName(),
                ticket.requester(),
                ticket.requesterName(),
                ticket.company(),
                ticket.companyName(),
                ticket.requester().equals(contact),
                ticket.fields(),
                ticket.createdAt(),
                ticket.changedAt(),
                ticket.solvedAt(),
                ticket.lastShared(),
                ticket.preview(),
                mergedInto);
    }

    public boolean solved() {
        return category == TicketCategory.SOLVED;
    }

    public boolean closed() {
        return category == TicketCategory.CLOSED;
    }
}
