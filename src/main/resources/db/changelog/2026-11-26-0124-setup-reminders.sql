--liquibase formatted sql

--changeset lienzo:setup-reminder
create table lienzo.setup_reminder (
    tenant_id  text not null primary key,
    sent       integer not null,
    at         timestamptz not null
);
comment on table lienzo.setup_reminder is 'How often the Owners were reminded of open steps, and when last.';
call platform.protect('lienzo.setup_reminder');
--rollback drop table lienzo.setup_reminder;
