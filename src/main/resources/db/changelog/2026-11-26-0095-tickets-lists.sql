--liquibase formatted sql

--changeset lienzo:tickets-lists
-- The team's lists: each order read from its own stretch of an index. Those that are due or pressing are of unfinished
-- tickets only, so that what was solved in years costs nothing.
create index ticket_created on lienzo.ticket (tenant_id, space_id, category, created_at desc, id desc);
create index ticket_by_due on lienzo.ticket (tenant_id, space_id, category, (coalesce(due_at, 'infinity'::timestamptz)), id)
    where category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD');
create index ticket_by_priority on lienzo.ticket (tenant_id, space_id, category, priority, changed_at desc, id desc)
    where category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD');
--rollback drop index lienzo.ticket_by_priority; drop index lienzo.ticket_by_due; drop index lienzo.ticket_created;
