--liquibase formatted sql

--changeset lienzo:companies-create
create table lienzo.company (
    tenant_id        text not null,
    id               uuid not null,
    version          integer not null default 0,
    space_id         uuid not null,
    name             text not null check (length(name) <= 120),
    look             text not null generated always as (platform.plain(name)) stored,
    description      text not null default '' check (length(description) <= 2000),
    notes            text not null default '' check (length(notes) <= 20000),
    support_plan_id  uuid,
    health           text,
    tier             text,
    renewal_on       date,
    industry         text,
    fields           jsonb not null default '{}',
    made_key         text,
    made_hash        bytea,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    removed_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, space_id, id),
    foreign key (tenant_id, space_id) references lienzo.space,
    foreign key (tenant_id, support_plan_id) references lienzo.support_plan
);
comment on column lienzo.company.made_key is 'The member and the key it was created with through the API: the same key twice is one company.';
comment on column lienzo.company.made_hash is 'Of what was said then: the key with other words is refused.';
comment on column lienzo.company.removed_at is 'Taken away, to be had back; what names it keeps its name, and nobody sees anything by belonging to it.';
create unique index company_name on lienzo.company (tenant_id, space_id, lower(name)) where removed_at is null;
create unique index company_made on lienzo.company (tenant_id, made_key) where made_key is not null;
create index company_list on lienzo.company (tenant_id, look, id) where removed_at is null;
create index company_support_plan on lienzo.company (tenant_id, support_plan_id) where support_plan_id is not null;
call platform.protect('lienzo.company');
create table lienzo.company_domain (
    tenant_id   text not null,
    space_id    uuid not null,
    domain      text not null,
    company_id  uuid not null,
    position    smallint not null,
    primary key (tenant_id, space_id, domain),
    foreign key (tenant_id, space_id, company_id) references lienzo.company (tenant_id, space_id, id) on delete cascade
);
comment on table lienzo.company_domain is 'Two companies of a space cannot claim one domain. One that was taken away keeps its domains until another claims them.';
create index company_domain_company on lienzo.company_domain (tenant_id, company_id);
call platform.protect('lienzo.company_domain');
create table lienzo.company_option (
    tenant_id   text not null,
    kind        text not null check (kind in ('HEALTH', 'TIER', 'INDUSTRY')),
    key         text not null,
    label       text check (length(label) <= 80),
    position    integer not null,
    removed_at  timestamptz,
    primary key (tenant_id, kind, key),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.company_option is 'What can be chosen of a company''s standing. An organization without rows of a kind has those that come with the product.';
comment on column lienzo.company_option.label is 'Null for the words that come with the product, in the reader''s language.';
call platform.protect('lienzo.company_option');
--rollback drop table lienzo.company_option; drop table lienzo.company_domain; drop table lienzo.company;
