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
