package app.lienzo.sla;

import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.ClockStep.Breached;
import app.lienzo.clocks.ClockStep.Cancelled;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Moved;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Reopened;
import app.lienzo.clocks.ClockStep.Reset;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.ClockStep.Started;
import app.lienzo.clocks.ClockStep.Warned;
import app.lienzo.clocks.Terms;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of clocks, of their ledgers, and of the alarms that workers look at. Several are read and written
/// at once: one ticket has up to three, and a recount takes hundreds.
@ApplicationScoped
class ClockRows {
    private static final String COLUMNS = """
            c.ticket_id, c.metric, c.support_plan_id, c.type, c.priority, c.state, c.cause, c.target_seconds, c.warn_percent,
            c.calendar_id, c.calendar_revision, c.started_at, c.due_at, c.warn_at, c.warned_at, c.breached_at, c.ended_at,
            c.first_seq, c.last_seq
            """;

    private static final String WRITE = """
            insert into lienzo.clock as c (tenant_id, ticket_id, metric, support_plan_id, type, priority, state, cause,
                target_seconds, warn_percent, calendar_id, calendar_revision, started_at, due_at, warn_at, warned_at,
                breached_at, ended_at, alarm_at, first_seq, last_seq)
            select current_setting('lienzo.tenant'), x.ticket, x.metric, x.plan, x.type, x.priority, x.state, x.cause, x.target,
                x.warn, x.calendar, x.revision, x.started, x.due, x.warnat, x.warned, x.breached, x.ended, x.alarm, x.first, x.last
            from jsonb_to_recordset(?::jsonb) x(ticket uuid, metric text, plan uuid, type text, priority text, state text,
                cause text, target integer, warn smallint, calendar uuid, revision integer, started timestamptz,
                due timestamptz, warnat timestamptz, warned timestamptz, breached timestamptz, ended timestamptz, alarm timestamptz,
                first integer, last integer)
            on conflict (tenant_id, ticket_id, metric) do update set support_plan_id = excluded.support_plan_id,
                type = excluded.type, priority = excluded.priority, state = excluded.state, cause = excluded.cause,
                target_seconds = excluded.target_seconds, warn_percent = excluded.warn_percent,
                calendar_id = excluded.calendar_id, calendar_revision = excluded.calendar_revision,
                started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at,
                warned_at = excluded.warned_at, breached_at = excluded.breached_at, ended_at = excluded.ended_at,
                alarm_at = excluded.alarm_at, first_seq = excluded.first_seq, last_seq = excluded.last_seq;
            insert into lienzo.clock_entry (tenant_id, ticket_id, metric, seq, at, step, target_seconds, warn_percent,
                calendar_id, calendar_revision, due_at, cause)
            select current_setting('lienzo.tenant'), x.ticket, x.metric, x.seq, x.at, x.step, x.target, x.warn, x.calendar,
                x.revision, x.due, x.cause
            from jsonb_to_recordset(?::jsonb) x(ticket uuid, metric text, seq integer, at timestamptz, step text,
                target integer, warn smallint, calendar uuid, revision integer, due timestamptz, cause text);
            delete from platform.clock_alarm a
            using jsonb_to_recordset(?::jsonb) x(ticket uuid, metric text, alarm timestamptz)
            where a.organization_id = current_setting('lienzo.tenant') and a.ticket_id = x.ticket and a.metric = x.metric
              and x.alarm is null;
            insert into platform.clock_alarm as a (organization_id, ticket_id, metric, at)
            select current_setting('lienzo.tenant'), x.ticket, x.metric, x.alarm
            from jsonb_to_recordset(?::jsonb) x(ticket uuid, metric text, alarm timestamptz) where x.alarm is not null
            on conflict (organization_id, ticket_id, metric) do update set at = excluded.at
            """;

    private final TenantSql sql;
    private final ObjectMapper json;

    ClockRows(TenantSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// Of some tickets, locked until the transaction ends. Whoever calls holds the tickets' rows already.
    List<ResponseClock> locked(Collection<UUID> tickets) {
        return sql.list(
                "select " + COLUMNS + " from lienzo.clock c where c.ticket_id = any(?) order by 1, 2 for update",
                ClockRows::read,
                List.copyOf(tickets));
    }

    List<ResponseClock> of(UUID ticket) {
        return sql.list(
                "select " + COLUMNS
                        + " from lienzo.clock c where c.ticket_id = ? order by c.due_at nulls last, c.metric",
                ClockRows::read,
                ticket);
    }

    /// What counts of the ledgers of clocks, by clock.
    Map<ResponseClock, List<ClockEntry>> ledgers(List<ResponseClock> clocks) {
        if (clocks.isEmpty()) return Map.of();
        var byKey = new HashMap<String, ResponseClock>();
        clocks.forEach(clock -> byKey.put(clock.ticket() + " " + clock.metric(), clock));
        var found = new LinkedHashMap<ResponseClock, List<ClockEntry>>();
        sql.list(
                        """
                        select e.seq, e.at, e.step, e.target_seconds, e.warn_percent, e.calendar_id, e.calendar_revision, e.due_at,
                               e.cause, e.ticket_id || ' ' || e.metric
                        from lienzo.clock_entry e
                        join lienzo.clock c on c.tenant_id = e.tenant_id and c.ticket_id = e.ticket_id and c.metric = e.metric
                        where e.ticket_id = any(?) and e.seq >= c.first_seq order by e.ticket_id, e.metric, e.seq
                        """,
                        row -> Map.entry(row.getString(10), entry(row)),
                        clocks.stream().map(ResponseClock::ticket).distinct().toList())
                .forEach(line -> {
                    var clock = byKey.get(line.getKey());
                    if (clock != null)
                        found.computeIfAbsent(clock, _ -> new ArrayList<>()).add(line.getValue());
                });
        return found;
    }

    /// All lines of a clock, the newest `limit`, oldest first.
    List<ClockEntry> history(UUID ticket, Metric metric, int limit) {
        return sql.list("""
                        select seq, at, step, target_seconds, warn_percent, calendar_id, calendar_revision, due_at, cause
                        from lienzo.clock_entry where ticket_id = ? and metric = ? order by seq desc limit ?
                        """, ClockRows::entry, ticket, metric, limit).reversed();
    }

    /// Keeps what became of clocks: rows, lines and alarms, in one round trip.
    void write(Collection<ClockTurn> turns) {
        var rows = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<Map<String, Object>>();
        for (var turn : turns) {
            var row = turn.row();
            if (turn.added().isEmpty()) continue;
            rows.add(written(row));
            for (var entry : turn.added()) lines.add(written(row, entry));
        }
        if (rows.isEmpty()) return;
        var clocks = text(rows);
        sql.update(WRITE, clocks, text(lines), clocks, clocks);
    }

    private static Map<String, Object> written(ResponseClock row) {
        var values = new HashMap<String, Object>();
        values.put("ticket", row.ticket());
        values.put("metric", row.metric());
        values.put("plan", row.basis().supportPlan());
        values.put("type", row.basis().type());
        values.put("priority", row.basis().priority());
        values.put("state", row.state());
        put(values, "cause", row.cause());
        put(values, row.terms());
        put(values, "started", row.startedAt().toString());
        put(values, "due", row.dueAt());
        put(values, "warnat", row.warnAt());
        put(values, "warned", row.warnedAt());
        put(values, "breached", row.breachedAt());
        put(values, "ended", row.endedAt());
        put(values, "alarm", row.alarm());
        values.put("first", row.firstSeq());
        values.put("last", row.lastSeq());
        return values;
    }

    private static Map<String, Object> written(ResponseClock row, ClockEntry entry) {
        var values = new HashMap<String, Object>();
        values.put("ticket", row.ticket());
        values.put("metric", row.metric());
        values.put("seq", entry.seq());
        values.put("at", entry.at().toString());
        values.put("step", name(entry.step()));
        switch (entry.step()) {
            case Started(var terms) -> put(values, terms);
            case Reset(var terms) -> put(values, terms);
            case Changed(var terms, var cause) -> {
                put(values, terms);
                put(values, "cause", cause);
            }
            case Paused(var cause) -> put(values, "cause", cause);
            case Cancelled(var cause) -> put(values, "cause", cause);
            case Moved(var due) -> put(values, "due", due);
            case Warned(var due) -> put(values, "due", due);
            case Breached(var due) -> put(values, "due", due);
            case Resumed _, Met _, Reopened _ -> {}
        }
        return values;
    }

    private static void put(Map<String, Object> values, Terms terms) {
        values.put("target", terms.target().toSeconds());
        values.put("warn", terms.warnPercent());
        values.put("calendar", terms.calendar());
        values.put("revision", terms.revision());
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value instanceof Instant at ? at.toString() : value);
    }

    static String name(ClockStep step) {
        return switch (step) {
            case Started _ -> "STARTED";
            case Paused _ -> "PAUSED";
            case Resumed _ -> "RESUMED";
            case Reset _ -> "RESET";
            case Met _ -> "MET";
            case Reopened _ -> "REOPENED";
            case Cancelled _ -> "CANCELLED";
            case Changed _ -> "CHANGED";
            case Moved _ -> "MOVED";
            case Warned _ -> "WARNED";
            case Breached _ -> "BREACHED";
        };
    }

    private static ClockEntry entry(ResultSet row) throws SQLException {
        var due = instant(row.getTimestamp(8));
        var cause = row.getString(9);
        var step = switch (row.getString(3)) {
            case "STARTED" -> new Started(terms(row, 4));
            case "PAUSED" -> new Paused(Objects.requireNonNull(cause));
            case "RESUMED" -> new Resumed();
            case "RESET" -> new Reset(terms(row, 4));
            case "MET" -> new Met();
            case "REOPENED" -> new Reopened();
            case "CANCELLED" -> new Cancelled(Objects.requireNonNull(cause));
            case "CHANGED" -> new Changed(terms(row, 4), Objects.requireNonNull(cause));
            case "MOVED" -> new Moved(due);
            case "WARNED" -> new Warned(Objects.requireNonNull(due));
            case "BREACHED" -> new Breached(Objects.requireNonNull(due));
            default -> throw new IllegalStateException("No such step: " + row.getString(3));
        };
        return new ClockEntry(row.getInt(1), row.getTimestamp(2).toInstant(), step);
    }

    private static ResponseClock read(ResultSet row) throws SQLException {
        return new ResponseClock(
                row.getObject(1, UUID.class),
                Metric.valueOf(row.getString(2)),
                new Basis(
                        row.getObject(3, UUID.class),
                        TicketType.valueOf(row.getString(4)),
                        TicketPriority.valueOf(row.getString(5))),
                ClockState.valueOf(row.getString(6)),
                row.getString(7),
                terms(row, 8),
                row.getTimestamp(12).toInstant(),
                instant(row.getTimestamp(13)),
                instant(row.getTimestamp(14)),
                instant(row.getTimestamp(15)),
                instant(row.getTimestamp(16)),
                instant(row.getTimestamp(17)),
                row.getInt(18),
                row.getInt(19));
    }

    private static Terms terms(ResultSet row, int first) throws SQLException {
        return new Terms(
                Duration.ofSeconds(row.getInt(first)),
                row.getInt(first + 1),
                row.getObject(first + 2, UUID.class),
                row.getInt(first + 3));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
