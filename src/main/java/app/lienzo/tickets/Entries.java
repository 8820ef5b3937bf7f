package app.lienzo.tickets;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the lines of a ticket. Whether the asker may see it was decided before.
@ApplicationScoped
class Entries {
    static final int PAGE_MAX = 200;

    private static final String SELECT = """
            select e.id, e.ticket_id, e.seq, e.kind, e.by, e.author_id, e.author, e.body, e.change::text, e.source, e.merged_from,
                   e.at, case when e.attachments > 0 then (
                       select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes,
                                                         'width', f.width, 'height', f.height) order by a.position)
                       from lienzo.ticket_file a join lienzo.file f on f.tenant_id = a.tenant_id and f.id = a.file_id
                       where a.entry_id = e.id)::text end
            from lienzo.ticket_entry e
            """;

    private final TicketRows rows;
    private final TenantSql sql;

    Entries(TicketRows rows, TenantSql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /// What came after a place, oldest first.
    List<EntryView> after(UUID ticket, int seq, int limit) {
        return sql.list(
                SELECT + " where e.ticket_id = ? and e.seq > ? order by e.seq limit ?",
                this::read,
                ticket,
                seq,
                Math.min(limit, PAGE_MAX));
    }

    /// The last ones before a place, oldest first.
    List<EntryView> before(UUID ticket, int seq, int limit) {
        return sql.list(
                        SELECT + " where e.ticket_id = ? and e.seq < ? order by e.seq desc limit ?",
                        this::read,
                        ticket,
                        seq,
                        Math.min(limit, PAGE_MAX))
                .reversed();
    }

    /// What both sides see, after a place, oldest first.
    List<EntryView> shared(UUID ticket, int seq, int limit) {
        return sql.list(
                SELECT
                        + " where e.ticket_id = ? and e.seq > ? and e.kind in ('DESCRIPTION', 'REPLY') order by e.seq limit ?",
                this::read,
                ticket,
                seq,
                Math.min(limit, PAGE_MAX));
    }

    /// The last ones before a place that both sides see, oldest first.
    List<EntryView> sharedBefore(UUID ticket, int seq, int limit) {
        return sql.list(
                        SELECT
                                + " where e.ticket_id = ? and e.seq < ? and e.kind in ('DESCRIPTION', 'REPLY') order by e.seq desc limit ?",
                        this::read,
                        ticket,
                        seq,
                        Math.min(limit, PAGE_MAX))
                .reversed();
    }

    Optional<EntryView> at(UUID ticket, int seq) {
        return sql.first(SELECT + " where e.ticket_id = ? and e.seq = ?", this::read, ticket, seq);
    }

    Optional<EntryView> bySource(UUID ticket, String source) {
        return sql.first(SELECT + " where e.ticket_id = ? and e.source = ?", this::read, ticket, source);
    }

    /// What was said under a key, as a hash.
    byte @Nullable [] hashOf(UUID entry) {
        return sql.first("select source_hash from lienzo.ticket_entry where id = ?", row -> row.getBytes(1), entry)
                .orElse(null);
    }

    private EntryView read(ResultSet row) throws SQLException {
        var change = row.getString(9);
        var files = row.getString(13);
        return new EntryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                EntryKind.valueOf(row.getString(4)),
                EntryBy.valueOf(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                change == null ? null : rows.read(change, EntryView.Change.class),
                row.getString(10),
                row.getObject(11, Long.class),
                row.getTimestamp(12).toInstant(),
                files == null ? List.of() : List.of(rows.read(files, TicketFile[].class)));
    }
}
