--liquibase formatted sql

--changeset lienzo:acme-account
create table platform.acme_account (
    directory     text primary key check (length(directory) <= 500),
    sealed_key    bytea not null,
    location      text check (length(location) <= 1000),
    paused_until  timestamptz,
    pause_reason  text check (length(pause_reason) <= 1000),
    created_at    timestamptz not null
);
comment on table platform.acme_account is 'The installation''s account at each certificate authority, and whether that one asked us to be quiet.';
grant select, insert, update on platform.acme_account to lienzo_app;
revoke all on platform.acme_account from lienzo_ops;
--rollback drop table platform.acme_account;

--changeset lienzo:acme-order
create table platform.acme_order (
    organization_id  text not null references platform.organization,
    host             text not null check (length(host) <= 253),
    wanted           boolean not null default true,
    state            text not null check (state in ('QUEUED', 'ORDERED', 'CHALLENGED', 'FINALIZING', 'LIVE', 'BACKOFF', 'BLOCKED')),
    reason           text check (length(reason) <= 60),
    detail           text check (length(detail) <= 1000),
    attempts         integer not null default 0,
    next_action_at   timestamptz not null default 'infinity',
    asked_at         timestamptz,
    authority        text check (length(authority) <= 60),
    tried            text[] not null default '{}',
    order_url        text check (length(order_url) <= 1000),
    sealed_key       bytea,
    ordered_at       timestamptz,
    polls            integer not null default 0,
    triggered        boolean not null default false,
    http_failed      boolean not null default false,
    issued_by        text check (length(issued_by) <= 60),
    issued_at        timestamptz,
    leaf             bytea,
    not_before       timestamptz,
    not_after        timestamptz,
    renew_at         timestamptz,
    window_start     timestamptz,
    window_end       timestamptz,
    window_chosen    timestamptz,
    window_poll_at   timestamptz,
    replaces_refused boolean not null default false,
    lease_owner      text check (length(lease_owner) <= 60),
    lease_until      timestamptz not null default '-infinity',
    epoch            bigint not null default 0,
    created_at       timestamptz not null,
    primary key (organization_id, host)
);
comment on table platform.acme_order is 'Hosts that shall have a certificate, and how far each is. Any replica takes what is due, under a lease; a write of an older epoch changes nothing.';
create index acme_order_new on platform.acme_order (next_action_at) where leaf is null;
create index acme_order_renewal on platform.acme_order (next_action_at, not_after) where leaf is not null;
alter table platform.acme_order enable row level security;
alter table platform.acme_order force row level security;
-- Whoever works on the queue reads and leases rows of all; only in an organization's own scope rows come and go.
create policy seen_by_all on platform.acme_order for select using (true);
create policy leased_by_all on platform.acme_order for update using (true);
create policy come_to_their_own on platform.acme_order for insert with check (organization_id = current_setting('lienzo.tenant', true));
create policy go_from_their_own on platform.acme_order for delete using (organization_id = current_setting('lienzo.tenant', true));
grant select, insert, update, delete on platform.acme_order to lienzo_app;
revoke all on platform.acme_order from lienzo_ops;
--rollback drop table platform.acme_order;

--changeset lienzo:acme-challenge
create table platform.acme_challenge (
    organization_id  text not null references platform.organization,
    token            text not null check (length(token) <= 200),
    host             text not null check (length(host) <= 253),
    kind             text not null check (kind in ('HTTP', 'TLS')),
    answer           text not null check (length(answer) <= 500),
    certificate      bytea,
    sealed_key       bytea,
    expires_at       timestamptz not null,
    primary key (host, token)
);
comment on table platform.acme_challenge is 'What authorities will ask for. Written before they are told to ask; every replica answers.';
create index acme_challenge_expires on platform.acme_challenge (expires_at);
grant select, insert, update, delete on platform.acme_challenge to lienzo_app;
revoke all on platform.acme_challenge from lienzo_ops;
--rollback drop table platform.acme_challenge;

--changeset lienzo:acme-attempt
create table platform.acme_attempt (
    id               bigint generated always as identity primary key,
    at               timestamptz not null,
    directory        text not null check (length(directory) <= 500),
    organization_id  text not null,
    host             text not null check (length(host) <= 253),
    kind             text not null check (kind in ('ORDER', 'FAILURE')),
    renewal          boolean not null
);
comment on table platform.acme_attempt is 'What was asked of authorities lately: the budgets that all replicas share. A day old, it goes.';
create index acme_attempt_directory on platform.acme_attempt (directory, at);
create index acme_attempt_organization on platform.acme_attempt (organization_id, at);
create index acme_attempt_host on platform.acme_attempt (host, at);
create index acme_attempt_at on platform.acme_attempt (at);
grant select, insert, delete on platform.acme_attempt to lienzo_app;
revoke all on platform.acme_attempt from lienzo_ops;
--rollback drop table platform.acme_attempt;

--changeset lienzo:acme-event
create table lienzo.acme_event (
    tenant_id  text not null,
    id         uuid not null,
    host       text not null check (length(host) <= 253),
    at         timestamptz not null,
    state      text not null,
    reason     text check (length(reason) <= 60),
    detail     text check (length(detail) <= 1000),
    authority  text check (length(authority) <= 60),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.acme_event is 'How a host came by its certificate, the newest for each host.';
create index acme_event_newest on lienzo.acme_event (tenant_id, host, id desc);
call platform.protect('lienzo.acme_event');
--rollback drop table lienzo.acme_event;
