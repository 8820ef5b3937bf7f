--liquibase formatted sql

--changeset lienzo:audit-create
create table lienzo.audit_entry (
    tenant_id   text not null,
    id          uuid not null,
    at          timestamptz not null,
    member_id   uuid,
    actor       text not null,
    action      text not null,
    subject     text not null,
    subject_id  uuid,
    address     text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.audit_entry is 'Who did what to what: written and read, never changed. No secrets, no content.';
call platform.protect('lienzo.audit_entry');
revoke update, delete on lienzo.audit_entry from lienzo_app;
--rollback drop table lienzo.audit_entry;
