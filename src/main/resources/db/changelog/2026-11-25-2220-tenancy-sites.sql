--liquibase formatted sql

--changeset lienzo:tenancy-site-serves
alter table platform.site
    add column serves      text not null default 'APPLICATION' check (serves in ('APPLICATION', 'PORTAL')),
    add column space_id    uuid,
    add column state       text not null default 'SERVED' check (state in ('RESERVED', 'SERVED', 'QUARANTINED')),
    add column is_primary  boolean not null default false,
    add column redirects   boolean not null default false,
    add constraint site_space check ((serves = 'PORTAL') = (space_id is not null)),
    add constraint site_primary check (not is_primary or serves = 'APPLICATION');
create unique index site_primary_of on platform.site (organization_id) where is_primary;
create index site_of on platform.site (organization_id);
comment on table platform.site is 'Host names beside <slug>.<platform host>, each proved by the one organization that has it.';
comment on column platform.site.state is 'RESERVED: proved, not yet answered. QUARANTINED: proved once and now pointing elsewhere, not answered.';
comment on column platform.site.is_primary is 'Links of the organization begin with this host.';
comment on column platform.site.redirects is 'Of the primary one: people who open <slug>.<platform host> are sent here.';
--rollback alter table platform.site drop column serves cascade, drop column space_id, drop column state, drop column is_primary cascade, drop column redirects; drop index platform.site_of;

--changeset lienzo:tenancy-site-policies
-- Everybody may know who has a name (the edge asks before there is an organization); each changes its own only.
alter table platform.site enable row level security;
create policy site_read on platform.site for select using (true);
create policy site_add on platform.site for insert to lienzo_app with check (organization_id = current_setting('lienzo.tenant', true));
create policy site_change on platform.site for update to lienzo_app using (organization_id = current_setting('lienzo.tenant', true));
create policy site_drop on platform.site for delete to lienzo_app using (organization_id = current_setting('lienzo.tenant', true));
create policy site_operate on platform.site to lienzo_ops using (true) with check (true);
grant insert, delete on platform.site to lienzo_app;
grant update (serves, space_id, state, is_primary, redirects) on platform.site to lienzo_app;
--rollback revoke insert, update, delete on platform.site from lienzo_app; drop policy site_operate on platform.site; drop policy site_drop on platform.site; drop policy site_change on platform.site; drop policy site_add on platform.site; drop policy site_read on platform.site; alter table platform.site disable row level security;
