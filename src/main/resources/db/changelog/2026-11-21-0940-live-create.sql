--liquibase formatted sql

--changeset lienzo:live-create
create table lienzo.event (
    tenant_id        text not null,
    xid              xid8 not null default pg_current_xact_id(),
    id               bigint generated always as identity,
    at               timestamptz not null default clock_timestamp(),
    kind             text not null,
    space_id         uuid not null,
    conversation_id  uuid,
    holder_id        uuid,
    payload          jsonb not null,
    primary key (tenant_id, xid, id)
);
comment on table lienzo.event is 'What happened, per organization, in the order (xid, id). Ids do not commit in order: a reader stays below pg_snapshot_xmin(pg_current_snapshot()) and so never passes a row that is still to come.';
comment on column lienzo.event.holder_id is 'Who alone, beside the Managers of the space, may learn the payload; null when everybody of the space may.';
create index event_age on lienzo.event (tenant_id, at);
call platform.protect('lienzo.event');
revoke update on lienzo.event from lienzo_app;
--rollback drop table lienzo.event;

--changeset lienzo:live-emit splitStatements:false
create function lienzo.emit_event(tenant text, event_kind text, space uuid, conversation uuid, holder uuid, content jsonb)
returns void language sql as $$
    insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
    values (tenant, event_kind, space, conversation, holder, content)
$$;
--rollback drop function lienzo.emit_event(text, text, uuid, uuid, uuid, jsonb);
