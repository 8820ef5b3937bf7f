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
    /// @param settled nobody who is still writing can come before it
    record Entry(Cursor cursor, LiveEvent event, boolean settled) {}

    /// Wakes the readers after somebody wrote rows with `lienzo.emit_event` in a statement of his own.
    public void grew() {
        signals.tell(GREW, scope.organization().id());
    }

    /// Forgets what happened before.
    public void forget(Instant before) {
        sql.update("delete from lienzo.event where at < ?", before);
    }

    /// The next rows after a place, at most 200; those that are not settled come last.
    List<Entry> after(Cursor cursor) {
        return sql.list(
                "select id, kind, space_id, conversation_id, holder_id, payload::text, settled from lienzo.events_after(?, ?)",
                EventLog::read,
                cursor.id(),
                BATCH);
    }

    /// The place behind everything that is settled now.
    Cursor end() {
        return sql.first(
                        "select lienzo.event_horizon(current_setting('lienzo.tenant'))",
                        row -> new Cursor(row.getLong(1)))
                .orElseThrow();
    }

    private static Entry read(ResultSet row) throws SQLException {
        var cursor = new Cursor(row.getLong(1));
        var event = new LiveEvent(
                cursor.toString(),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6));
        return new Entry(cursor, event, row.getBoolean(7));
    }
}
