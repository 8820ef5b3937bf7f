--liquibase formatted sql

--changeset lienzo:live-order splitStatements:false
-- Readers of the log waited for every transaction of the whole server that had written anything, an import's or an index's too.
-- Now a writer says himself that he is one: docs/adr/0029. The column xid is written for replicas of the version before alone.
alter table lienzo.event drop constraint event_pkey;
alter table lienzo.event add primary key (tenant_id, id);
comment on table lienzo.event is 'What happened, per organization, in the order of the ids. Ids do not commit in order: a reader goes no further than lienzo.event_horizon and so never passes a row that is still to come.';
comment on column lienzo.event.xid is 'Read by the version before alone; to be dropped with the next one.';
grant select, usage on sequence lienzo.event_id_seq to lienzo_app, lienzo_ops;
create or replace function lienzo.emit_event(tenant text, event_kind text, space uuid, conversation uuid, holder uuid, content jsonb)
returns void language plpgsql as $$
declare
    place bigint;
begin
    -- Once in a transaction, before its first row: all ids that it draws are above the one that its lock is called by.
    if coalesce(current_setting('lienzo.emits', true), '') <> tenant then
        place := nextval('lienzo.event_id_seq');
        perform pg_advisory_xact_lock_shared(hashtext(tenant), (place & 2147483647)::int);
        perform set_config('lienzo.emits', tenant, true);
    end if;
    insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
    values (tenant, event_kind, space, conversation, holder, content);
end
$$;
-- The place up to which an organization's log is whole. What was drawn is asked for before who still writes: whoever begins
-- after that draws higher ids. A lock's name is the low 31 bits of its id, which is one of the last thousand million.
create function lienzo.event_horizon(tenant text) returns bigint language plpgsql volatile as $$
declare
    drawn bigint;
    below bigint;
begin
    select last_value into drawn from lienzo.event_id_seq;
    select max(w.back) into below from (
        select (drawn - l.objid::bigint) & 2147483647 as back from pg_catalog.pg_locks l
        where l.locktype = 'advisory' and l.objsubid = 2 and l.mode = 'ShareLock'
          and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
          and l.classid = (hashtext(tenant)::bigint & 4294967295)::oid) w
    where w.back < 1073741824;
    return drawn - coalesce(below, 0);
end
$$;
-- The next rows after a place, those that are still unsettled last. Not to be joined in the statement that asks for them: they
-- are newer than what that statement sees.
create function lienzo.events_after(place bigint, most integer)
returns table (id bigint, kind text, space_id uuid, conversation_id uuid, holder_id uuid, payload jsonb, settled boolean)
language plpgsql volatile as $$
declare
    horizon bigint := lienzo.event_horizon(current_setting('lienzo.tenant'));
begin
    return query select e.id, e.kind, e.space_id, e.conversation_id, e.holder_id, e.payload, e.id <= horizon
        from lienzo.event e where e.tenant_id = current_setting('lienzo.tenant') and e.id > place order by e.id limit most;
end
$$;
-- Looked at once more in the new order; what is indexed twice does no harm.
update lienzo.search_place set event_id = greatest(event_id - 10000, 0);
alter table lienzo.search_place alter column xid set default '0';
comment on column lienzo.search_place.xid is 'Read by the version before alone; to be dropped with the next one.';
--rollback drop function lienzo.events_after(bigint, integer);
--rollback drop function lienzo.event_horizon(text);
--rollback create or replace function lienzo.emit_event(tenant text, event_kind text, space uuid, conversation uuid, holder uuid, content jsonb)
--rollback returns void language sql as $$
--rollback     insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
--rollback     values (tenant, event_kind, space, conversation, holder, content)
--rollback $$;
--rollback revoke select, usage on sequence lienzo.event_id_seq from lienzo_app, lienzo_ops;
--rollback alter table lienzo.search_place alter column xid drop default;
--rollback alter table lienzo.event drop constraint event_pkey;
--rollback alter table lienzo.event add primary key (tenant_id, xid, id);
--rollback comment on column lienzo.search_place.xid is null;
--rollback comment on column lienzo.event.xid is null;
--rollback comment on table lienzo.event is 'What happened, per organization, in the order (xid, id). Ids do not commit in order: a reader stays below pg_snapshot_xmin(pg_current_snapshot()) and so never passes a row that is still to come.';
