--liquibase formatted sql

--changeset lienzo:optout
-- Shared: the organization asks in its own scope, operators answer in the platform's.
create table platform.optout_request (
    organization_id  text not null,
    id               uuid not null,
    state            text not null check (state in ('REQUESTED', 'IN_WORK', 'DONE', 'REFUSED')),
    requested_at     timestamptz not null,
    requested_by     text not null check (length(requested_by) <= 200),
    taken_by         uuid,
    taken_name       text check (length(taken_name) <= 200),
    escalated_at     timestamptz,
    ended_at         timestamptz,
    ended_by         text check (length(ended_by) <= 200),
    reason           text check (length(reason) <= 1000),
    overdue          boolean not null default false,
    primary key (organization_id, id),
    unique (id),
    check ((state in ('DONE', 'REFUSED')) = (ended_at is not null)),
    check ((state = 'REFUSED') = (reason is not null))
);
comment on table platform.optout_request is 'Requests of organizations to be taken off the platform''s marketing list. Outlives the organization, as its removal does.';
create unique index optout_request_open on platform.optout_request (organization_id) where state in ('REQUESTED', 'IN_WORK');
create index optout_request_queue on platform.optout_request (requested_at, id) where state in ('REQUESTED', 'IN_WORK');
create table platform.optout_step (
    organization_id  text not null,
    request_id       uuid not null,
    seq              integer not null,
    at               timestamptz not null,
    step             text not null check (step in ('REQUESTED', 'TAKEN', 'DONE', 'REFUSED', 'ESCALATED', 'REMINDED', 'OVERDUE')),
    who              text not null check (length(who) <= 200),
    note             text not null default '' check (length(note) <= 1000),
    primary key (organization_id, request_id, seq),
    foreign key (organization_id, request_id) references platform.optout_request on delete cascade
);
comment on table platform.optout_step is 'What happened to a request, by whom and when. Lines are added and never changed.';
alter table platform.optout_request enable row level security;
alter table platform.optout_request force row level security;
create policy own_and_platform on platform.optout_request to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
alter table platform.optout_step enable row level security;
alter table platform.optout_step force row level security;
create policy own_and_platform on platform.optout_step to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
grant select, insert, update on platform.optout_request to lienzo_app;
grant select, insert on platform.optout_step to lienzo_app;
revoke all on platform.optout_request, platform.optout_step from lienzo_ops;
--rollback drop table platform.optout_step; drop table platform.optout_request;
