package app.lienzo.live;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The log of the organization at hand.
@ApplicationScoped
public class EventLog {
    /// Told to all replicas, with the organization's id, when its log grew.
    public static final String GREW = "live";

    static final int BATCH = 200;

    private final TenantSql sql;
    private final Signals signals;
    private final Scope scope;

    EventLog(TenantSql sql, Signals signals, Scope scope) {
        this.sql = sql;
        this.signals = signals;
        this.scope = scope;
    }

    /// A row of the log.
    ///
    /// @param settled no transaction that could still write before it is open
    record Entry(Cursor cursor, LiveEvent event, boolean settled) {}

    /// Wakes the readers after somebody wrote rows with `lienzo.emit_event` in a statement of his own.
    public void grew() {
        signals.tell(GREW, scope.organization().id());
    }

    /// Forgets what happened before.
    public void forget(Instant before) {
        sql.update("delete from lienzo.event where at < ?", before);
    }

    /// The next rows after a place, at most 200; those that are not settled come last. The order needs
    /// the table's name: a bare `xid` there is the text of the first column, in which 10 stands before
    /// 9.
    List<Entry> after(Cursor cursor) {
        return sql.list("""
                select e.xid::text, e.id, e.kind, e.space_id, e.conversation_id, e.holder_id, e.payload::text,
                       e.xid < pg_snapshot_xmin(pg_current_snapshot())
                from lienzo.event e where (e.xid, e.id) > (?::text::xid8, ?) order by e.xid, e.id limit %d
                """.formatted(BATCH), EventLog::read, Long.toString(cursor.xid()), cursor.id());
    }

    /// The place behind everything that is settled now.
    Cursor end() {
        return sql.first(
                        "select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)",
                        row -> new Cursor(row.getLong(1), Long.MAX_VALUE / 10))
                .orElseThrow();
    }

    private static Entry read(ResultSet row) throws SQLException {
        var cursor = new Cursor(Long.parseLong(row.getString(1)), row.getLong(2));
        var event = new LiveEvent(
                cursor.toString(),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getString(7));
        return new Entry(cursor, event, row.getBoolean(8));
    }
}
