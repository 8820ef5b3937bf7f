--liquibase formatted sql

--changeset lienzo:channels-create
create table lienzo.channel (
    tenant_id        text not null,
    id               uuid not null,
    version          integer not null default 0,
    space_id         uuid not null,
    kind             text not null check (kind in ('LIVE_CHAT')),
    state            text not null check (state in ('ACTIVE', 'PENDING', 'FAILING', 'OFF')),
    key              text not null check (key ~ '^[a-z0-9-]{3,64}$'),
    name             text not null,
    origins          text[] not null,
    greeting_es      text not null default '',
    greeting_en      text not null default '',
    greeting_pt      text not null default '',
    hours_es         text not null default '',
    hours_en         text not null default '',
    hours_pt         text not null default '',
    hours            text not null default '',
    zone             text not null default 'UTC',
    identity_secret  text not null,
    created_at       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, key),
    unique (tenant_id, space_id, id),
    foreign key (tenant_id, space_id) references lienzo.space
);
comment on column lienzo.channel.origins is 'Web origins that may embed the widget; "http://localhost:*" means any port.';
comment on column lienzo.channel.hours is 'When somebody answers: "mon-fri 09:00-18:00; sat 09:00-13:00" in the zone; empty means always.';
call platform.protect('lienzo.channel');
--rollback drop table lienzo.channel;
