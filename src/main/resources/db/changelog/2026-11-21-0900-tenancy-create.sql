--liquibase formatted sql

--changeset lienzo:tenancy-schemas
create schema platform;
create schema lienzo;
grant usage on schema platform to lienzo_app, lienzo_ops;
grant usage on schema lienzo to lienzo_app;
-- What the serving role may do with a tenant table is the same everywhere; exceptions revoke.
alter default privileges in schema lienzo grant select, insert, update, delete on tables to lienzo_app;
alter default privileges in schema lienzo grant usage on sequences to lienzo_app;
alter default privileges in schema platform grant select, insert, update, delete on tables to lienzo_ops;
--rollback drop schema lienzo; drop schema platform;

--changeset lienzo:tenancy-organization
create table platform.organization (
    id          text primary key check (id ~ '^[a-z0-9]{10}$'),
    slug        text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    name        text not null,
    plan        text not null,
    language    text not null check (language in ('es', 'en', 'pt')),
    vocabulary  text not null,
    state       text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED')),
    created_at  timestamptz not null default now()
);
comment on table platform.organization is 'The tenants. The serving role reads them and never writes.';
create table platform.site (
    host             text primary key,
    organization_id  text not null references platform.organization,
    created_at       timestamptz not null default now()
);
comment on table platform.site is 'Host names beside <slug>.<platform host> that serve an organization.';
grant select on platform.organization, platform.site to lienzo_app;
--rollback drop table platform.site; drop table platform.organization;

--changeset lienzo:tenancy-protect splitStatements:false
-- Every tenant table calls this once: the second lock, forced on its owner too.
create procedure platform.protect(tenant_table regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy tenant_rows on %s using (tenant_id = current_setting(''lienzo.tenant'', true))', tenant_table);
end
$$;
--rollback drop procedure platform.protect(regclass);
