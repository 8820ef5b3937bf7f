package app.lienzo.portalaccess;

import app.lienzo.tenancy.OrganizationSuspended;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// An organization was closed: no contact of it stays signed in.
@ApplicationScoped
class OnOrganizationSuspended {
    private final TenantSql sql;

    OnOrganizationSuspended(TenantSql sql) {
        this.sql = sql;
    }

    void end(@Observes OrganizationSuspended event) {
        sql.update("delete from lienzo.portal_session");
    }
}
