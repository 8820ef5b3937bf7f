--liquibase formatted sql

--changeset lienzo:setup-create
create table lienzo.setup_dismissal (
    tenant_id  text not null primary key,
    at         timestamptz not null
);
comment on table lienzo.setup_dismissal is 'A row when the check list of a new organization was put aside.';
call platform.protect('lienzo.setup_dismissal');
--rollback drop table lienzo.setup_dismissal;
