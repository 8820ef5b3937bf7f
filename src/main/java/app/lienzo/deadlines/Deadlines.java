package app.lienzo.deadlines;

import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockState;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.ClockStep.Breached;
import app.lienzo.clocks.ClockStep.Cancelled;
import app.lienzo.clocks.ClockStep.Changed;
import app.lienzo.clocks.ClockStep.Met;
import app.lienzo.clocks.ClockStep.Moved;
import app.lienzo.clocks.ClockStep.Paused;
import app.lienzo.clocks.ClockStep.Resumed;
import app.lienzo.clocks.ClockStep.Started;
import app.lienzo.clocks.ClockStep.Warned;
import app.lienzo.clocks.Terms;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of deadlines and the lines of their ledgers.
@ApplicationScoped
class Deadlines {
    static final String PLATFORM = "platform";

    private static final long NANOS = 1_000;

    private static final String COLUMNS =
            " subject, id, organization_id, state, started_at, due_at, warned_at, breached_at, ended_at ";
    private static final String LINE = " seq, at, step, target_micros, calendar_id, calendar_revision, due_at, cause ";

    private final TenantSql sql;

    Deadlines(TenantSql sql) {
        this.sql = sql;
    }

    record Key(DeadlineSubject subject, UUID id) {}

    /// @return whether it is new
    boolean add(Key key, String organization, List<Duration> warnLeft, Instant at) {
        return sql.update("""
                insert into platform.deadline (organization_id, subject, id, state, started_at, warn_left, last_seq)
                values (?, ?, ?, 'RUNNING', ?, string_to_array(?, ' ')::bigint[], 0) on conflict (subject, id) do nothing
                """, organization, key.subject(), key.id(), at, seconds(warnLeft)) == 1;
    }

    /// When it is warned from now on.
    void warn(Key key, List<Duration> warnLeft) {
        sql.update(
                "update platform.deadline set warn_left = string_to_array(?, ' ')::bigint[] where subject = ? and id = ?",
                seconds(warnLeft),
                key.subject(),
                key.id());
    }

    private static String seconds(List<Duration> warnLeft) {
        return warnLeft.stream().map(left -> Long.toString(left.toSeconds())).collect(Collectors.joining(" "));
    }

    /// Locks it until the transaction ends.
    ///
    /// @return what is left when each warning is due; nothing when there is no such deadline
    Optional<List<Duration>> lock(Key key) {
        return sql.first(
                "select warn_left from platform.deadline where subject = ? and id = ? for update",
                row -> Arrays.stream((Long[]) row.getArray(1).getArray())
                        .map(Duration::ofSeconds)
                        .toList(),
                key.subject(),
                key.id());
    }

    Optional<DeadlineView> find(Key key) {
        return sql.first(
                "select" + COLUMNS + "from platform.deadline where subject = ? and id = ?",
                Deadlines::view,
                key.subject(),
                key.id());
    }

    List<DeadlineView> of(DeadlineSubject subject, Collection<UUID> ids) {
        return sql.list(
                "select" + COLUMNS + "from platform.deadline where subject = ? and id = any(?)",
                Deadlines::view,
                subject,
                List.copyOf(ids));
    }

    List<ClockEntry> ledger(Key key) {
        return sql.list(
                "select" + LINE + "from platform.deadline_entry where subject = ? and id = ? order by seq",
                Deadlines::entry,
                key.subject(),
                key.id());
    }

    void append(Key key, ClockEntry entry) {
        var terms = terms(entry.step());
        sql.update(
                """
                insert into platform.deadline_entry (organization_id, subject, id, seq, at, step, target_micros, calendar_id,
                    calendar_revision, due_at, cause)
                select organization_id, subject, id, ?, ?, ?, ?::bigint, ?::uuid, ?::integer, ?::timestamptz, ?::text
                from platform.deadline where subject = ? and id = ?
                """,
                entry.seq(),
                entry.at(),
                name(entry.step()),
                terms == null ? null : terms.target().toNanos() / NANOS,
                terms == null ? null : terms.calendar(),
                terms == null ? null : terms.revision(),
                due(entry.step()),
                cause(entry.step()),
                key.subject(),
                key.id());
    }

    /// Keeps what a ledger adds up to.
    void keep(DeadlineView now, @Nullable Instant alarm, int lastSeq) {
        sql.update(
                """
                update platform.deadline set state = ?, due_at = ?::timestamptz, warned_at = ?::timestamptz,
                    breached_at = ?::timestamptz, ended_at = ?::timestamptz, alarm_at = ?::timestamptz, last_seq = ?
                where subject = ? and id = ?
                """,
                now.state(),
                now.dueAt(),
                now.warnedAt(),
                now.passedAt(),
                now.endedAt(),
                alarm,
                lastSeq,
                now.subject(),
                now.id());
    }

    /// Takes what has come, so that no other replica does until the lease ends. On the platform only: others see
    /// theirs alone.
    List<Key> take(Instant now, Duration lease, int max) {
        return sql.list(
                """
                update platform.deadline set alarm_at = ? where (subject, id) in (
                    select subject, id from platform.deadline where alarm_at <= ? order by alarm_at for update skip locked limit ?)
                returning subject, id
                """,
                row -> new Key(DeadlineSubject.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                now.plus(lease),
                now,
                max);
    }

    static String name(ClockStep step) {
        return switch (step) {
            case Started _ -> "STARTED";
            case Paused _ -> "PAUSED";
            case Resumed _ -> "RESUMED";
            case Met _ -> "MET";
            case Cancelled _ -> "CANCELLED";
            case Changed _ -> "CHANGED";
            case Moved _ -> "MOVED";
            case Warned _ -> "WARNED";
            case Breached _ -> "BREACHED";
            case ClockStep.Reset _, ClockStep.Reopened _ -> throw new IllegalArgumentException("Not of a deadline");
        };
    }

    static @Nullable Instant due(ClockStep step) {
        return switch (step) {
            case Moved(var due) -> due;
            case Warned(var due) -> due;
            case Breached(var due) -> due;
            default -> null;
        };
    }

    static @Nullable String cause(ClockStep step) {
        return switch (step) {
            case Paused(var cause) -> cause;
            case Cancelled(var cause) -> cause;
            case Changed(var _, var cause) -> cause;
            default -> null;
        };
    }

    /// Null for what leaves it as it was, and for the clock on the wall.
    static @Nullable UUID calendar(ClockStep step) {
        var terms = terms(step);
        return terms == null || terms.calendar().equals(DeadlineTimes.WALL) ? null : terms.calendar();
    }

    private static @Nullable Terms terms(ClockStep step) {
        return switch (step) {
            case Started(var terms) -> terms;
            case Changed(var terms, var _) -> terms;
            default -> null;
        };
    }

    private static ClockEntry entry(ResultSet row) throws SQLException {
        var due = instant(row, 7);
        var cause = row.getString(8);
        var step = switch (row.getString(3)) {
            case "STARTED" -> new Started(terms(row));
            case "PAUSED" -> new Paused(Objects.requireNonNull(cause));
            case "RESUMED" -> new Resumed();
            case "MET" -> new Met();
            case "CANCELLED" -> new Cancelled(Objects.requireNonNull(cause));
            case "CHANGED" -> new Changed(terms(row), Objects.requireNonNull(cause));
            case "MOVED" -> new Moved(due);
            case "WARNED" -> new Warned(Objects.requireNonNull(due));
            case "BREACHED" -> new Breached(Objects.requireNonNull(due));
            default -> throw new IllegalStateException("No such step: " + row.getString(3));
        };
        return new ClockEntry(row.getInt(1), row.getTimestamp(2).toInstant(), step);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                Duration.of(row.getLong(4), ChronoUnit.MICROS), 0, row.getObject(5, UUID.class), row.getInt(6));
    }

    private static DeadlineView view(ResultSet row) throws SQLException {
        return new DeadlineView(
                DeadlineSubject.valueOf(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getString(3),
                ClockState.valueOf(row.getString(4)),
                row.getTimestamp(5).toInstant(),
                instant(row, 6),
                instant(row, 7),
                instant(row, 8),
                instant(row, 9));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
