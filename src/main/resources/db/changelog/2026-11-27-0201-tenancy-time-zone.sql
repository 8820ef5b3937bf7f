--liquibase formatted sql

--changeset lienzo:tenancy-time-zone
alter table platform.organization add column time_zone text;
comment on column platform.organization.time_zone is 'An IANA zone by which its business goes; null when nobody has said so.';
grant update (time_zone) on platform.organization to lienzo_app;
--rollback alter table platform.organization drop column time_zone;
