package app.lienzo.tickets;

import app.lienzo.contacts.ContactReferences;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// Tickets go with a contact who turns out to be another one. Which company they are for stays.
@ApplicationScoped
class TicketsOfContact implements ContactReferences {
    private final TenantSql sql;

    TicketsOfContact(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    public int count(UUID contact) {
        return sql.first(
                        "select count(*)::int from lienzo.ticket where requester_id = ?", row -> row.getInt(1), contact)
                .orElse(0);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> move(UUID from, UUID to) {
        return sql.list(
                "update lienzo.ticket set requester_id = ?, version = version + 1 where requester_id = ? returning id",
                row -> row.getObject(1, UUID.class),
                to,
                from);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveBack(List<UUID> things, UUID from, UUID to) {
        sql.update(
                "update lienzo.ticket set requester_id = ?, version = version + 1 where id = any(?) and requester_id = ?",
                from,
                things,
                to);
    }
}
