--liquibase formatted sql

--changeset lienzo:views-create
create table lienzo.saved_view (
    tenant_id   text not null,
    id          uuid not null,
    version     integer not null default 0,
    subject     text not null check (subject in ('TICKETS', 'CONTACTS', 'COMPANIES')),
    name        text not null check (length(name) between 1 and 80),
    query       text not null check (length(query) <= 2000),
    columns     text[] not null default '{}',
    owner_id    uuid not null,
    space_id    uuid,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    removed_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references lienzo.member on delete cascade,
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.saved_view is 'A name for what a list was asked for. It grants nothing: the list asks for the rights of whoever looks.';
comment on column lienzo.saved_view.space_id is 'The space whose people share it; null for one''s own.';
comment on column lienzo.saved_view.removed_at is 'Kept for a while, so that it can be brought back.';
create unique index saved_view_own on lienzo.saved_view (tenant_id, owner_id, subject, lower(name)) where space_id is null and removed_at is null;
create unique index saved_view_shared on lienzo.saved_view (tenant_id, space_id, subject, lower(name)) where space_id is not null and removed_at is null;
create index saved_view_removed on lienzo.saved_view (tenant_id, removed_at) where removed_at is not null;
call platform.protect('lienzo.saved_view');
--rollback drop table lienzo.saved_view;
