--liquibase formatted sql

--changeset lienzo:conversations-create
create table lienzo.space_number (
    tenant_id  text not null,
    space_id   uuid not null,
    last       bigint not null,
    primary key (tenant_id, space_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.space_number is 'The last number of a conversation in a space; taken last, so that a busy space waits for a commit and no longer.';
call platform.protect('lienzo.space_number');

create table lienzo.conversation (
    tenant_id        text not null,
    id               uuid not null,
    version          integer not null default 0,
    space_id         uuid not null,
    channel_id       uuid not null,
    contact_id       uuid not null,
    number           bigint not null,
    state            text not null check (state in ('INBOX', 'IN_PROGRESS', 'CLOSED')),
    holder_id        uuid,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    taken_at         timestamptz,
    closed_at        timestamptz,
    last_seq         integer not null default 0,
    last_inbound     integer not null default 0,
    read_by_contact  integer not null default 0,
    read_by_team     integer not null default 0,
    preview          text not null default '',
    preview_kind     text not null default 'INBOUND',
    primary key (tenant_id, id),
    unique (tenant_id, space_id, number),
    check ((state = 'IN_PROGRESS') = (holder_id is not null)),
    foreign key (tenant_id, space_id, channel_id) references lienzo.channel (tenant_id, space_id, id),
    foreign key (tenant_id, space_id, contact_id) references lienzo.contact (tenant_id, space_id, id),
    foreign key (tenant_id, holder_id) references lienzo.member
) with (fillfactor = 85);
-- A contact has one conversation per live-chat channel; it reopens when he writes again.
create unique index conversation_thread on lienzo.conversation (tenant_id, channel_id, contact_id);
create index conversation_tray on lienzo.conversation (tenant_id, space_id, state, changed_at desc, id desc);
create index conversation_held on lienzo.conversation (tenant_id, holder_id, changed_at desc, id desc) where state = 'IN_PROGRESS';
call platform.protect('lienzo.conversation');

create table lienzo.message (
    tenant_id        text not null,
    conversation_id  uuid not null,
    seq              integer not null,
    id               uuid not null,
    kind             text not null check (kind in ('INBOUND', 'REPLY', 'NOTE', 'SYSTEM')),
    author_id        uuid,
    author           text not null,
    body             text not null,
    source           text,
    source_hash      bytea,
    attachments      smallint not null default 0,
    at               timestamptz not null,
    primary key (tenant_id, conversation_id, seq),
    unique (tenant_id, id),
    foreign key (tenant_id, conversation_id) references lienzo.conversation on delete cascade
);
comment on column lienzo.message.source is 'The sender''s own key of the message: what arrives twice is stored once.';
comment on column lienzo.message.source_hash is 'What it said under that key, so that another text under the same key is refused.';
create unique index message_source on lienzo.message (tenant_id, conversation_id, source) where source is not null;
call platform.protect('lienzo.message');

create table lienzo.attachment (
    tenant_id        text not null,
    file_id          uuid not null,
    conversation_id  uuid,
    visitor_id       uuid,
    member_id        uuid,
    message_id       uuid,
    position         smallint not null default 0,
    created_at       timestamptz not null,
    primary key (tenant_id, file_id),
    foreign key (tenant_id, file_id) references lienzo.file on delete cascade,
    foreign key (tenant_id, conversation_id) references lienzo.conversation on delete cascade,
    foreign key (tenant_id, message_id) references lienzo.message (tenant_id, id) on delete cascade
);
comment on table lienzo.attachment is 'A file on its way into a message (no message yet: whoever brought it may use it) or in one.';
create index attachment_message on lienzo.attachment (tenant_id, message_id) where message_id is not null;
create index attachment_waiting on lienzo.attachment (tenant_id, created_at) where message_id is null;
call platform.protect('lienzo.attachment');
--rollback drop table lienzo.attachment; drop table lienzo.message; drop table lienzo.conversation; drop table lienzo.space_number;

--changeset lienzo:conversations-member
create table lienzo.draft (
    tenant_id        text not null,
    member_id        uuid not null,
    conversation_id  uuid not null,
    kind             text not null check (kind in ('REPLY', 'NOTE')),
    body             text not null,
    changed_at       timestamptz not null,
    primary key (tenant_id, member_id, conversation_id, kind),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade,
    foreign key (tenant_id, conversation_id) references lienzo.conversation on delete cascade
);
call platform.protect('lienzo.draft');
create table lienzo.read_mark (
    tenant_id        text not null,
    member_id        uuid not null,
    conversation_id  uuid not null,
    seq              integer not null,
    primary key (tenant_id, member_id, conversation_id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade,
    foreign key (tenant_id, conversation_id) references lienzo.conversation on delete cascade
);
call platform.protect('lienzo.read_mark');
--rollback drop table lienzo.read_mark; drop table lienzo.draft;

--changeset lienzo:conversations-tray-count
create table lienzo.tray_count (
    tenant_id  text not null,
    space_id   uuid not null,
    state      text not null,
    holder_id  uuid not null,
    slot       smallint not null,
    n          bigint not null,
    primary key (tenant_id, space_id, state, holder_id, slot),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
) with (fillfactor = 70);
comment on table lienzo.tray_count is 'How many conversations lie where: kept by a trigger, because counting them costs more than showing them. Eight slots per tray, so that writers do not queue for one row; a tray is the sum of its slots.';
call platform.protect('lienzo.tray_count');
--rollback drop table lienzo.tray_count;

--changeset lienzo:conversations-tray-count-trigger splitStatements:false
create function lienzo.count_tray(tenant text, space uuid, tray text, holder uuid, step integer) returns void language sql as $$
    insert into lienzo.tray_count as c (tenant_id, space_id, state, holder_id, slot, n)
    values (tenant, space, tray, coalesce(holder, '00000000-0000-0000-0000-000000000000'), pg_backend_pid() % 8, step)
    on conflict (tenant_id, space_id, state, holder_id, slot) do update set n = c.n + step
$$;
create function lienzo.count_conversation() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform lienzo.count_tray(old.tenant_id, old.space_id, old.state, old.holder_id, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform lienzo.count_tray(new.tenant_id, new.space_id, new.state, new.holder_id, 1);
    end if;
    return null;
end
$$;
create trigger conversation_counted after insert or delete on lienzo.conversation
    for each row execute function lienzo.count_conversation();
create trigger conversation_recounted after update on lienzo.conversation
    for each row when (old.state is distinct from new.state or old.holder_id is distinct from new.holder_id)
    execute function lienzo.count_conversation();
--rollback drop trigger conversation_recounted on lienzo.conversation; drop trigger conversation_counted on lienzo.conversation; drop function lienzo.count_conversation(); drop function lienzo.count_tray(text, uuid, text, uuid, integer);
