--liquibase formatted sql

--changeset lienzo:sender
create table lienzo.sender (
    tenant_id      text not null,
    domain         text not null check (length(domain) <= 253),
    checked_at     timestamptz,
    proved         boolean not null default false,
    since          timestamptz,
    findings       text not null default '[]' check (length(findings) <= 200000),
    failures       integer not null default 0,
    next_check_at  timestamptz not null,
    busy_until     timestamptz,
    told_at        timestamptz,
    primary key (tenant_id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.sender is 'The domain that an organization sends from, and what DNS said of it when it was last asked.';
comment on column lienzo.sender.busy_until is 'Somebody checks; after this he is believed to be gone.';
call platform.protect('lienzo.sender');
--rollback drop table lienzo.sender;

--changeset lienzo:sender-key
create table lienzo.sender_key (
    tenant_id    text not null,
    id           uuid not null,
    domain       text not null check (length(domain) <= 253),
    selector     text not null check (selector ~ '^[a-z0-9]{1,40}$'),
    state        text not null check (state in ('NEW', 'ACTIVE', 'OLD')),
    private_key  bytea,
    public_key   text not null check (length(public_key) <= 2000),
    created_at   timestamptz not null,
    active_at    timestamptz,
    retire_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, selector),
    foreign key (tenant_id) references platform.organization,
    check (state <> 'OLD' or private_key is null)
);
comment on table lienzo.sender_key is 'Keys that mails are signed with. Private ones are sealed, and gone when another key has taken over.';
create unique index sender_key_one_of_each on lienzo.sender_key (tenant_id, domain, state) where state in ('NEW', 'ACTIVE');
call platform.protect('lienzo.sender_key');
--rollback drop table lienzo.sender_key;

--changeset lienzo:sender-event
create table lienzo.sender_event (
    tenant_id  text not null,
    id         uuid not null,
    at         timestamptz not null,
    proof      text not null check (length(proof) <= 10),
    verdict    text not null check (length(verdict) <= 10),
    reason     text not null check (length(reason) <= 60),
    record     text not null check (length(record) <= 600),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
create index sender_event_newest on lienzo.sender_event (tenant_id, at desc, id desc);
call platform.protect('lienzo.sender_event');
--rollback drop table lienzo.sender_event;
