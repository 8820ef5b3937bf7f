--liquibase formatted sql

--changeset lienzo:portalaccess-create
create table lienzo.portal_access (
    tenant_id            text not null,
    contact_id           uuid not null,
    password_hash        text,
    temporary            boolean not null default false,
    temporary_until      timestamptz,
    password_changed_at  timestamptz,
    proved_by            text,
    invited_at           timestamptz,
    activated_at         timestamptz,
    came_at              timestamptz,
    primary key (tenant_id, contact_id),
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
comment on table lienzo.portal_access is 'How a contact signs in to the portal of his space. No row: nobody ever asked him to.';
comment on column lienzo.portal_access.temporary is 'Given by somebody of the team: to be changed at the first sign-in, worth nothing after temporary_until.';
comment on column lienzo.portal_access.proved_by is 'Where the link was mailed by which he set the password: without that address it is worth nothing. Null for one that came another way.';
call platform.protect('lienzo.portal_access');
create table lienzo.portal_session (
    tenant_id   text not null,
    id          uuid not null,
    contact_id  uuid not null,
    token_hash  bytea not null check (length(token_hash) = 32),
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    ends_at     timestamptz not null,
    address     text not null,
    user_agent  text not null,
    pending     boolean not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
comment on column lienzo.portal_session.pending is 'A password that somebody else gave has to be changed first: until then the session opens nothing else.';
create index portal_session_contact on lienzo.portal_session (tenant_id, contact_id);
create index portal_session_end on lienzo.portal_session (tenant_id, ends_at);
call platform.protect('lienzo.portal_session');
create table lienzo.portal_link (
    tenant_id   text not null,
    id          uuid not null,
    purpose     text not null check (purpose in ('ACTIVATION', 'RESET')),
    contact_id  uuid not null,
    token_hash  bytea not null check (length(token_hash) = 32),
    address     text not null check (length(address) <= 254),
    created_at  timestamptz not null,
    ends_at     timestamptz not null,
    used_at     timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
comment on table lienzo.portal_link is 'What links mailed to contacts open, once. The link itself is known to its recipient only.';
comment on column lienzo.portal_link.address is 'Where it was mailed: following it shows that the mailbox is his.';
create index portal_link_contact on lienzo.portal_link (tenant_id, contact_id, purpose, created_at);
create index portal_link_end on lienzo.portal_link (tenant_id, ends_at);
call platform.protect('lienzo.portal_link');
create table lienzo.portal_settings (
    tenant_id   text not null,
    space_id    uuid not null,
    open        boolean not null,
    priority    boolean not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, space_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.portal_settings is 'No row for a portal that is set up as usual: open, and customers choose the priority.';
call platform.protect('lienzo.portal_settings');
--rollback drop table lienzo.portal_settings; drop table lienzo.portal_link; drop table lienzo.portal_session; drop table lienzo.portal_access;
