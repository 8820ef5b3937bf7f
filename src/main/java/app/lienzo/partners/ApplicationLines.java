package app.lienzo.partners;

import app.lienzo.audit.Actor;
import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of applications' histories. Lines are added and never changed.
@ApplicationScoped
class ApplicationLines {
    private final TenantSql sql;

    ApplicationLines(TenantSql sql) {
        this.sql = sql;
    }

    void write(UUID id, Instant at, ApplicationLine.Kind kind, @Nullable Actor by, @Nullable String text) {
        sql.update("""
                insert into lienzo.partner_application_line (tenant_id, application_id, id, at, kind, member_id, actor, text)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?::uuid, ?::text, ?::text)
                """, id, Ids.next(), at, kind, by == null ? null : by.member(), by == null ? null : by.name(), text);
    }

    /// A note.
    ///
    /// @return false when the same line is there already
    boolean note(UUID id, UUID line, Instant at, Actor by, String text) {
        return sql.update("""
                insert into lienzo.partner_application_line (tenant_id, application_id, id, at, kind, member_id, actor, text)
                values (current_setting('lienzo.tenant'), ?, ?, ?, 'NOTED', ?::uuid, ?::text, ?) on conflict do nothing
                """, id, line, at, by.member(), by.name(), text) == 1;
    }

    int count(UUID id) {
        return sql.first(
                        "select count(*) from lienzo.partner_application_line where application_id = ?",
                        row -> row.getInt(1),
                        id)
                .orElseThrow();
    }

    /// Oldest first.
    List<ApplicationLine> history(UUID id, int max) {
        return sql.list(
                """
                select at, kind, actor, text from lienzo.partner_application_line where application_id = ? order by at, id limit ?
                """,
                row -> new ApplicationLine(
                        row.getTimestamp(1).toInstant(),
                        ApplicationLine.Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)),
                id,
                max);
    }
}
