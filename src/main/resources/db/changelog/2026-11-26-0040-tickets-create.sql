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
    key              text,
    key_hash         bytea,
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
comment on column lienzo.ticket.key is 'Whoever opened it named it so: the same key twice is one ticket.';
comment on column lienzo.ticket.last_seq is 'Place of its last entry; last_by_contact and last_by_team of the last public one of each side.';
create index ticket_list on lienzo.ticket (tenant_id, space_id, category, changed_at desc, id desc);
create unique index ticket_key on lienzo.ticket (tenant_id, key) where key is not null;
create index ticket_assignee on lienzo.ticket (tenant_id, space_id, assignee_id, changed_at desc, id desc) where category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD');
create index ticket_due on lienzo.ticket (tenant_id, due_at) where due_at is not null;
create index ticket_requester on lienzo.ticket (tenant_id, requester_id, changed_at desc, id desc);
create index ticket_merged on lienzo.ticket (tenant_id, merged_into) where merged_into is not null;
create index ticket_state_of on lienzo.ticket (tenant_id, state_id) where state_id is not null;
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
    merged_from  bigint,
    at           timestamptz not null,
    primary key (tenant_id, ticket_id, seq),
    unique (tenant_id, id),
    foreign key (tenant_id, ticket_id) references lienzo.ticket on delete cascade
);
comment on column lienzo.ticket_entry.body is 'Sanitised HTML.';
comment on column lienzo.ticket_entry.change is 'What changed: {"what": "priority", "from": …, "to": …}, names as they were then.';
comment on column lienzo.ticket_entry.merged_from is 'Number of the ticket it came from by merging.';
create unique index ticket_entry_source on lienzo.ticket_entry (tenant_id, ticket_id, source) where source is not null;
call platform.protect('lienzo.ticket_entry');
create table lienzo.ticket_file (
    tenant_id   text not null,
    file_id     uuid not null,
    entry_id    uuid,
    member_id   uuid,
    contact_id  uuid,
    position    smallint not null default 0,
    created_at  timestamptz not null,
    primary key (tenant_id, file_id),
    foreign key (tenant_id, file_id) references lienzo.file on delete cascade,
    foreign key (tenant_id, entry_id) references lienzo.ticket_entry (tenant_id, id) on delete cascade,
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade,
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
comment on table lienzo.ticket_file is 'A file on its way into an entry (none yet: whoever brought it may use it) or in one.';
create index ticket_file_entry on lienzo.ticket_file (tenant_id, entry_id) where entry_id is not null;
create index ticket_file_waiting on lienzo.ticket_file (tenant_id, created_at) where entry_id is null;
create index ticket_file_member on lienzo.ticket_file (tenant_id, member_id) where member_id is not null;
create index ticket_file_contact on lienzo.ticket_file (tenant_id, contact_id) where contact_id is not null;
call platform.protect('lienzo.ticket_file');
create table lienzo.ticket_draft (
    tenant_id   text not null,
    member_id   uuid not null,
    ticket_id   uuid not null,
    kind        text not null check (kind in ('REPLY', 'NOTE')),
    body        text not null,
    seen        integer not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, member_id, ticket_id, kind),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade,
    foreign key (tenant_id, ticket_id) references lienzo.ticket on delete cascade
);
comment on column lienzo.ticket_draft.seen is 'The last entry its writer had before his eyes when he began.';
create index ticket_draft_ticket on lienzo.ticket_draft (tenant_id, ticket_id);
call platform.protect('lienzo.ticket_draft');
create table lienzo.ticket_follower (
    tenant_id  text not null,
    ticket_id  uuid not null,
    member_id  uuid not null,
    primary key (tenant_id, ticket_id, member_id),
    foreign key (tenant_id, ticket_id) references lienzo.ticket on delete cascade,
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
create index ticket_follower_member on lienzo.ticket_follower (tenant_id, member_id);
call platform.protect('lienzo.ticket_follower');
create table lienzo.ticket_link (
    tenant_id  text not null,
    space_id   uuid not null,
    ticket_id  uuid not null,
    other_id   uuid not null,
    kind       text not null check (kind in ('RELATED', 'DUPLICATE', 'PARENT')),
    primary key (tenant_id, ticket_id, other_id),
    check (ticket_id <> other_id),
    foreign key (tenant_id, space_id, ticket_id) references lienzo.ticket (tenant_id, space_id, id) on delete cascade,
    foreign key (tenant_id, space_id, other_id) references lienzo.ticket (tenant_id, space_id, id) on delete cascade
);
comment on table lienzo.ticket_link is 'One row for each two: the ticket is related to the other, a duplicate of it, or a part of it (PARENT).';
create index ticket_link_other on lienzo.ticket_link (tenant_id, other_id);
call platform.protect('lienzo.ticket_link');
create table lienzo.ticket_conversation (
    tenant_id        text not null,
    ticket_id        uuid not null,
    conversation_id  uuid not null,
    primary key (tenant_id, ticket_id, conversation_id),
    foreign key (tenant_id, ticket_id) references lienzo.ticket on delete cascade,
    foreign key (tenant_id, conversation_id) references lienzo.conversation on delete cascade
);
create index ticket_conversation_conversation on lienzo.ticket_conversation (tenant_id, conversation_id);
call platform.protect('lienzo.ticket_conversation');
create table lienzo.ticket_undo (
    tenant_id   text not null,
    id          uuid not null,
    member_id   uuid not null,
    changes     jsonb not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on table lienzo.ticket_undo is 'What takes a change back, for a while and for whoever made it.';
create index ticket_undo_member on lienzo.ticket_undo (tenant_id, member_id);
create index ticket_undo_old on lienzo.ticket_undo (tenant_id, created_at);
call platform.protect('lienzo.ticket_undo');
--rollback drop table lienzo.ticket_undo; drop table lienzo.ticket_conversation; drop table lienzo.ticket_link; drop table lienzo.ticket_follower; drop table lienzo.ticket_draft; drop table lienzo.ticket_file; drop table lienzo.ticket_entry; drop table lienzo.ticket; drop table lienzo.ticket_state; drop table lienzo.ticket_number;
