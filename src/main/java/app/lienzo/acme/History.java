package app.lienzo.acme;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// The steps of the hosts of the organization in scope.
@ApplicationScoped
class History {
    private final TenantSql sql;
    private final AcmeConfig config;

    History(TenantSql sql, AcmeConfig config) {
        this.sql = sql;
        this.config = config;
    }

    void add(CertificateOrder order, Instant now) {
        sql.update("""
                insert into lienzo.acme_event (tenant_id, id, host, at, state, reason, detail, authority)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?)
                """, Ids.next(), order.host, now, order.state, order.reason, order.detail, order.authority);
        sql.update("""
                delete from lienzo.acme_event where tenant_id = current_setting('lienzo.tenant') and host = ? and id in (
                    select id from lienzo.acme_event where host = ? order by id desc offset ?)
                """, order.host, order.host, config.historyMax());
    }

    /// Of hosts that nobody wants a certificate for any more.
    void forgetGoneBefore(Instant before) {
        sql.update("""
                delete from lienzo.acme_event e where e.tenant_id = current_setting('lienzo.tenant') and e.at < ?
                  and not exists (select 1 from platform.acme_order o where o.organization_id = e.tenant_id and o.host = e.host)
                """, before);
    }

    /// The newest first.
    List<AcmeEvent> of(String host) {
        return sql.list(
                "select at, state, reason, detail, authority from lienzo.acme_event where host = ? order by id desc",
                row -> new AcmeEvent(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        AcmeState.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                host);
    }
}
