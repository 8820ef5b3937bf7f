--liquibase formatted sql

--changeset lienzo:tenancy-platform
-- The platform itself is an organization of its own kind: its operators, its brand, its mails and its trail are kept
-- and locked like anybody's (ADR 0026).
alter table platform.organization drop constraint organization_id_check;
alter table platform.organization add constraint organization_id_check check (id ~ '^[a-z0-9]{10}$' or id = 'platform');
alter table platform.organization add constraint organization_platform check ((id = 'platform') = (slug = 'platform'));
insert into platform.organization (id, slug, name, plan, language, vocabulary)
values ('platform', 'platform', 'Lienzo', 'ENTERPRISE', 'es', 'SERVICE_PROVIDER');
--rollback delete from platform.organization where id = 'platform'; alter table platform.organization drop constraint organization_platform; alter table platform.organization drop constraint organization_id_check; alter table platform.organization add constraint organization_id_check check (id ~ '^[a-z0-9]{10}$');
