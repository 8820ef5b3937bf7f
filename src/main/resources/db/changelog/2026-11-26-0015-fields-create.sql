--liquibase formatted sql

--changeset lienzo:fields-create
create table lienzo.custom_field (
    tenant_id      text not null,
    id             uuid not null,
    version        integer not null default 0,
    space_id       uuid not null,
    subject        text not null check (subject in ('CONTACT', 'COMPANY', 'TICKET')),
    key            text not null check (key ~ '^[a-z0-9]([a-z0-9_]{0,38}[a-z0-9])?$'),
    label          text not null check (length(label) <= 80),
    kind           text not null check (kind in ('TEXT', 'NUMBER', 'DATE', 'CHOICE', 'CHECKBOX')),
    options        text[] not null default '{}',
    required       boolean not null,
    default_value  text check (length(default_value) <= 2000),
    in_portal      boolean not null,
    position       integer not null,
    removed_at     timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, space_id, subject, key),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.custom_field is 'What a space keeps of its contacts, companies or tickets beside what everybody keeps. Values lie with their owner, by key.';
comment on column lienzo.custom_field.key is 'Never given to another field, also after this one is gone: values may still lie under it.';
call platform.protect('lienzo.custom_field');
--rollback drop table lienzo.custom_field;
