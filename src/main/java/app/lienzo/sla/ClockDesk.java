package app.lienzo.sla;

import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.ClockStep.Breached;
import app.lienzo.clocks.ClockStep.Warned;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketDueService;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes the clocks of tickets in hand within the caller's transaction, and keeps what became of them. Rows are
/// locked in one order everywhere: tickets by id, then their clocks.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ClockDesk {
    static final String UNFINISHED = "('NEW', 'OPEN', 'WAITING', 'ON_HOLD')";

    private static final String FACTS = """
            select id, space_id, company_id, assignee_id, type, priority, category, created_at, accepted_at, answered_at,
                   merged_into is not null
            from lienzo.ticket
            """;

    private final ClockRows rows;
    private final PromiseBook book;
    private final TicketDueService tickets;
    private final Event<ClockWarned> warned;
    private final Event<ClockBreached> breached;
    private final TenantSql sql;

    ClockDesk(
            ClockRows rows,
            PromiseBook book,
            TicketDueService tickets,
            Event<ClockWarned> warned,
            Event<ClockBreached> breached,
            TenantSql sql) {
        this.rows = rows;
        this.book = book;
        this.tickets = tickets;
        this.warned = warned;
        this.breached = breached;
        this.sql = sql;
    }

    @FunctionalInterface
    interface Work {
        void with(TicketTurn ticket);
    }

    /// After something happened to a ticket, in the transaction of that. Costs nothing where nothing is promised.
    void on(UUID ticket, Work work) {
        var promises = book.recent();
        if (promises.any()) take(List.of(ticket), promises, work);
    }

    /// @return how many of the tickets are there
    int take(Collection<UUID> ids, Promises promises, Work work) {
        var facts = sql.list(
                FACTS + " where id = any(?) order by id for no key update", ClockDesk::facts, List.copyOf(ids));
        if (facts.isEmpty()) return 0;
        var there = rows.locked(facts.stream().map(Facts::ticket).toList());
        var ledgers = rows.ledgers(there);
        var clocks = there.stream()
                .map(row -> ClockTurn.of(row, ledgers.getOrDefault(row, List.of()), promises))
                .collect(Collectors.groupingBy(ClockTurn::ticket));
        var turns = new ArrayList<TicketTurn>();
        for (var ticket : facts) {
            var turn = new TicketTurn(ticket, promises, clocks.getOrDefault(ticket.ticket(), List.of()));
            work.with(turn);
            turns.add(turn);
        }
        keep(turns);
        return facts.size();
    }

    Promises fresh() {
        return book.fresh();
    }

    private void keep(List<TicketTurn> turns) {
        rows.write(turns.stream().flatMap(turn -> turn.clocks().stream()).toList());
        for (var turn : turns) {
            if (turn.clocks().stream().allMatch(clock -> clock.added().isEmpty())) continue;
            var next = next(turn);
            tickets.due(
                    turn.ticket().ticket(),
                    next.map(ResponseClock::dueAt).orElse(null),
                    next.map(clock -> clock.metric().name()).orElse(null));
            for (var clock : turn.clocks()) for (var step : clock.found()) fire(turn.ticket(), clock.metric(), step);
        }
    }

    private static Optional<ResponseClock> next(TicketTurn turn) {
        return turn.clocks().stream()
                .map(ClockTurn::row)
                .filter(clock -> clock.state().open() && clock.dueAt() != null)
                .min(Comparator.comparing(clock -> java.util.Objects.requireNonNull(clock.dueAt())));
    }

    private void fire(Facts ticket, Metric metric, ClockStep step) {
        switch (step) {
            case Warned(var due) -> warned.fire(new ClockWarned(ticket.ticket(), metric, due));
            case Breached(var due) -> breached.fire(new ClockBreached(ticket.ticket(), metric, due));
            default -> throw new IllegalStateException("Nobody waits for " + step);
        }
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                TicketType.valueOf(row.getString(5)),
                TicketPriority.valueOf(row.getString(6)),
                TicketCategory.valueOf(row.getString(7)),
                row.getTimestamp(8).toInstant(),
                instant(row.getTimestamp(9)),
                instant(row.getTimestamp(10)),
                row.getBoolean(11));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
