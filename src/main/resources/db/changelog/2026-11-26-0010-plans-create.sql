--liquibase formatted sql

--changeset lienzo:plans-create
create table lienzo.support_plan (
    tenant_id   text not null,
    id          uuid not null,
    version     integer not null default 0,
    name        text not null check (length(name) <= 60),
    position    integer not null,
    paying      boolean not null,
    ways        text[] not null,
    note        text not null default '' check (length(note) <= 300),
    removed_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.support_plan is 'What an organization promises its customers (BL-1): by which ways they may ask for help.';
comment on column lienzo.support_plan.note is 'A condition that is shown under the matrix.';
create unique index support_plan_name on lienzo.support_plan (tenant_id, lower(name)) where removed_at is null;
call platform.protect('lienzo.support_plan');
alter table lienzo.space add column support_plan_id uuid;
alter table lienzo.space add foreign key (tenant_id, support_plan_id) references lienzo.support_plan;
comment on column lienzo.space.support_plan_id is 'Of customers whose company has none; null for the organization''s first paying one.';
--rollback alter table lienzo.space drop column support_plan_id; drop table lienzo.support_plan;
