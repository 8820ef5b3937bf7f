package app.lienzo.tickets;

import app.lienzo.identity.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to the team's lists of tickets.
@ApplicationScoped
public class TicketListService {
    /// Counters go no further: a list says "99+" rather than count for as long as it takes.
    public static final int COUNT_MAX = 100;

    static final Set<TicketCategory> UNFINISHED =
            EnumSet.of(TicketCategory.NEW, TicketCategory.OPEN, TicketCategory.WAITING, TicketCategory.ON_HOLD);

    private final TicketLists lists;
    private final Clock clock;

    TicketListService(TicketLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /// @param next `after` of the page behind this one; null on the last
    public record Page(List<TicketView> tickets, @Nullable String next) {}

    /// What the tabs show, each at most [#COUNT_MAX].
    ///
    /// @param open all that is unfinished
    public record Counters(int mine, int unassigned, int overdue, int open) {}

    public Page page(SignedIn me, TicketListQuery query) {
        var found = lists.page(me, query, clock.instant());
        var next = found.size() < query.limit()
                ? null
                : ListPlace.of(found.getLast(), query.sort()).cursor();
        return new Page(found, next);
    }

    /// @param space null for all where the member works
    @Transactional
    public Counters counters(SignedIn me, @Nullable UUID space) {
        return new Counters(
                count(me, space, new TicketChange.To(me.member()), false),
                count(me, space, TicketChange.To.NOBODY, false),
                count(me, space, null, true),
                count(me, space, null, false));
    }

    private int count(SignedIn me, @Nullable UUID space, TicketChange.@Nullable To assignee, boolean overdue) {
        var query = new TicketListQuery(
                space,
                UNFINISHED,
                null,
                assignee,
                null,
                null,
                Set.of(),
                Set.of(),
                null,
                Map.of(),
                overdue,
                TicketSort.CHANGED,
                null,
                1);
        return lists.count(me, query, clock.instant(), COUNT_MAX);
    }
}
