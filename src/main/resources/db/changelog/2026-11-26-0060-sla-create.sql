--liquibase formatted sql

--changeset lienzo:sla-create
create table lienzo.response_policy (
    tenant_id        text not null,
    support_plan_id  uuid not null,
    version          integer not null,
    active           boolean not null,
    calendar_id      uuid,
    begins           text not null check (begins in ('CREATED', 'ACCEPTED')),
    warn_percent     smallint not null check (warn_percent between 0 and 99),
    waiting_pauses   boolean not null,
    on_hold_pauses   boolean not null,
    targets          jsonb not null,
    changed_at       timestamptz not null,
    primary key (tenant_id, support_plan_id),
    foreign key (tenant_id, support_plan_id) references lienzo.support_plan on delete cascade,
    foreign key (tenant_id, calendar_id) references lienzo.business_calendar
);
comment on table lienzo.response_policy is 'What a support plan promises (BL-3): minutes of open time by type and priority of a ticket.';
comment on column lienzo.response_policy.calendar_id is 'Null for the organization''s first.';
create index response_policy_calendar on lienzo.response_policy (tenant_id, calendar_id);
call platform.protect('lienzo.response_policy');
create table lienzo.clock (
    tenant_id          text not null,
    ticket_id          uuid not null,
    metric             text not null check (metric in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION')),
    support_plan_id    uuid not null,
    type               text not null,
    priority           text not null,
    state              text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'CANCELLED')),
    cause              text check (length(cause) <= 20),
    target_seconds     integer not null check (target_seconds > 0),
    warn_percent       smallint not null,
    calendar_id        uuid not null,
    calendar_revision  integer not null,
    started_at         timestamptz not null,
    due_at             timestamptz,
    warn_at            timestamptz,
    warned_at          timestamptz,
    breached_at        timestamptz,
    ended_at           timestamptz,
    alarm_at           timestamptz,
    first_seq          integer not null,
    last_seq           integer not null,
    primary key (tenant_id, ticket_id, metric),
    foreign key (tenant_id, ticket_id) references lienzo.ticket on delete cascade,
    foreign key (tenant_id, support_plan_id) references lienzo.support_plan,
    foreign key (tenant_id, calendar_id, calendar_revision) references lienzo.business_calendar_revision
) with (fillfactor = 85);
comment on table lienzo.clock is 'How the clocks of tickets stand: what their ledgers say, ready to be listed.';
comment on column lienzo.clock.alarm_at is 'When somebody has to look at it: a copy for workers lies in platform.clock_alarm.';
comment on column lienzo.clock.first_seq is 'Its start or last reset: the ledger counts from there.';
create index clock_due on lienzo.clock (tenant_id, due_at) where state in ('RUNNING', 'PAUSED') and due_at is not null;
create index clock_support_plan on lienzo.clock (tenant_id, support_plan_id);
create index clock_calendar on lienzo.clock (tenant_id, calendar_id, calendar_revision);
call platform.protect('lienzo.clock');
create table lienzo.clock_entry (
    tenant_id          text not null,
    ticket_id          uuid not null,
    metric             text not null,
    seq                integer not null,
    at                 timestamptz not null,
    step               text not null check (step in ('STARTED', 'PAUSED', 'RESUMED', 'RESET', 'MET', 'REOPENED', 'CANCELLED', 'CHANGED', 'MOVED', 'WARNED', 'BREACHED')),
    target_seconds     integer,
    warn_percent       smallint,
    calendar_id        uuid,
    calendar_revision  integer,
    due_at             timestamptz,
    cause              text check (length(cause) <= 20),
    primary key (tenant_id, ticket_id, metric, seq),
    foreign key (tenant_id, ticket_id, metric) references lienzo.clock on delete cascade
);
comment on table lienzo.clock_entry is 'The ledger of a clock, from which its deadline follows. Lines are added and never changed.';
call platform.protect('lienzo.clock_entry');
revoke update, delete on lienzo.clock_entry from lienzo_app;
create table lienzo.clock_recount (
    tenant_id    text not null,
    id           uuid not null,
    asked_at     timestamptz not null,
    total        integer not null default 0,
    done         integer not null default 0,
    after        uuid,
    finished_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.clock_recount is 'How far the deadlines of open tickets were counted again after a change of what they follow from.';
create index clock_recount_going on lienzo.clock_recount (tenant_id) where finished_at is null;
call platform.protect('lienzo.clock_recount');
--rollback drop table lienzo.clock_recount; drop table lienzo.clock_entry; drop table lienzo.clock; drop table lienzo.response_policy;

--changeset lienzo:sla-alarm
create table platform.clock_alarm (
    organization_id  text not null references platform.organization,
    ticket_id        uuid not null,
    metric           text not null,
    at               timestamptz not null,
    primary key (organization_id, ticket_id, metric)
);
comment on table platform.clock_alarm is 'Which clock has to be looked at when. Any replica takes what has come, under a lease.';
create index clock_alarm_at on platform.clock_alarm (at);
alter table platform.clock_alarm enable row level security;
alter table platform.clock_alarm force row level security;
-- Whoever looks at the clocks reads and leases rows of all; only in an organization's own scope rows come and go.
create policy seen_by_all on platform.clock_alarm for select using (true);
create policy leased_by_all on platform.clock_alarm for update using (true);
create policy come_to_their_own on platform.clock_alarm for insert with check (organization_id = current_setting('lienzo.tenant', true));
create policy go_from_their_own on platform.clock_alarm for delete using (organization_id = current_setting('lienzo.tenant', true));
grant select, insert, update, delete on platform.clock_alarm to lienzo_app;
revoke all on platform.clock_alarm from lienzo_ops;
--rollback drop table platform.clock_alarm;
