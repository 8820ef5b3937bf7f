--liquibase formatted sql

--changeset lienzo:companies-create
create table lienzo.company (
    tenant_id        text not null,
    id               uuid not null,
    version          integer not null default 0,
    space_id         uuid not null,
    name             text not null,
    description      text not null default '',
    notes            text not null default '',
    support_plan_id  uuid,
    health           text,
    tier             text,
    renewal_on       date,
    industry         text,
    fields           jsonb not null default '{}',
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    removed_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, space_id, id),
    foreign key (tenant_id, space_id) references lienzo.space,
    foreign key (tenant_id, support_plan_id) references lienzo.support_plan
);
create unique index company_name on lienzo.company (tenant_id, space_id, lower(name)) where removed_at is null;
call platform.protect('lienzo.company');
create table lienzo.company_domain (
    tenant_id   text not null,
    space_id    uuid not null,
    domain      text not null,
    company_id  uuid not null,
    primary key (tenant_id, space_id, domain),
    foreign key (tenant_id, space_id, company_id) references lienzo.company (tenant_id, space_id, id) on delete cascade
);
comment on table lienzo.company_domain is 'Two companies of a space cannot claim one domain.';
create index company_domain_company on lienzo.company_domain (tenant_id, company_id);
call platform.protect('lienzo.company_domain');
--rollback drop table lienzo.company_domain; drop table lienzo.company;
