--liquibase formatted sql

--changeset lienzo:jobs-create
create table platform.scheduled_tasks (
    task_name             text not null,
    task_instance         text not null,
    task_data             bytea,
    execution_time        timestamptz not null,
    picked                boolean not null,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint not null,
    priority              smallint,
    primary key (task_name, task_instance)
);
comment on table platform.scheduled_tasks is 'The queue of db-scheduler; the names are its own.';
create index scheduled_tasks_due on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_tasks to lienzo_app;
--rollback drop table platform.scheduled_tasks;

--changeset lienzo:jobs-failed
create table platform.failed_job (
    id               uuid primary key,
    organization_id  text not null,
    kind             text not null,
    content          jsonb not null,
    reason           text not null,
    at               timestamptz not null
);
comment on table platform.failed_job is 'Jobs that failed for good: nothing is dropped.';
grant select, insert, delete on platform.failed_job to lienzo_app;
--rollback drop table platform.failed_job;
