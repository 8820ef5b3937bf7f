package app.lienzo.sender;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// The rows of what changed.
@ApplicationScoped
class SenderEvents {
    private final TenantSql sql;

    SenderEvents(TenantSql sql) {
        this.sql = sql;
    }

    /// Newest first.
    List<SenderEvent> list(int max) {
        return sql.list(
                """
                select at, proof, verdict, reason, record from lienzo.sender_event
                where tenant_id = current_setting('lienzo.tenant') order by at desc, id desc limit ?
                """,
                row -> new SenderEvent(
                        row.getTimestamp(1).toInstant(),
                        Proof.valueOf(row.getString(2)),
                        Verdict.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5)),
                max);
    }

    void add(Finding finding, Instant now, int kept) {
        sql.update(
                "insert into lienzo.sender_event (tenant_id, id, at, proof, verdict, reason, record) values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                now,
                finding.proof(),
                finding.verdict(),
                finding.reason(),
                finding.record());
        sql.update("""
                delete from lienzo.sender_event where tenant_id = current_setting('lienzo.tenant') and id in (
                  select id from lienzo.sender_event where tenant_id = current_setting('lienzo.tenant') order by at desc, id desc offset ?)
                """, kept);
    }
}
