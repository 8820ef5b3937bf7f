package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import app.lienzo.tickets.TicketChange.To;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the team's list of tickets is asked for; what is null or empty does not matter.
///
/// @param space null for all where the member works
/// @param assignee a member, or [TicketChange.To#NOBODY]
/// @param company one, or [TicketChange.To#NOBODY] for tickets without
/// @param fields custom fields by key, each with the value it has to have, as it is stored
/// @param overdue whether only those whose time is over
/// @param after where the page before ended, as [TicketListService] said; null for the first
/// @param limit 1 to 100
public record TicketListQuery(
        @Nullable UUID space,
        Set<TicketCategory> categories,
        @Nullable UUID state,
        @Nullable To assignee,
        @Nullable UUID requester,
        @Nullable To company,
        Set<TicketType> types,
        Set<TicketPriority> priorities,
        @Nullable String tag,
        Map<String, String> fields,
        boolean overdue,
        TicketSort sort,
        @Nullable String after,
        int limit) {
    public static final int LIMIT_MAX = 100;

    /// @throws Refused `limit-invalid`
    public TicketListQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
        boolean finished = categories.isEmpty() || categories.stream().anyMatch(category -> !category.unfinished());
        if (finished && !sort.ofFinished()) sort = TicketSort.CHANGED;
    }

    /// Whether all that is asked for is unfinished.
    boolean unfinished() {
        return !categories.isEmpty() && categories.stream().allMatch(TicketCategory::unfinished);
    }
}
