--liquibase formatted sql

--changeset lienzo:company-name-key
-- As with members' addresses: an import looked through all companies of the organization for each row that names one.
alter table lienzo.company add column name_key text generated always as (lower(name)) stored;
comment on column lienzo.company.name_key is 'The name as it is looked for.';
drop index lienzo.company_name;
create unique index company_name on lienzo.company (tenant_id, space_id, name_key) where removed_at is null;
--rollback drop index lienzo.company_name; create unique index company_name on lienzo.company (tenant_id, space_id, lower(name)) where removed_at is null; alter table lienzo.company drop column name_key;
