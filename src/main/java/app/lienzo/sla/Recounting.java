package app.lienzo.sla;

import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Goes through the open tickets of the organization in batches. Each is one transaction and notes how far it
/// came, so that whoever takes over goes on there, and an agent waits for one batch at most.
@ApplicationScoped
class Recounting {
    private static final UUID START = new UUID(0, 0);

    private final ClockDesk desk;
    private final TenantSql sql;
    private final Clock clock;
    private final SlaConfig config;

    Recounting(ClockDesk desk, TenantSql sql, Clock clock, SlaConfig config) {
        this.desk = desk;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    void run(UUID recount) {
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                update lienzo.clock_recount set total = (select count(*) from lienzo.ticket where category in %s)
                where id = ? and finished_at is null and done = 0
                """.formatted(ClockDesk.UNFINISHED), recount));
        boolean more = true;
        while (more) more = QuarkusTransaction.requiringNew().call(() -> batch(recount));
    }

    /// @return whether there may be more
    private boolean batch(UUID recount) {
        var after = place(recount);
        if (after.isEmpty()) return false;
        List<UUID> ids = sql.list(
                """
                select id from lienzo.ticket where category in %s and id > ? order by id limit ?
                """.formatted(ClockDesk.UNFINISHED),
                row -> row.getObject(1, UUID.class),
                after.get(),
                config.batchMax());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!ids.isEmpty()) {
            desk.take(ids, desk.fresh(), ticket -> {
                ticket.follow(now);
                ticket.settle(now);
            });
        }
        boolean last = ids.size() < config.batchMax();
        sql.update("""
                update lienzo.clock_recount set done = done + ?, after = ?, finished_at = case when ? then ?::timestamptz end
                where id = ?
                """, ids.size(), ids.isEmpty() ? after.get() : ids.getLast(), last, now, recount);
        return !last;
    }

    /// Nothing when it is over, or a newer one goes on for it.
    private Optional<UUID> place(UUID recount) {
        return sql.first(
                "select after from lienzo.clock_recount where id = ? and finished_at is null for update",
                row -> {
                    var after = row.getObject(1, UUID.class);
                    return after == null ? START : after;
                },
                recount);
    }
}
