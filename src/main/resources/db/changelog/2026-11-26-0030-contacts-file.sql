--liquibase formatted sql

--changeset lienzo:contacts-file
alter table lienzo.contact
    add column version      integer not null default 0,
    add column title        text not null default '',
    add column time_zone    text,
    add column address      jsonb not null default '{}',
    add column social       jsonb not null default '{}',
    add column notes        text not null default '',
    add column tags         text[] not null default '{}',
    add column fields       jsonb not null default '{}',
    add column source       text not null default 'CHAT',
    add column changed_at   timestamptz,
    add column blocked_at   timestamptz,
    add column removed_at   timestamptz,
    add column merged_into  uuid;
alter table lienzo.contact add foreign key (tenant_id, merged_into) references lienzo.contact;
comment on column lienzo.contact.email is 'His first address, also in contact_email unless it is only said and not checked; empty for none.';
create table lienzo.contact_email (
    tenant_id    text not null,
    space_id     uuid not null,
    address      text not null,
    contact_id   uuid not null,
    position     smallint not null,
    verified_at  timestamptz,
    primary key (tenant_id, space_id, address),
    foreign key (tenant_id, space_id, contact_id) references lienzo.contact (tenant_id, space_id, id) on delete cascade
);
comment on table lienzo.contact_email is 'Addresses in lower case: one belongs to one contact of a space.';
create index contact_email_contact on lienzo.contact_email (tenant_id, contact_id);
call platform.protect('lienzo.contact_email');
create table lienzo.contact_phone (
    tenant_id   text not null,
    contact_id  uuid not null,
    number      text not null check (number ~ '^\+[1-9][0-9]{4,14}$'),
    label       text not null default '',
    position    smallint not null,
    primary key (tenant_id, contact_id, number),
    foreign key (tenant_id, contact_id) references lienzo.contact on delete cascade
);
comment on column lienzo.contact_phone.number is 'E.164.';
create index contact_phone_number on lienzo.contact_phone (tenant_id, number);
call platform.protect('lienzo.contact_phone');
create table lienzo.contact_company (
    tenant_id       text not null,
    space_id        uuid not null,
    contact_id      uuid not null,
    company_id      uuid not null,
    first           boolean not null,
    sees_all        boolean not null default false,
    primary key (tenant_id, contact_id, company_id),
    foreign key (tenant_id, space_id, contact_id) references lienzo.contact (tenant_id, space_id, id) on delete cascade,
    foreign key (tenant_id, space_id, company_id) references lienzo.company (tenant_id, space_id, id) on delete cascade
);
comment on column lienzo.contact_company.first is 'The default company: whom a ticket is for that names none.';
comment on column lienzo.contact_company.sees_all is 'Main contact: may see all tickets of this company.';
create unique index contact_company_first on lienzo.contact_company (tenant_id, contact_id) where first;
create index contact_company_company on lienzo.contact_company (tenant_id, company_id);
call platform.protect('lienzo.contact_company');
--rollback drop table lienzo.contact_company; drop table lienzo.contact_phone; drop table lienzo.contact_email; alter table lienzo.contact drop column version, drop column title, drop column time_zone, drop column address, drop column social, drop column notes, drop column tags, drop column fields, drop column source, drop column changed_at, drop column blocked_at, drop column removed_at, drop column merged_into;
