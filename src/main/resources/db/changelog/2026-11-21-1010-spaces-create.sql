--liquibase formatted sql

--changeset lienzo:spaces-create
create table lienzo.space (
    tenant_id   text not null,
    id          uuid not null,
    version     integer not null default 0,
    slug        text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    name        text not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    foreign key (tenant_id) references platform.organization
);
call platform.protect('lienzo.space');
create table lienzo.space_member (
    tenant_id  text not null,
    space_id   uuid not null,
    member_id  uuid not null,
    role       text not null check (role in ('MANAGER', 'AGENT')),
    primary key (tenant_id, space_id, member_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade,
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
create index space_member_member on lienzo.space_member (tenant_id, member_id);
call platform.protect('lienzo.space_member');
--rollback drop table lienzo.space_member; drop table lienzo.space;
