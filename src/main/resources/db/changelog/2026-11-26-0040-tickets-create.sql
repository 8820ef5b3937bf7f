--liquibase formatted sql

--changeset lienzo:tickets-create
create table lienzo.ticket_number (
    tenant_id  text not null,
    space_id   uuid not null,
    last       bigint not null,
    primary key (tenant_id, space_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.ticket_number is 'The last number of a ticket in a space: taken last in the transaction that opens one, so there are no gaps.';
call platform.protect('lienzo.ticket_number');
create table lienzo.ticket_state (
    tenant_id   text not null,
    id          uuid not null,
    version     integer not null default 0,
    space_id    uuid not null,
    category    text not null check (category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD', 'SOLVED', 'CLOSED')),
    name        text not null,
    position    integer not null,
    first       boolean not null,
    removed_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, space_id, id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.ticket_state is 'A space''s own names for how far a ticket is. A category without rows is called as the product calls it.';
comment on column lienzo.ticket_state.first is 'What a ticket gets that comes into the category by itself.';
create unique index ticket_state_first on lienzo.ticket_state (tenant_id, space_id, category) where first and removed_at is null;
call platform.protect('lienzo.ticket_state');
create table lienzo.ticket (
    tenant_id        text not null,
    id               uuid not null,
    version          integer not null default 0,
    space_id         uuid not null,
    number           bigint not null,
    subject          text not null,
    type             text not null check (type in ('QUESTION', 'TASK', 'INCIDENT')),
    priority         text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    category         text not null check (category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD', 'SOLVED', 'CLOSED')),
    state_id         uuid,
    requester_id     uuid not null,
    company_id       uuid,
    assignee_id      uuid,
    source           text not null check (source in ('AGENT', 'CONVERSATION', 'PORTAL', 'API', 'EMAIL')),
    tags             text[] not null default '{}',
    fields           jsonb not null default '{}',
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    accepted_at      timestamptz,
    answered_at      timestamptz,
    solved_at        timestamptz,
    closed_at        timestamptz,
    due_at           timestamptz,
    due_what         text,
    last_seq         integer not null default 0,
    last_by_contact  integer not null default 0,
    last_by_team     integer not null default 0,
    preview          text not null default '',
    merged_into      uuid,
    removed_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, space_id, number),
    unique (tenant_id, space_id, id),
    foreign key (tenant_id, space_id) references lienzo.space,
    foreign key (tenant_id, space_id, state_id) references lienzo.ticket_state (tenant_id, space_id, id),
    foreign key (tenant_id, space_id, requester_id) references lienzo.contact (tenant_id, space_id, id),
    foreign key (tenant_id, space_id, company_id) references lienzo.company (tenant_id, space_id, id),
    foreign key (tenant_id, assignee_id) references lienzo.member,
    foreign key (tenant_id, merged_into) references lienzo.ticket
) with (fillfactor = 85);
comment on column lienzo.ticket.company_id is 'Resolved when the ticket was opened; a change is a line of its history.';
comment on column lienzo.ticket.accepted_at is 'When somebody of the team first took it or answered it.';
comment on column lienzo.ticket.due_at is 'The next deadline of its clocks, told by whoever keeps them; null for none or while they stand still.';
comment on column lienzo.ticket.last_seq is 'Place of its last entry; last_by_contact and last_by_team of the last public one of each side.';
create index ticket_list on lienzo.ticket (tenant_id, space_id, category, changed_at desc, id desc) where removed_at is null;
create index ticket_assignee on lienzo.ticket (tenant_id, space_id, assignee_id, changed_at desc, id desc) where removed_at is null and category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD');
create index ticket_due on lienzo.ticket (tenant_id, due_at) where due_at is not null;
create index ticket_requester on lienzo.ticket (tenant_id, requester_id, changed_at desc, id desc);
create index ticket_company on lienzo.ticket (tenant_id, company_id, changed_at desc, id desc) where company_id is not null;
call platform.protect('lienzo.ticket');
create table lienzo.ticket_entry (
    tenant_id    text not null,
    ticket_id    uuid not null,
    seq          integer not null,
    id           uuid not null,
    kind         text not null check (kind in ('DESCRIPTION', 'REPLY', 'NOTE', 'CHANGE')),
    by           text not null check (by in ('MEMBER', 'CONTACT', 'SYSTEM')),
    author_id    uuid,
    author       text not null,
    body         text not null default '',
    change       jsonb,
    source       text,
    source_hash  bytea,
    attachments  smallint not null default 0,
    at           timestamptz not null,
    primary key (tenant_id, ticket_id, seq),
    unique (tenant_id, id),
    foreign key (tenant_id, ticket_id) references lienzo.ticket on delete cascade
);
comment on column lienzo.ticket_entry.body is 'Sanitised HTML.';
comment on column lienzo.ticket_entry.change is 'What changed: {"what": "priority", "from": …, "to": …}, names as they were then.';
create unique index ticket_entry_source on lienzo.ticket_entry (tenant_id, ticket_id, source) where source is not null;
call platform.protect('lienzo.ticket_entry');
--rollback drop table lienzo.ticket_entry; drop table lienzo.ticket; drop table lienzo.ticket_state; drop table lienzo.ticket_number;
