--liquibase formatted sql

--changeset lienzo:deadlines-create
create table platform.deadline (
    organization_id  text not null references platform.organization,
    subject          text not null check (subject in ('APPLICATION', 'OPTOUT')),
    id               uuid not null,
    state            text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'CANCELLED')),
    started_at       timestamptz not null,
    due_at           timestamptz,
    warned_at        timestamptz,
    breached_at      timestamptz,
    ended_at         timestamptz,
    alarm_at         timestamptz,
    warn_left        bigint[] not null check (cardinality(warn_left) <= 10),
    last_seq         integer not null,
    primary key (subject, id)
);
comment on table platform.deadline is 'How deadlines of the operator''s side stand: what their ledgers say, ready to be listed.';
comment on column platform.deadline.organization_id is 'Whom it is about; the platform for nobody yet.';
comment on column platform.deadline.alarm_at is 'When somebody has to look at it; later while a replica does.';
comment on column platform.deadline.warn_left is 'Seconds of counted time that are left when each warning is due.';
create index deadline_of on platform.deadline (organization_id, subject, due_at);
create index deadline_alarm on platform.deadline (alarm_at) where alarm_at is not null;
alter table platform.deadline enable row level security;
alter table platform.deadline force row level security;
create policy own_or_operated on platform.deadline to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
grant select, insert, update on platform.deadline to lienzo_app;
revoke all on platform.deadline from lienzo_ops;
create table platform.deadline_entry (
    organization_id    text not null references platform.organization,
    subject            text not null,
    id                 uuid not null,
    seq                integer not null,
    at                 timestamptz not null,
    step               text not null check (step in ('STARTED', 'PAUSED', 'RESUMED', 'MET', 'CANCELLED', 'CHANGED', 'MOVED', 'WARNED', 'BREACHED')),
    target_micros      bigint,
    calendar_id        uuid,
    calendar_revision  integer,
    due_at             timestamptz,
    cause              text check (length(cause) <= 20),
    primary key (subject, id, seq),
    foreign key (subject, id) references platform.deadline
);
comment on table platform.deadline_entry is 'The ledger of a deadline, from which it follows. Lines are added and never changed.';
create index deadline_entry_of on platform.deadline_entry (organization_id);
alter table platform.deadline_entry enable row level security;
alter table platform.deadline_entry force row level security;
create policy own_or_operated on platform.deadline_entry to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
grant select, insert on platform.deadline_entry to lienzo_app;
revoke all on platform.deadline_entry from lienzo_ops;
--rollback drop table platform.deadline_entry; drop table platform.deadline;
