--liquibase formatted sql

--changeset lienzo:tenancy-general
alter table platform.organization add column described_at timestamptz;
comment on column platform.organization.described_at is 'When its people last said what it is called and how it speaks; null for what the operator said.';
comment on table platform.organization is 'The tenants. The serving role reads them all, and of the one in scope changes what its Owner may say of it.';
alter table platform.organization enable row level security;
create policy organization_read on platform.organization for select using (true);
create policy organization_describe on platform.organization for update to lienzo_app using (id = current_setting('lienzo.tenant', true));
create policy organization_operate on platform.organization to lienzo_ops using (true) with check (true);
grant update (name, language, vocabulary, described_at) on platform.organization to lienzo_app;
--rollback revoke update on platform.organization from lienzo_app; drop policy organization_operate on platform.organization; drop policy organization_describe on platform.organization; drop policy organization_read on platform.organization; alter table platform.organization disable row level security; alter table platform.organization drop column described_at;
