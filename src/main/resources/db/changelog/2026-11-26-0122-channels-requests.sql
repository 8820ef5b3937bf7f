--liquibase formatted sql

--changeset lienzo:channels-request
create table platform.channel_request (
    organization_id  text not null references platform.organization,
    id               uuid not null,
    space_id         uuid not null,
    kind             text not null check (kind in ('WHATSAPP')),
    number           text not null check (length(number) <= 40),
    note             text not null default '' check (length(note) <= 1000),
    member_id        uuid not null,
    member           text not null check (length(member) <= 200),
    asked_at         timestamptz not null,
    state            text not null default 'OPEN' check (state in ('OPEN', 'ACTIVATED', 'DECLINED', 'WITHDRAWN')),
    reason           text not null default '' check (length(reason) <= 1000),
    decided_at       timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, space_id) references lienzo.space on delete cascade,
    check ((state = 'OPEN') = (decided_at is null))
);
comment on table platform.channel_request is 'Channels that members ask for and the platform''s staff activates (B2-5).';
create unique index channel_request_one on platform.channel_request (organization_id, space_id, kind) where state = 'OPEN';
create index channel_request_queue on platform.channel_request (asked_at, id) where state = 'OPEN';
call platform.share('platform.channel_request');
grant select, insert on platform.channel_request to lienzo_app;
grant update (state, reason, decided_at) on platform.channel_request to lienzo_app;
--rollback drop table platform.channel_request;
