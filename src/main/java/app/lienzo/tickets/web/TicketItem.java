package app.lienzo.tickets.web;

import app.lienzo.tickets.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket as programs see it.
///
/// @param number per space, rising without gaps
/// @param type `question`, `task` or `incident`
/// @param priority `low`, `normal`, `high` or `urgent`
/// @param source `agent`, `conversation`, `portal`, `api` or `email`
/// @param lastEntry place of its last line; send it back as `seen` with a reply
public record TicketItem(
        UUID id,
        UUID space,
        long number,
        String subject,
        String type,
        String priority,
        State state,
        Contact requester,
        @Nullable Named company,
        @Nullable Named assignee,
        String source,
        List<String> tags,
        Map<String, Object> fields,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant solvedAt,
        @Nullable Instant dueAt,
        @Nullable UUID mergedInto,
        int lastEntry) {

    /// @param category `new`, `open`, `waiting`, `on-hold`, `solved` or `closed`
    /// @param id of the space's own name for it; null for the product's
    public record State(
            String category, @Nullable UUID id, @Nullable String name) {}

    public record Contact(UUID id, String name, String email) {}

    public record Named(UUID id, String name) {}

    static TicketItem of(TicketView ticket) {
        return new TicketItem(
                ticket.id(),
                ticket.space(),
                ticket.number(),
                ticket.subject(),
                word(ticket.type()),
                word(ticket.priority()),
                new State(word(ticket.category()), ticket.state(), ticket.stateName()),
                new Contact(ticket.requester(), ticket.requesterName(), ticket.requesterEmail()),
                named(ticket.company(), ticket.companyName()),
                named(ticket.assignee(), ticket.assigneeName()),
                word(ticket.source()),
                ticket.tags(),
                ticket.fields(),
                ticket.createdAt(),
                ticket.changedAt(),
                ticket.acceptedAt(),
                ticket.answeredAt(),
                ticket.solvedAt(),
                ticket.dueAt(),
                ticket.mergedInto(),
                ticket.lastSeq());
    }

    /// As constants are called in addresses and JSON.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Named(id, String.valueOf(name));
    }
}
