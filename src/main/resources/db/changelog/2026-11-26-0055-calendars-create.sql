--liquibase formatted sql

--changeset lienzo:calendars-create
create table lienzo.business_calendar (
    tenant_id   text not null,
    id          uuid not null,
    version     integer not null default 0,
    name        text not null check (length(name) <= 120),
    revision    integer not null,
    first       boolean not null,
    removed_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.business_calendar is 'Which hours of an organization count. Without rows it has the one that the product brings.';
create unique index business_calendar_first on lienzo.business_calendar (tenant_id) where first and removed_at is null;
create unique index business_calendar_name on lienzo.business_calendar (tenant_id, lower(name)) where removed_at is null;
call platform.protect('lienzo.business_calendar');
create table lienzo.business_calendar_revision (
    tenant_id    text not null,
    calendar_id  uuid not null,
    number       integer not null,
    zone         text not null check (length(zone) <= 60),
    week         text[] not null check (cardinality(week) = 7),
    country      text check (length(country) <= 10),
    region       text check (length(region) <= 40),
    days         jsonb not null,
    at           timestamptz not null,
    primary key (tenant_id, calendar_id, number),
    foreign key (tenant_id, calendar_id) references lienzo.business_calendar on delete cascade
);
comment on table lienzo.business_calendar_revision is 'What held when. Rows are added and never changed: deadlines are counted again from them.';
call platform.protect('lienzo.business_calendar_revision');
revoke update, delete on lienzo.business_calendar_revision from lienzo_app;
--rollback drop table lienzo.business_calendar_revision; drop table lienzo.business_calendar;
