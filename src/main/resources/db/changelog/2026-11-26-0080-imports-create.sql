--liquibase formatted sql

--changeset lienzo:imports-create
create table lienzo.import_run (
    tenant_id    text not null,
    id           uuid not null,
    space_id     uuid not null,
    kind         text not null check (kind in ('CONTACTS', 'COMPANIES', 'DIRECTORY')),
    state        text not null check (state in ('FETCHING', 'READ', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'CANCELED', 'FAILED')),
    file_name    text not null,
    charset      text not null,
    delimiter    text not null,
    headers      jsonb not null,
    mapping      jsonb not null default '{}',
    rows         integer not null default 0,
    done         integer not null default 0,
    created      integer not null default 0,
    known        integer not null default 0,
    rejected     integer not null default 0,
    member_id    uuid,
    member       text not null,
    problem      text,
    created_at   timestamptz not null,
    worked_at    timestamptz not null,
    ended_at     timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.import_run is 'Contacts or companies that come from a file or a directory.';
comment on column lienzo.import_run.done is 'The last row that was worked on; written in the transaction of what it became.';
comment on column lienzo.import_run.worked_at is 'When somebody last got on with it: who finds it long ago takes it up.';
create index import_run_list on lienzo.import_run (tenant_id, created_at desc, id);
create index import_run_space on lienzo.import_run (tenant_id, space_id);
call platform.protect('lienzo.import_run');
create table lienzo.import_chunk (
    tenant_id  text not null,
    import_id  uuid not null,
    first_row  integer not null,
    rows       jsonb not null,
    primary key (tenant_id, import_id, first_row),
    foreign key (tenant_id, import_id) references lienzo.import_run on delete cascade
);
comment on table lienzo.import_chunk is 'Rows as they were read, some hundred in each; gone when the import is over.';
call platform.protect('lienzo.import_chunk');
create table lienzo.import_reject (
    tenant_id  text not null,
    import_id  uuid not null,
    row        integer not null,
    code       text not null,
    details    jsonb not null,
    cells      jsonb not null,
    primary key (tenant_id, import_id, row),
    foreign key (tenant_id, import_id) references lienzo.import_run on delete cascade
);
comment on table lienzo.import_reject is 'Rows that were not taken, and why, in no language.';
call platform.protect('lienzo.import_reject');
create table lienzo.import_key (
    tenant_id   text not null,
    space_id    uuid not null,
    hash        bytea not null,
    contact_id  uuid not null,
    primary key (tenant_id, space_id, hash),
    foreign key (tenant_id, space_id, contact_id) references lienzo.contact (tenant_id, space_id, id) on delete cascade
);
comment on table lienzo.import_key is 'By which a row without an address finds the contact it made before.';
create index import_key_contact on lienzo.import_key (tenant_id, contact_id);
call platform.protect('lienzo.import_key');
create table lienzo.import_directory (
    tenant_id  text not null,
    space_id   uuid not null,
    directory  text not null,
    client     text not null,
    secret     bytea not null,
    primary key (tenant_id, space_id),
    foreign key (tenant_id, space_id) references lienzo.space on delete cascade
);
comment on table lienzo.import_directory is 'Where a space''s people are read from.';
comment on column lienzo.import_directory.secret is 'Sealed.';
call platform.protect('lienzo.import_directory');
--rollback drop table lienzo.import_directory; drop table lienzo.import_key; drop table lienzo.import_reject; drop table lienzo.import_chunk; drop table lienzo.import_run;
