package app.lienzo.contacts;

import app.lienzo.contacts.Duplicate.Reason;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Who else in the space may be the same person.
@ApplicationScoped
class Duplicates {
    private static final int MOST = 5;

    private final TenantSql sql;

    Duplicates(TenantSql sql) {
        this.sql = sql;
    }

    List<Duplicate> of(UUID contact) {
        return sql.list(
                """
                with me as (select * from lienzo.contact where id = ?), other as (
                    select e.contact_id as id, 0 as why from me join lienzo.contact_email e
                      on e.tenant_id = me.tenant_id and e.space_id = me.space_id and e.address = me.said_email
                    union all
                    select c.id, 0 from me join lienzo.contact_email e on e.tenant_id = me.tenant_id and e.contact_id = me.id
                    join lienzo.contact c on c.tenant_id = me.tenant_id and c.space_id = me.space_id and c.said_email = e.address
                      and c.removed_at is null
                    union all
                    select c.id, 0 from me join lienzo.contact c on c.tenant_id = me.tenant_id and c.space_id = me.space_id
                      and c.said_email = me.said_email and c.removed_at is null
                    union all
                    select o.contact_id, 1 from me join lienzo.contact_phone p on p.tenant_id = me.tenant_id and p.contact_id = me.id
                    join lienzo.contact_phone o on o.tenant_id = p.tenant_id and o.number = p.number
                    union all
                    (select c.id, 2 from me join lienzo.contact c on c.tenant_id = me.tenant_id and c.space_id = me.space_id
                       and c.called = me.called and c.removed_at is null and c.found <> '' where me.name <> '' limit 20)
                ), best as (select id, min(why) as why from other group by id)
                select
                """
                        + Contacts.COLUMNS
                        + ", b.why from best b cross join me join lienzo.contact c on c.tenant_id = me.tenant_id and c.id = b.id and c.space_id = me.space_id "
                        + Contacts.JOINS
                        + " where c.removed_at is null and c.id <> me.id order by b.why, c.created_at limit "
                        + MOST,
                row -> new Duplicate(Contacts.view(row), Reason.values()[row.getInt(20)]),
                contact);
    }
}
