package app.lienzo.domains;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rows of `lienzo.domain_event`.
@ApplicationScoped
class DomainEvents {
    private static final int DETAIL_MAX = 500;

    private final TenantSql sql;
    private final DomainConfig config;

    DomainEvents(TenantSql sql, DomainConfig config) {
        this.sql = sql;
        this.config = config;
    }

    void add(UUID domain, Instant now, Happening happening, String detail) {
        sql.update("""
                insert into lienzo.domain_event (tenant_id, id, domain_id, at, happening, detail)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?)
                """, Ids.next(), domain, now, happening, SafeText.line(detail, DETAIL_MAX));
        sql.update("""
                delete from lienzo.domain_event where domain_id = ? and id in (
                    select id from lienzo.domain_event where domain_id = ? order by at desc, id desc offset ?)
                """, domain, domain, config.eventsShownMax());
    }

    /// The newest first.
    List<DomainEvent> of(UUID domain) {
        return sql.list(
                "select at, happening, detail from lienzo.domain_event where domain_id = ? order by at desc, id desc limit ?",
                row -> new DomainEvent(
                        row.getTimestamp(1).toInstant(), Happening.valueOf(row.getString(2)), row.getString(3)),
                domain,
                config.eventsShownMax());
    }
}
