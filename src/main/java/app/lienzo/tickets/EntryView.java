package app.lienzo.tickets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a ticket.
///
/// @param seq its place, rising from 1
/// @param authorId the member or contact who wrote it; null for the system
/// @param body sanitised HTML; empty for a change
/// @param change what changed; null for everything else
/// @param source the sender's own key of it
/// @param mergedFrom number of the ticket it came from by merging; null for none
public record EntryView(
        UUID id,
        UUID ticket,
        int seq,
        EntryKind kind,
        EntryBy by,
        @Nullable UUID authorId,
        String author,
        String body,
        @Nullable Change change,
        @Nullable String source,
        @Nullable Long mergedFrom,
        Instant at,
        List<TicketFile> files) {

    /// What somebody changed, with the names of that moment. Values that are codes of the product (a
    /// type, a priority, a category) begin with `:`.
    ///
    /// @param what `subject`, `type`, `priority`, `state`, `requester`, `company`, `assignee`, `tags`,
    ///     `field`, `merged`, `merged-in`, `split`, `linked`, `unlinked`, `conversation`,
    ///     `overdue-first`, `overdue-next`, `overdue-solution`, `unanswered` (to: so many days)
    /// @param from null for nothing before
    /// @param to null for nothing now
    public record Change(
            String what, @Nullable String from, @Nullable String to) {}
}
