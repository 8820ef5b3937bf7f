package app.lienzo.conversations;

import app.lienzo.contacts.ContactForgotten;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/// What was said stays, of somebody without a name.
@ApplicationScoped
class OnContactForgotten {
    private final TenantSql sql;

    OnContactForgotten(TenantSql sql) {
        this.sql = sql;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void forgetName(@Observes ContactForgotten forgotten) {
        sql.update("""
                update lienzo.message m set author = '' from lienzo.conversation c, lienzo.contact k
                where (k.id = ? or k.merged_into = ?) and c.tenant_id = k.tenant_id and c.contact_id = k.id
                  and m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.kind = 'INBOUND' and m.author <> ''
                """, forgotten.contact(), forgotten.contact());
    }
}
