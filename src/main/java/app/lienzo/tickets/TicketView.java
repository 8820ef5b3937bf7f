package app.lienzo.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket as a member of its space sees it.
///
/// @param number per space, rising without gaps; the customer knows it
/// @param stateName the space's own word for how far it is; null for the product's word for the
///     category
/// @param requesterName empty when nobody knows
/// @param companyName null without a company
/// @param acceptedAt when somebody of the team first took it or answered it
/// @param answeredAt when the team first answered
/// @param dueAt the next deadline of its clocks; null for none or while they stand still
/// @param dueWhat which clock that is
/// @param lastSeq place of its last entry
/// @param lastByContact place of the customer's last entry; 0 for none
/// @param lastByTeam place of the team's last public entry; 0 for none
/// @param preview the beginning of the last public entry
/// @param mergedInto the ticket that goes on with it; null for none
/// @param version counts what changed about it, not what was said
public record TicketView(
        UUID id,
        UUID space,
        long number,
        String subject,
        TicketType type,
        TicketPriority priority,
        TicketCategory category,
        @Nullable UUID state,
        @Nullable String stateName,
        UUID requester,
        String requesterName,
        String requesterEmail,
        @Nullable UUID company,
        @Nullable String companyName,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        TicketSource source,
        List<String> tags,
        Map<String, Object> fields,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant solvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        @Nullable String dueWhat,
        int lastSeq,
        int lastByContact,
        int lastByTeam,
        String preview,
        @Nullable UUID mergedInto,
        int version) {

    public boolean assignedTo(UUID member) {
        return member.equals(assignee);
    }

    /// Place of the last entry that both sides see.
    public int lastShared() {
        return Math.max(lastByContact, lastByTeam);
    }

    /// Whether the customer said the last word.
    public boolean unanswered() {
        return category.unfinished() && lastByContact > lastByTeam;
    }

    /// Whether nothing can be added or changed any more, but by opening it again.
    public boolean closed() {
        return category == TicketCategory.CLOSED;
    }
}
