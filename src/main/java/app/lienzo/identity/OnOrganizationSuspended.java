package app.lienzo.identity;

import app.lienzo.tenancy.OrganizationSuspended;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// An organization was closed: every member's sessions and all visits end, and nobody believes what he knew of them.
@ApplicationScoped
class OnOrganizationSuspended {
    private final TenantSql sql;
    private final AccessService access;
    private final VisitService visits;

    OnOrganizationSuspended(TenantSql sql, AccessService access, VisitService visits) {
        this.sql = sql;
        this.access = access;
        this.visits = visits;
    }

    void end(@Observes OrganizationSuspended event) {
        visits.endAll();
        sql.list("delete from lienzo.session returning member_id", row -> row.getObject(1, UUID.class)).stream()
                .findFirst()
                // One of them is enough: what is remembered of an organization is forgotten as a whole.
                .ifPresent(access::changed);
    }
}
