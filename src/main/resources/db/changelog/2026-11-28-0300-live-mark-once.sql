--liquibase formatted sql

--changeset lienzo:live-mark-once splitStatements:false rollbackSplitStatements:false
-- The mark is left in one place.
create or replace function lienzo.emit_event(tenant text, event_kind text, space uuid, conversation uuid, holder uuid, content jsonb)
returns void language sql as $$
    insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
    select tenant, event_kind, space, conversation, holder, content where lienzo.marks_events(tenant)
$$;
--rollback create or replace function lienzo.emit_event(tenant text, event_kind text, space uuid, conversation uuid, holder uuid, content jsonb)
--rollback returns void language plpgsql as $$
--rollback declare
--rollback     place bigint;
--rollback begin
--rollback     if coalesce(current_setting('lienzo.emits', true), '') <> tenant then
--rollback         place := nextval('lienzo.event_id_seq');
--rollback         perform pg_advisory_xact_lock_shared(hashtext(tenant), (place & 2147483647)::int);
--rollback         perform set_config('lienzo.emits', tenant, true);
--rollback     end if;
--rollback     insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
--rollback     values (tenant, event_kind, space, conversation, holder, content);
--rollback end
--rollback $$;
