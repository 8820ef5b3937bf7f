--liquibase formatted sql

--changeset lienzo:files-create
create table lienzo.file (
    tenant_id     text not null,
    id            uuid not null,
    name          text not null,
    media_type    text not null,
    bytes         integer not null check (bytes >= 0),
    width         integer,
    height        integer,
    content       bytea not null,
    preview       bytea,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on column lienzo.file.preview is 'A re-encoded small picture without meta data; only of images.';
-- What is stored is compressed already or not worth it.
alter table lienzo.file alter column content set storage external;
alter table lienzo.file alter column preview set storage external;
call platform.protect('lienzo.file');
--rollback drop table lienzo.file;
