--liquibase formatted sql

--changeset lienzo:database-migration
-- What was migrated last, so that a start finds out with one question that there is nothing to do.
create table platform.migration (
    files   text not null, -- a hash of the change log's files
    changes text not null, -- a hash of what Liquibase wrote down of them
    at      timestamptz not null default now()
);
revoke all on platform.migration from lienzo_ops;
grant select on platform.migration to lienzo_app;
--rollback drop table platform.migration;

--changeset lienzo:database-migrated splitStatements:false
-- Liquibase's own table is looked at too: a change that was rolled back by hand is seen.
grant usage on schema public to lienzo_app;
grant select on databasechangelog to lienzo_app;
create function platform.changes() returns text language sql stable set search_path = public, pg_temp as $$
    select md5(string_agg(concat_ws('|', id, author, filename, md5sum), ',' order by orderexecuted, id)) from databasechangelog
$$;
create function platform.migrated(files text) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (select from platform.migration m where m.files = $1 and m.changes = platform.changes())
$$;
revoke all on function platform.changes(), platform.migrated(text) from public;
grant execute on function platform.changes(), platform.migrated(text) to lienzo_app;
--rollback drop function platform.migrated(text); drop function platform.changes(); revoke select on databasechangelog from lienzo_app; revoke usage on schema public from lienzo_app;
