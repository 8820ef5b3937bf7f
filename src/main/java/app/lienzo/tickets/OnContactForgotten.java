package app.lienzo.tickets;

import app.lienzo.contacts.ContactForgotten;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A contact is forgotten for good: what he wrote in his tickets stays, as it is the team's history
/// too, and his name goes from it.
@ApplicationScoped
class OnContactForgotten {
    private final TenantSql sql;

    OnContactForgotten(TenantSql sql) {
        this.sql = sql;
    }

    void forget(@Observes ContactForgotten forgotten) {
        sql.update("""
                update lienzo.ticket_entry set author = ''
                where ticket_id in (select id from lienzo.ticket where requester_id = ?) and by = 'CONTACT' and author_id = ?
                """, forgotten.contact(), forgotten.contact());
    }
}
