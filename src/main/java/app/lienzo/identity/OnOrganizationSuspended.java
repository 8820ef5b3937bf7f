package app.lienzo.identity;

import app.lienzo.tenancy.OrganizationSuspended;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// An organization was closed: every member's sessions end, and nobody believes what he knew of them.
@ApplicationScoped
class OnOrganizationSuspended {
    private final TenantSql sql;
    private final AccessService access;

    OnOrganizationSuspended(TenantSql sql, AccessService access) {
        this.sql = sql;
        this.access = access;
    }

    void end(@Observes OrganizationSuspended event) {
        sql.list("delete from lienzo.session returning member_id", row -> row.getObject(1, UUID.class)).stream()
                .findFirst()
                // One of them is enough: what is remembered of an organization is forgotten as a whole.
                .ifPresent(access::changed);
    }
}
