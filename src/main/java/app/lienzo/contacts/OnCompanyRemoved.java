package app.lienzo.contacts;

import app.lienzo.companies.CompanyRemoved;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// Nobody sees anything any more by being main contact of a company that was taken away, and whoever watches is told.
@ApplicationScoped
class OnCompanyRemoved {
    private final TenantSql sql;
    private final Event<ContactMembershipsChanged> membershipsChanged;

    OnCompanyRemoved(TenantSql sql, Event<ContactMembershipsChanged> membershipsChanged) {
        this.sql = sql;
        this.membershipsChanged = membershipsChanged;
    }

    void removed(@Observes CompanyRemoved event) {
        sql.list(
                        "select contact_id from lienzo.contact_company where company_id = ? and sees_all",
                        row -> row.getObject(1, UUID.class),
                        event.company())
                .forEach(contact -> membershipsChanged.fire(new ContactMembershipsChanged(contact)));
    }
}
