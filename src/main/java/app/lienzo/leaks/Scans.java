package app.lienzo.leaks;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Signatures;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of scans, findings and pardons.
@ApplicationScoped
class Scans {
    private static final int PATH_MAX = 600;
    private static final int PLACE_MAX = 200;
    private static final int EXCERPT_MAX = 400;
    private static final String VIEW = """
            select s.id, s.state, s.host, s.asked_at, s.ended_at, s.checked, s.open,
              (select count(*) from lienzo.leak_finding f where f.scan_id = s.id
                and not exists (select 1 from lienzo.leak_pardon p where p.tenant_id = f.tenant_id and p.print = f.print))
            from lienzo.leak_scan s\s""";

    private static final String PRINT = "brand-finding";

    private final TenantSql sql;
    private final Signatures signatures;

    Scans(TenantSql sql, Signatures signatures) {
        this.sql = sql;
        this.signatures = signatures;
    }

    /// @return false when one goes on already
    boolean add(UUID id, UUID member, String host, Instant now) {
        return sql.update("""
                        insert into lienzo.leak_scan (tenant_id, id, member_id, state, host, asked_at)
                        values (current_setting('lienzo.tenant'), ?, ?, 'WAITING', ?, ?) on conflict do nothing
                        """, id, member, host, now) > 0;
    }

    List<ScanView> latest(int max) {
        return sql.list(VIEW + "order by s.asked_at desc limit ?", Scans::read, max);
    }

    int askedSince(Instant since) {
        return sql.first("select count(*) from lienzo.leak_scan where asked_at > ?", row -> row.getInt(1), since)
                .orElse(0);
    }

    /// As whom it looks; nothing when it is over.
    Optional<UUID> begin(UUID id, Instant now) {
        return sql.first(
                "update lienzo.leak_scan set state = 'RUNNING', begun_at = ?, checked = 0 where id = ? and state in ('WAITING', 'RUNNING') returning member_id",
                row -> row.getObject(1, UUID.class),
                now,
                id);
    }

    /// @return false when it was canceled
    boolean progress(UUID id, int checked, int open) {
        return sql.update(
                        "update lienzo.leak_scan set checked = ?, open = ? where id = ? and state = 'RUNNING'",
                        checked,
                        open,
                        id)
                > 0;
    }

    /// @return whether it was still going
    boolean end(UUID id, ScanState state, int checked, Instant now) {
        return sql.update(
                        "update lienzo.leak_scan set state = ?, ended_at = ?, open = 0, checked = greatest(checked, ?) where id = ? and state in ('WAITING', 'RUNNING')",
                        state,
                        now,
                        checked,
                        id)
                > 0;
    }

    /// A process that died left it going.
    void endForgotten(Instant before, Instant now) {
        sql.update(
                "update lienzo.leak_scan set state = 'FAILED', ended_at = ? where state in ('WAITING', 'RUNNING') and coalesce(begun_at, asked_at) < ?",
                now,
                before);
    }

    void add(UUID scan, Finding finding) {
        sql.update(
                """
                insert into lienzo.leak_finding (tenant_id, id, scan_id, print, kind, severity, surface, path, place, excerpt)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.next(),
                scan,
                signatures.sign(PRINT, finding.sameness()),
                finding.kind(),
                finding.severity(),
                finding.surface(),
                SafeText.line(finding.path(), PATH_MAX),
                SafeText.line(finding.place(), PLACE_MAX),
                SafeText.line(finding.excerpt(), EXCERPT_MAX));
    }

    List<FoundView> findings(UUID scan) {
        return sql.list(
                """
                select f.print, f.kind, f.severity, f.surface, f.path, f.place, f.excerpt, p.print is not null
                from lienzo.leak_finding f
                left join lienzo.leak_pardon p on p.tenant_id = f.tenant_id and p.print = f.print
                where f.scan_id = ?
                order by p.print is not null, array_position(array['HIGH', 'MEDIUM', 'LOW'], f.severity), f.path, f.id
                """,
                row -> new FoundView(
                        row.getString(1),
                        FindingKind.valueOf(row.getString(2)),
                        Severity.valueOf(row.getString(3)),
                        Surface.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8)),
                scan);
    }

    /// Of findings that there are.
    boolean pardon(String print, Instant now) {
        return sql.update("""
                        insert into lienzo.leak_pardon (tenant_id, print, at)
                        select distinct tenant_id, print, ?::timestamptz from lienzo.leak_finding where print = ?
                        on conflict do nothing
                        """, now, print) > 0;
    }

    boolean accuse(String print) {
        return sql.update("delete from lienzo.leak_pardon where print = ?", print) > 0;
    }

    void keep(int max) {
        sql.update(
                "delete from lienzo.leak_scan where id not in (select id from lienzo.leak_scan order by asked_at desc limit ?)",
                max);
    }

    private static ScanView read(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp(5);
        return new ScanView(
                row.getObject(1, UUID.class),
                ScanState.valueOf(row.getString(2)),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8));
    }
}
