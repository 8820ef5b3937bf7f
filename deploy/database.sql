-- Prepares an external PostgreSQL (17 or newer; 18 is what the product is tested with). Run once by somebody who may make
-- roles and databases; running it again sets the passwords anew and changes nothing else:
--
--   psql -h db.example.com -U postgres -d postgres \
--     -v owner_password=… -v app_password=… -v ops_password=… -f deploy/database.sql
--
-- Afterwards the product makes its schemas by itself, as lienzo_owner.

\set ON_ERROR_STOP on

\if :{?owner_password} \else
  do $$ begin raise exception 'owner_password is missing: -v owner_password=…'; end $$;
\endif
\if :{?app_password} \else
  do $$ begin raise exception 'app_password is missing: -v app_password=…'; end $$;
\endif
\if :{?ops_password} \else
  do $$ begin raise exception 'ops_password is missing: -v ops_password=…'; end $$;
\endif
\if :{?database} \else
  \set database lienzo
\endif

-- Passwords must not end up in the server's log. Only a superuser may say so; on a managed server see to it otherwise.
select current_setting('is_superuser') = 'on' as superuser \gset
\if :superuser
  set log_statement = 'none';
  set log_min_duration_statement = -1;
  set log_min_error_statement = 'panic';
\endif

select format('create role %I', name) from unnest(array['lienzo_owner', 'lienzo_app', 'lienzo_ops']) as name
where not exists (select from pg_roles where rolname = name) \gexec

-- Owns both schemas and migrates at start. Serves nobody.
alter role lienzo_owner login password :'owner_password';
-- Serves: owns nothing, and no policy lets it pass.
alter role lienzo_app login password :'app_password';
-- The operator's console: rows of the platform, none of an organization.
alter role lienzo_ops login password :'ops_password';

-- A role that was there before, with more power than it should have, would undo all of it.
do $$ begin
  if exists (select from pg_roles where rolname in ('lienzo_owner', 'lienzo_app', 'lienzo_ops')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)) then
    raise exception 'lienzo_owner, lienzo_app and lienzo_ops must be plain roles: take SUPERUSER, BYPASSRLS and the like from them';
  end if;
end $$;

-- Whoever creates a database for a role must be able to act as it, unless superuser (managed servers give none away).
select format('grant lienzo_owner to %I', current_user)
where not (select rolsuper from pg_roles where rolname = current_user)
  and not pg_has_role(current_user, 'lienzo_owner', 'set') \gexec

-- The built-in locale sorts the same on every operating system, so an update of the system cannot corrupt an index.
select format('create database %I owner lienzo_owner template template0 encoding ''UTF8'' '
    'locale_provider builtin builtin_locale ''C.UTF-8'' locale ''C''', :'database')
where not exists (select from pg_database where datname = :'database') \gexec

\connect :"database"

revoke all on database :"database" from public;
revoke all on schema public from public;
grant connect on database :"database" to lienzo_app, lienzo_ops;

-- One forgotten transaction would hold back every live stream of the server (docs/adr/0008).
alter role lienzo_app in database :"database" set idle_in_transaction_session_timeout = '30s';
alter role lienzo_ops in database :"database" set idle_in_transaction_session_timeout = '30s';

\echo 'Ready: the product can start and will make its schemas.'
