--liquibase formatted sql

--changeset lienzo:tenancy-neutral-plans splitStatements:false
-- Statistics of the busiest tables knew every organization but one that came after them: of it PostgreSQL expected a single row, took
-- any index that begins with the organization for as good as the key, and read all that the organization has for each lookup. Without
-- statistics of that column it expects the same of all organizations: docs/adr/0031.
do $$
declare
    busy text;
begin
    foreach busy in array array['conversation', 'message', 'contact', 'event'] loop
        execute format('alter table lienzo.%I alter column tenant_id set statistics 0', busy);
        perform pg_clear_attribute_stats('lienzo', busy, 'tenant_id', false);
    end loop;
end
$$;
--rollback alter table lienzo.conversation alter column tenant_id set statistics default;
--rollback alter table lienzo.message alter column tenant_id set statistics default;
--rollback alter table lienzo.contact alter column tenant_id set statistics default;
--rollback alter table lienzo.event alter column tenant_id set statistics default;
